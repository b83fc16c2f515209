"""The middles of postcode districts."""

from placewell.rules.maps import km_between
from placewell.rules.postcodes import area_of, district_of
from placewell.scales.postcode_districts import AREAS, district_known, districts


def test_every_district_is_one_and_lies_in_the_united_kingdom():
    known = districts()
    assert len(known) == 3077
    for name, one in known.items():
        assert district_of(postcode=name) == name
        assert 49.8 < one.north < 60.9, name
        assert -8.3 < one.east < 1.9, name
        assert one.area, name


def test_every_area_has_a_name_and_a_district():
    assert {area_of(district=name) for name in districts()} == set(AREAS)
    assert districts()["LE2"].area == "Leicester"


def test_known_distances_hold():
    known = districts()
    # By hand, from a road map: Leicester to Nottingham 37 km, Belfast to Dublin Road (BT7) within 3 km of BT1.
    for one, other, least, most in (("LE1", "NG1", 34, 40), ("BT1", "BT7", 1, 3), ("LE1", "LE2", 1, 4)):
        there, here = known[one], known[other]
        assert least < km_between((there.north, there.east), (here.north, here.east)) < most


def test_the_district_of_a_person_is_offered_where_it_is_known():
    assert [district_known(postcode=one) for one in ("le2 7gh", "LE27GH", "NN50 1AA", "", "6011")] == [
        "LE2", "LE2", "", "", "",
    ]  # fmt: skip
