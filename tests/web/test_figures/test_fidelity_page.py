"""The live fidelity page."""

import pytest
from django.urls import reverse

from placewell.measures.fidelity import fidelity
from tests.questions import asks
from tests.web.test_figures.conftest import AS_AT

# Four of the frame (session, account, roles, their teams), the kept pictures that are still good, whether anybody works here.
QUERIES = 5


def page(service, **asked):
    query = "&".join(f"{name}={value}" for name, value in {"as_at": AS_AT.isoformat(), **asked}.items())
    return f"{reverse('fidelity', args=[service.pk])}?{query}"


def test_the_page_says_what_the_command_says(supervisor, known, words_of):
    said = fidelity(known.service, as_at=AS_AT).as_json()
    words = words_of(supervisor.get(page(known.service)))
    assert f"{said['rated']} of 25 items have a rating." in words
    assert f"between {said['lowest_total']} and {said['highest_total']} of 125" in words
    assert said["items"][0]["value"] == 2
    assert "2 clients per full-time specialist" in words
    contacts = said["items"][16]
    assert (contacts["numerator"], contacts["denominator"]) == (65 + 36, 13 + 6)
    assert "5.32 face-to-face employer contacts per full-time specialist per week" in words


def test_all_25_items_stand_in_their_three_sections(supervisor, known):
    answer = supervisor.get(page(known.service)).content.decode()
    assert [answer.count(f">{number}</span>") >= 1 for number in range(1, 26)] == [True] * 25
    for section in ("Staffing", "Organisation", "Services"):
        assert f'nhsuk-table__caption--m">{section}</caption>' in answer


def test_what_is_missing_is_said_plainly(supervisor, known, words_of):
    words = words_of(supervisor.get(page(known.service)))
    assert "What is missing" in words
    assert (
        "22 Individualised follow-along supports : People rate this item, and no review is in the record yet." in words
    )
    assert "Components (b) and (c) have not been stated with evidence." in words


def test_each_rating_says_where_it_comes_from(supervisor, known, words_of):
    words = words_of(supervisor.get(page(known.service)))
    assert "From the record" in words
    assert "Stated with evidence" in words
    assert "Review of 11 February 2026" in words
    assert "Nothing yet" in words


def test_there_is_never_one_total(supervisor, known, words_of):
    words = words_of(supervisor.get(page(known.service)))
    assert "The total lies between" in words
    assert "The total is" not in words


def test_only_unrated_items(supervisor, known):
    answer = supervisor.get(page(known.service, show="unrated"))
    items = [row for section in answer.context["page"].sections for row in section.rows]
    assert items
    assert {row.rating for row in items} == {None}
    low = supervisor.get(page(known.service, show="low", sort="rating"))
    ratings = [row.rating for section in low.context["page"].sections for row in section.rows]
    assert ratings == sorted(ratings)
    assert max(ratings) <= 3


def test_ways_to_other_days(supervisor, known):
    days = supervisor.get(page(known.service)).context["days"]
    assert (days.earlier.words, days.later.words) == ("31 May 2026", "31 July 2026")
    assert "as_at=2026-05-31" in days.earlier.address


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-02-30", "The date must be a real date: there is no 30 February 2026"),
        ("yesterday", "The date must include a month and year"),
        ("2999-01-01", "The date must be today,"),
        ("1999-12-31", "The date must be 1 January 2000 or later"),
        ("26-06-30", "Year must include 4 numbers"),
    ],
)
def test_a_day_that_is_none_is_explained_and_today_is_shown(supervisor, known, words_of, typed, said):
    answer = supervisor.get(f"{reverse('fidelity', args=[known.service.pk])}?as_at={typed}")
    assert answer.status_code == 200
    words = words_of(answer)
    assert words.startswith("Error: ")
    assert said in words
    assert answer.context["days"].is_today


def test_a_day_typed_into_the_boxes_leads_to_its_plain_address(supervisor, known):
    boxes = {"as_at[day]": "30", "as_at[month]": "June", "as_at[year]": "2026", "show": "low"}
    answer = supervisor.get(reverse("fidelity", args=[known.service.pk]), boxes)
    assert answer.status_code == 302
    assert answer["Location"].endswith("/fidelity/?as_at=2026-06-30&show=low")


def test_a_service_of_which_nothing_is_known_says_what_to_do(as_role, service, words_of):
    words = words_of(as_role("executive").get(page(service)))
    assert "Nobody worked for the service by 30 June 2026" in words
    assert "placewell import" in words
    assert "The total" not in words


def test_an_executive_sees_no_names(as_role, known, words_of):
    browser = as_role("executive")
    for address in (page(known.service), reverse("fidelity_item", args=[known.service.pk, 17]) + "?as_at=2026-06-30"):
        words = words_of(browser.get(address))
        for name in ("Sam Okafor", "Ana Brook", "Mia Stone", "Lee Park", "Kit Moss"):
            assert name not in words


@pytest.mark.parametrize("role", ["commissioner", "trainer", "administrator"])
def test_who_sees_published_figures_only_is_refused(as_role, known, role):
    assert as_role(role).get(page(known.service)).status_code == 403


def test_another_service_is_not_there(as_role, known, other_service):
    assert as_role("executive", service=other_service).get(page(known.service)).status_code == 404


def test_a_stranger_is_sent_to_sign_in(client, known):
    answer = client.get(page(known.service))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=")


def test_an_unchanged_page_asks_few_questions(supervisor, known):
    supervisor.get(page(known.service))
    with asks(QUERIES):
        supervisor.get(page(known.service))
