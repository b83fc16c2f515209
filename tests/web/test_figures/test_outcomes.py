"""Outcomes, and one of them opened."""

import pytest
from django.urls import reverse

from tests.questions import asks

PERIOD = "from=2026-01-01&to=2026-06-30"
QUERIES_OVERVIEW = 4  # session, account, roles, and the 14 outcomes together
QUERIES_ONE = 8


def overview(known, period=PERIOD):
    return f"{reverse('outcomes', args=[known.service.pk])}?{period}"


def one(known, key, more=""):
    return f"{reverse('outcome', args=[known.service.pk, key])}?{PERIOD}{more}"


def rows(answer):
    return {row.name: row for question in answer.context["page"].questions for row in question.rows}


def test_each_outcome_stands_under_every_definition(supervisor, known, words_of):
    answer = supervisor.get(overview(known))
    found = rows(answer)
    assert len(found) == 14
    assert (found["into_work@ipsgrow"].figure, found["into_work@ipsgrow"].unit) == ("1", "people")
    assert found["employment_rate@ipsgrow2024"].figure == "33%"
    assert found["employment_rate@ipsgrow2024"].numbers == "1 with a job, 3 looked at"
    assert found["employment_rate@quarterly"].figure == "33%"
    assert [question.words for question in answer.context["page"].questions] == [
        "Who gets access", "Into work", "How fast", "How long it lasts",
    ]  # fmt: skip
    assert "1 January 2026 to 30 June 2026" in words_of(answer)


def test_a_figure_that_cannot_be_told_says_why(supervisor, known):
    reason = rows(supervisor.get(overview(known)))["days_to_first_job@1"].reason
    assert reason == "It has not happened to half of them yet, so there is no median"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("from=2026-06-30&to=2026-01-01", "The last day must be 30 June 2026 or later"),
        ("from=2026-01-01", "Enter the last day"),
        ("from=2026-13-01&to=2026-06-30", "Month must be between 1 and 12"),
    ],
)
def test_a_period_that_is_none_is_explained(supervisor, known, words_of, period, said):
    words = words_of(supervisor.get(overview(known, period)))
    assert words.startswith("Error: ")
    assert said in words


def test_without_a_period_the_last_12_full_months(supervisor, known):
    choices = supervisor.get(overview(known, "")).context["page"].choices
    assert [choice.words for choice in choices if choice.is_chosen] == ["Last 12 full months"]


def test_a_commissioner_sees_no_small_number_and_no_row(as_role, known, words_of):
    browser = as_role("commissioner")
    overall = words_of(browser.get(overview(known)))
    assert "hidden, because a number of 1 to 4 stands behind it" in overall.lower()
    answer = browser.get(one(known, "into_work@ipsgrow", "&by=team"))
    words = words_of(answer)
    assert answer.context["page"].rows is None
    assert "Mia Stone" not in words
    assert "Sam Okafor" not in words
    assert "Too few people" in words
    assert "By employment specialist" not in words_of(browser.get(one(known, "into_work@ipsgrow", "&by=staff")))


def test_published_figures_are_of_fixed_periods(as_role, known):
    answer = as_role("commissioner").get(overview(known, "from=2026-01-05&to=2026-02-03"))
    page = answer.context["page"]
    assert page.is_published
    assert [choice.is_chosen for choice in page.choices] == [True, False, False, False]


def test_one_outcome_opens_to_its_rows(supervisor, known, words_of):
    answer = supervisor.get(one(known, "employment_rate@ipsgrow2024"))
    page = answer.context["page"]
    assert sorted((row.person.name, row.first) for row in page.rows.rows) == [
        ("Kit Moss", "No"), ("Lee Park", "No"), ("Mia Stone", "Yes"),
    ]  # fmt: skip
    assert [(line.name, line.numbers) for line in page.lines] == [
        ("Ana Brook", "0 with a job, 1 looked at"),
        ("Sam Okafor", "1 with a job, 2 looked at"),
    ]
    assert "From memory" in words_of(answer)


@pytest.mark.parametrize("by", ["team", "age_band", "gender", "ethnic_group"])
def test_an_outcome_breaks_down(supervisor, known, by):
    page = supervisor.get(one(known, "employment_rate@quarterly", f"&by={by}")).context["page"]
    assert sum(int(line.numbers.split()[0]) for line in page.lines) == 1
    assert [choice.address for choice in page.groups if choice.is_chosen][0].endswith(f"by={by}")


def test_how_long_it_takes_is_drawn_as_a_curve_with_its_table(supervisor, known):
    page = supervisor.get(one(known, "days_to_first_job@1")).context["page"]
    # Mia entered on 12 January and started on 2 March: day 49, one of three.
    assert [(step.day, step.followed, step.events, step.share) for step in page.steps] == [("49", "3", "1", "33%")]
    assert page.curve.path.startswith("M48.0,178.0H")
    assert page.rows.second == "Days followed"


@pytest.mark.parametrize("key", ["caseload_size@1", "into_work", "nothing@1"])
def test_an_outcome_that_there_is_not(supervisor, known, key):
    assert supervisor.get(one(known, key)).status_code == 404


def test_another_service_is_not_there(as_role, known, other_service):
    browser = as_role("executive", service=other_service)
    assert browser.get(overview(known)).status_code == 404
    assert browser.get(one(known, "into_work@ipsgrow")).status_code == 404


def test_pages_ask_few_questions(supervisor, known):
    supervisor.get(overview(known))  # the first page after signing in notes when the session was last used
    with asks(QUERIES_OVERVIEW):
        supervisor.get(overview(known))
    with asks(QUERIES_ONE):
        supervisor.get(one(known, "into_work@ipsgrow"))
