"""The page of one item."""

import pytest
from django.urls import reverse

from placewell.measures.taking import take
from tests.questions import asks
from tests.web.test_figures.conftest import AS_AT

NAMES = ("Sam Okafor", "Ana Brook", "Mia Stone", "Lee Park", "Kit Moss")


def page(known, number, **asked):
    query = "&".join(f"{name}={value}" for name, value in {"as_at": AS_AT.isoformat(), **asked}.items())
    return f"{reverse('fidelity_item', args=[known.service.pk, number])}?{query}"


def test_the_item_says_figure_rule_and_where_it_stands(supervisor, known, words_of):
    words = words_of(supervisor.get(page(known, 17)))
    assert "5.32 face-to-face employer contacts per full-time specialist per week" in words
    assert "101 face-to-face employer contacts, 19 full-time weeks worked" in words
    assert "96% Complete weeks out of the weeks in post" in words
    assert "The service is here" in words
    assert "Source: IPS-25, 7 January 2008, item 17" in words
    assert "Partly verified" in words


def test_the_figure_is_the_commands(supervisor, known):
    figure = take("employer_contact_frequency@1", known.service, as_at=AS_AT)
    shown = supervisor.get(page(known, 17)).context["page"]
    assert (figure.numerator, figure.denominator, figure.rating) == (101, 19, shown.rating)
    # Sam holds one person who looks for work: five contacts a week are more than two for each.
    assert [(line.name, line.figure, line.rating) for line in shown.lines] == [
        ("Ana Brook", "6", 5),
        ("Sam Okafor", "5", 5),
    ]


def test_the_rows_add_up_to_the_figure(supervisor, known):
    rows = supervisor.get(page(known, 17)).context["page"].rows
    assert len(rows.rows) == 26
    assert sum(int(row.first) for row in rows.rows if row.first) == 101
    assert [row.why for row in rows.rows if row.why] == ["The week's log has not been closed"]


def test_rows_can_be_chosen_and_put_in_order(supervisor, known):
    asked = {"staff": known.ana.pk, "show": "left_out"}
    rows = supervisor.get(page(known, 17, **asked)).context["page"].rows
    assert [(row.what, row.specialist) for row in rows.rows] == [("Week of 20 April 2026", "Ana Brook")]
    oldest = supervisor.get(page(known, 17, sort="oldest")).context["page"].rows
    assert oldest.rows[0].what == "Week of 30 March 2026"


@pytest.mark.parametrize("nonsense", [{"staff": "x"}, {"page": "-1"}, {"page": "9" * 30}, {"sort": "worst"}])
def test_a_choice_that_there_is_not_counts_as_none(supervisor, known, nonsense):
    answer = supervisor.get(page(known, 17, **nonsense))
    assert answer.status_code == 200
    assert len(answer.context["page"].rows.rows) == 26


def test_specialists_see_their_own_first_and_nobody_is_ranked(as_role, known, words_of):
    browser = as_role("employment_specialist", staff=known.sam)
    answer = browser.get(page(known, 1))
    assert [(line.name, line.is_own) for line in answer.context["page"].lines] == [
        ("Sam Okafor", True),
        ("Ana Brook", False),
    ]
    assert "Sam Okafor (you)" in words_of(answer)
    assert "sort" not in answer.context["rows_form"].fields


def test_people_out_of_reach_have_no_name(as_role, known, words_of, laying_down):
    browser = as_role("employment_specialist", staff=known.ana)
    words = words_of(browser.get(page(known, 15)))
    assert "Kit Moss" in words
    assert "a person you do not work with" in words
    assert "Mia Stone" not in words


def test_a_manager_sees_staff_but_no_people(as_role, known, words_of):
    words = words_of(as_role("service_manager", staff=known.sam).get(page(known, 21)))
    assert "a person you do not work with" in words
    assert "Mia Stone" not in words
    assert "Baker" not in words


def test_an_executive_sees_sums_and_no_rows(as_role, known, words_of):
    answer = as_role("executive").get(page(known, 17))
    words = words_of(answer)
    assert answer.context["page"].rows is None
    assert "Looked at and not counted" in words
    assert not [name for name in NAMES if name in words]


def test_statements_are_shown_with_their_evidence(supervisor, known, words_of):
    words = words_of(supervisor.get(page(known, 11)))
    assert "Stated on 2 February 2026. Document (DOC)" in words
    assert "The plan says so (a)." in words
    assert "From the record" in words


def test_the_review_is_shown_where_it_rates(supervisor, known, words_of):
    words = words_of(supervisor.get(page(known, 18)))
    assert "Independent review, 11 February 2026: rated 4 ." in words
    assert "Several visits." in words


def test_items_lead_to_one_another(supervisor, known):
    shown = supervisor.get(page(known, 17)).context["page"]
    assert shown.earlier.address == page(known, 16)
    assert shown.later.address == page(known, 18)
    assert supervisor.get(page(known, 1)).context["page"].earlier is None
    assert supervisor.get(page(known, 25)).context["page"].later is None


@pytest.mark.parametrize("number", [0, 26, 999])
def test_an_item_that_there_is_not(supervisor, known, number):
    assert supervisor.get(page(known, number)).status_code == 404


@pytest.mark.parametrize("number", range(1, 26))
def test_every_item_has_a_page(supervisor, known, number):
    answer = supervisor.get(page(known, number))
    assert answer.status_code == 200
    assert answer.context["page"].number == number


# Beside the five that every page with kept pictures asks (see the fidelity page): staff, rows, people, evidence.
SHARED = 5
QUESTIONS = {1: 7, 8: 8, 9: 6, 11: 7, 15: 9, 17: 7, 18: 7, 21: 9}


@pytest.mark.parametrize(("number", "questions"), QUESTIONS.items())
def test_an_unchanged_page_asks_few_questions(supervisor, known, number, questions):
    supervisor.get(page(known, number))
    with asks(questions):
        supervisor.get(page(known, number))


def test_an_item_asks_at_most_five_questions_of_its_own_and_twelve_in_all():
    assert max(QUESTIONS.values()) <= min(SHARED + 5, 12)
