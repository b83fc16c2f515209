import pytest

from placewell.scales import load_scale, scales

IPS = load_scale("ips-25")

KEYS = [
    "caseload_size",
    "employment_services_staff",
    "vocational_generalists",
    "team_assignment",
    "team_contact",
    "vr_collaboration",
    "vocational_unit",
    "supervisor_role",
    "zero_exclusion",
    "agency_focus",
    "executive_support",
    "work_incentives",
    "disclosure",
    "assessment",
    "rapid_job_search",
    "individualised_search",
    "employer_contact_frequency",
    "employer_contact_quality",
    "job_type_diversity",
    "employer_diversity",
    "competitive_jobs",
    "individualised_supports",
    "time_unlimited_supports",
    "community_based",
    "assertive_outreach",
]


def test_the_twenty_five_items_are_there_in_order_by_number_and_key():
    assert "ips-25" in scales()
    assert [item.number for item in IPS.items] == list(range(1, 26))
    assert [item.key for item in IPS.items] == KEYS
    assert IPS.item(17) is IPS.item("employer_contact_frequency")


def test_the_sections_hold_three_eight_and_fourteen_items():
    counts = {section.key: len(IPS.in_section(section.key)) for section in IPS.sections}
    assert counts == {"staffing": 3, "organisation": 8, "services": 14}


@pytest.mark.parametrize(
    ("key", "cuts"),
    [
        ("caseload_size", (41, 31, 26, 21, 0)),
        ("employment_services_staff", (0, 60, 75, 90, 96)),
        ("team_assignment", (None, 0, 50, 75, 90)),
        ("rapid_job_search", (271, 151, 61, 31, 0)),
        ("individualised_search", (0, 25, 50, 75, 90)),
        ("employer_contact_frequency", (0, 2, 4, 5, 6)),
        ("job_type_diversity", (0, 50, 60, 70, 85)),
        ("employer_diversity", (0, 50, 60, 70, 85)),
        ("competitive_jobs", (0, 65, 75, 85, 95)),
        ("community_based", (0, 31, 40, 50, 65)),
    ],
)
def test_figures_are_cut_where_the_counting_rules_say(key, cuts):
    assert IPS.item(key).cuts == cuts
    assert IPS.item(key).is_descending is (key in ("caseload_size", "rapid_job_search"))


@pytest.mark.parametrize(
    ("number", "ratings"),
    [
        (3, {0: 2, 1: 3, 2: 3, 3: 3, 4: 3, 5: 4, 6: 5}),
        (5, {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}),
        (8, {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}),
        (10, {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}),
        (11, {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}),
        (13, {0: 1, 1: 2, 2: 3, 3: 4, 4: 5}),
        (25, {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5}),
    ],
)
def test_counts_become_ratings_as_the_scale_says(number, ratings):
    assert dict(IPS.item(number).ratings) == ratings


@pytest.mark.parametrize(
    ("number", "from_record", "stated"),
    [(5, "ade", "bc"), (8, "abcde", ""), (10, "", "abcde"), (11, "ce", "abd"), (13, "", "abcd"), (25, "", "abcdef")],
)
def test_each_component_says_whether_the_record_answers_it(number, from_record, stated):
    components = IPS.item(number).components
    assert "".join(one.key for one in components if one.is_from_record) == from_record
    assert "".join(one.key for one in components if not one.is_from_record) == stated


def test_the_items_that_the_record_rates_name_their_measure():
    computed = {item.number for item in IPS.items if item.rated == "computed"}
    assert computed == {1, 2, 3, 4, 6, 8, 15, 16, 17, 19, 20, 21, 24}
    for item in IPS.items:
        assert item.measure == f"{item.key}@1" or (item.measure is None and item.number in (10, 13))


def test_the_bands_are_those_of_the_total():
    assert [(band.key, band.lowest, band.highest) for band in IPS.bands] == [
        ("exemplary", 115, 125),
        ("good", 100, 114),
        ("fair", 74, 99),
        ("not_ips", 25, 73),
    ]


def test_every_rating_of_every_item_is_described_marked_and_sourced():
    for item in IPS.items:
        assert [one.rating for one in item.descriptors] == [1, 2, 3, 4, 5]
        assert len({one.says for one in item.descriptors}) == 5
        for statement in (item, *item.descriptors, *item.components):
            assert all(source.title for source in IPS.cited(statement.source))
        with pytest.raises(ValueError, match="1 to 5"):
            item.descriptor(6)


def test_nothing_is_called_verified_on_the_strength_of_memory_alone():
    for item in IPS.items:
        for statement in (item, *item.descriptors, *item.components):
            if statement.mark == "verified":
                assert statement.source != ("memory",)
    assert IPS.verified_on is None


def test_the_words_of_the_country_are_filled_in():
    new_zealand = load_scale("ips-25", country="NZ")
    assert "Jobcentre Plus" in IPS.item("vr_collaboration").name
    assert "Work and Income" in new_zealand.item("vr_collaboration").name
    assert "employment consultant" in new_zealand.item(1).asks
    assert "public employment service" in load_scale("ips-25", country="IE").item(6).name


def test_no_text_is_left_with_a_gap_in_it():
    for item in IPS.items:
        texts = [item.name, item.asks, *(one.says for one in (*item.descriptors, *item.components))]
        assert not [text for text in texts if "{" in text or "}" in text]


def test_a_scale_is_read_once_and_one_that_does_not_exist_is_named():
    assert load_scale("ips-25") is IPS
    with pytest.raises(KeyError, match="ips-99"):
        load_scale("ips-99")
    with pytest.raises(KeyError, match="no item 26"):
        IPS.item(26)
