"""Leads beside what a person wants: each boundary, the words that explain, and the slow way on random cases."""

import random
from decimal import Decimal

import pytest

from placewell.rules.finding import Verdict
from placewell.rules.matching import (
    Aspect,
    Offered,
    Preferences,
    Want,
    Wording,
    clauses,
    explained,
    fits,
    order,
    outward,
)
from tests.slow_ways import matching as slow

WORDING = Wording({"night": "Nights", "daytime": "Daytime"}, {"permanent": "Permanent"}, "£")
MET, AGAINST, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_RECORDED


def beside(lead: dict, **wants):
    return explained(preferences=Preferences(**wants), offered=Offered(**lead), wording=WORDING)


def verdict(lead: dict, **wants):
    (found,) = beside(lead, **wants)
    return found.finding.verdict


def only(aspect: Aspect, found) -> Verdict:
    return next(one.finding.verdict for one in found if one.aspect == aspect)


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ({"hours_min": 16, "hours_max": 16}, MET),
        ({"hours_min": 20, "hours_max": 30}, MET),
        ({"hours_min": Decimal("20.25"), "hours_max": 30}, AGAINST),
        ({"hours_min": 8, "hours_max": Decimal("15.75")}, AGAINST),
        ({"hours_max": 16}, MET),
        ({"hours_max": 15}, AGAINST),
        ({"hours_min": 20}, MET),
        ({"hours_min": 21}, AGAINST),
        ({}, UNKNOWN),
    ],
)
def test_hours_overlap_with_both_ends(lead, expected):
    assert only(Aspect.HOURS, beside({"group": "92", **lead}, wants=(Want("92", 16, 20),))) == expected


def test_hours_of_the_kind_of_work_that_the_lead_is():
    wants = (Want("92", 16, 20), Want("71", 30, 37))
    assert only(Aspect.HOURS, beside({"group": "71", "hours_min": 18, "hours_max": 18}, wants=wants)) == AGAINST
    assert only(Aspect.HOURS, beside({"group": "41", "hours_min": 18, "hours_max": 18}, wants=wants)) == MET


def test_what_was_not_said_is_no_preference():
    assert beside({"group": "92", "hours_min": 20, "times": ("night",), "pay": 9, "pay_per": "hour"}) == []
    assert [one.aspect for one in beside({}, wants=(Want("92"),))] == [Aspect.KIND]


def test_all_times_of_a_lead_must_suit():
    assert verdict({"times": ("daytime",)}, times=("daytime", "evening")) == MET
    assert verdict({"times": ("daytime", "night")}, times=("daytime",)) == AGAINST
    assert verdict({}, times=("daytime",)) == UNKNOWN
    (found,) = beside({"times": ("night",)}, times=("daytime",))
    assert found.finding.because == "It needs nights. What suits them: daytime"


@pytest.mark.parametrize(
    ("lead", "areas", "expected"),
    [
        ({"postcode": "PE1 2AB"}, ("PE1",), MET),
        ({"postcode": "pe12ab"}, ("PE1", "PE2"), MET),
        ({"postcode": "PE11 2AB"}, ("PE1",), AGAINST),
        ({"place": "Market Square, Oundle"}, ("oundle",), MET),
        ({"place": "Oundleby"}, ("Oundle",), AGAINST),
        ({"place": "Riverside"}, ("PE1",), UNKNOWN),
        ({"postcode": "PE3 1AA"}, ("Oundle",), UNKNOWN),
        ({"postcode": "PE3 1AA", "place": "Riverside"}, ("Oundle", "PE1"), AGAINST),
        ({"from_home": True}, ("PE1",), MET),
        ({"from_home": False}, ("PE1",), UNKNOWN),
        ({}, ("PE1",), UNKNOWN),
        ({"postcode": "6011"}, ("6011",), MET),
    ],
)
def test_where_it_is(lead, areas, expected):
    assert verdict(lead, areas=areas) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("PE1 2AB", "PE1"), ("W1A1AA", "W1A"), ("6011", "6011"), ("Oundle", "")]
)
def test_districts_of_postcodes(words, expected):
    assert outward(words) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ({"pay": Decimal("12.60"), "pay_per": "hour"}, MET),
        ({"pay": Decimal("12.59"), "pay_per": "hour"}, AGAINST),
        ({"pay": Decimal("252"), "pay_per": "week", "hours_min": 20, "hours_max": 20}, MET),
        ({"pay": Decimal("251"), "pay_per": "week", "hours_min": 10, "hours_max": 20}, AGAINST),
        ({"pay": Decimal("13104"), "pay_per": "year", "hours_min": 20}, MET),
        ({"pay": Decimal("1092"), "pay_per": "month", "hours_min": 20}, MET),
        ({"pay": Decimal("30000"), "pay_per": "year"}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_pay_is_compared_by_the_hour(lead, expected):
    assert verdict(lead, pay_least=Decimal("12.60")) == expected


def test_a_dislike_is_found_in_the_words_and_never_met():
    (found,) = beside({"words": "Porter\nNights"}, dislikes=("Night shifts",))
    assert (found.finding.verdict, found.finding.because) == (
        AGAINST,
        "They do not want “Night shifts”, and the lead speaks of it",
    )
    (found,) = beside({"words": "Porter"}, dislikes=("Night shifts",))
    assert found.finding.because == "They do not want “Night shifts”. The lead does not speak of it: ask"
    (found,) = beside({"words": "Standing at the till"}, dislikes=("standing alone at a till",))
    assert found.finding.verdict == UNKNOWN
    assert (
        found.finding.because == "They do not want “standing alone at a till”. The lead says “standing” and “till”: ask"
    )
    assert verdict({"words": "Busy and loud"}, dislikes=("Loud places",)) == AGAINST


def test_words_are_split_into_what_they_dislike():
    assert clauses(words="Night shifts, and standing alone at a till.\nLoud places; no. £12.50") == (
        "Night shifts",
        "standing alone at a till",
        "Loud places",
        "£12.50",
    )


def test_what_matters_most_stands_first():
    found = beside(
        {"group": "92"}, wants=(Want("92", 16),), pay_least=12, areas=("PE1",), matters_most=("pay", "travel"),
        dislikes=("noise",),
    )  # fmt: skip
    aspects = [one.aspect for one in found]
    assert aspects == [Aspect.PAY, Aspect.TRAVEL, Aspect.KIND, Aspect.HOURS, Aspect.DISLIKE]


def test_leads_are_ordered_by_what_they_meet_and_what_matters_most():
    wants = {"wants": (Want("92", 16, 20),), "pay_least": 12, "matters_most": ("pay",)}
    both = beside({"group": "92", "hours_min": 18, "hours_max": 18}, **wants)
    paid = beside({"group": "92", "pay": 12, "pay_per": "hour"}, **wants)
    one = beside({"group": "92"}, **wants)
    against = beside({"group": "92", "hours_min": 40}, **wants)
    assert sorted([against, one, both, paid], key=order) == [paid, both, one, against]


def test_it_fits_when_something_is_met_and_nothing_is_against():
    assert fits(beside({"group": "92"}, wants=(Want("92", 16),)))
    assert not fits(beside({"group": "92", "words": "loud"}, wants=(Want("92"),), dislikes=("loud",)))
    assert not fits(beside({}, wants=(Want("92"),)))
    assert not fits([])


def drawn(dice: random.Random) -> tuple[Preferences, Offered]:
    def ends():
        pair = sorted(Decimal(dice.randint(0, 160)) / 4 for _ in range(2))
        return [one if dice.random() < 0.7 else None for one in pair]

    def some(words):
        return tuple(one for one in words if dice.random() < 0.4)

    wants = tuple(Want(group, *ends()) for group in some(("92", "71", "41")))
    low, high = ends()
    pay = dice.choice([None, Decimal(dice.randint(8, 16)), Decimal(dice.randint(5000, 30000))])
    lead = Offered(
        group=dice.choice(["", "92", "71", "11"]), hours_min=low, hours_max=high, times=some(("early", "night")),
        pay=pay, pay_per=dice.choice(["hour", "week", "month", "year"]) if pay else "",
        contract=dice.choice(["", "permanent", "agency"]), words=" ".join(some(("loud", "till", "kitchen"))),
    )  # fmt: skip
    told = Preferences(
        wants=wants, times=some(("early", "night", "weekend")), pay_least=dice.choice([None, Decimal(12)]),
        contracts=some(("permanent", "agency")), dislikes=some(("loud", "loud till")),
        matters_most=tuple(dice.sample(["kind", "hours", "times", "pay", "contract"], dice.randint(0, 3))),
    )  # fmt: skip
    return told, lead


@pytest.mark.parametrize("seed", range(20))
def test_the_same_as_the_slow_way(seed):
    dice = random.Random(seed)
    for _ in range(25):
        wants, lead = drawn(dice)
        found = explained(preferences=wants, offered=lead, wording=WORDING)
        fast = {}
        for one in found:
            fast.setdefault(one.aspect, []).append(one.finding.verdict.value)
        assert fast == slow.verdicts(wants, lead), (wants, lead)
        first = [one.aspect for one in found if one.aspect in wants.matters_most]
        assert first == [Aspect(one) for one in wants.matters_most if one in first]
        assert all(one.finding.because for one in found)
