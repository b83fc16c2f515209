"""The applications of the unit: the table by its filters, and the numbers of each month, to the row."""

from datetime import timedelta

import pytest

from placewell.records import models
from placewell.rules.windows import months_back
from tests.questions import asks
from tests.web.test_people.conftest import words
from tests.web.test_people.test_work import said

DAY = timedelta(days=1)
QUERIES = 9


@pytest.fixture
def applied(unit, laying_down):
    """Mo waits; Noor was interviewed and offered a job. Both applied in the month before this."""
    first = months_back(as_at=unit.today.replace(day=1), months=1)
    of = {"service": unit.service, "employer": unit.employer, "how": "cv", "sent_by": "person", "applied_on": first}
    with laying_down(on=unit.today):
        models.Episode.objects.update(entered_on=first - 90 * DAY)
        other = models.Employer.objects.create(service=unit.service, key="m2", name="Corner Shop")
        mine = models.Application.objects.create(**of, episode=unit.episode, title="Porter")
        hers = models.Application.objects.create(**of | {"employer": other}, episode=unit.other_episode, title="Cook")
        models.Interview.objects.create(
            service=unit.service, application=hers, held_on=first + DAY, kind="phone", came_of="held"
        )
        models.Interview.objects.create(
            service=unit.service, application=mine, held_on=first + DAY, kind="phone", came_of="off_by_employer"
        )
        models.ApplicationResult.objects.create(
            service=unit.service, application=hers, came_on=first + 2 * DAY, kind="offered"
        )
    return first


def test_a_supervisor_sees_everybody_and_every_number_opens(browser_of, at, unit, applied):
    browser = browser_of("sue")
    page = words(browser.get(at("applications/")))
    text = said(page)
    assert "Porter Rose Bakery Ltd" in text
    assert "Cook Corner Shop" in text
    assert "Job offered Offered on" in text
    assert f"Month {applied:%B %Y} Applications 2" in text
    assert "Interviews and trial shifts 1" in text
    assert "Offers 1" in text
    assert "Jobs started 0" in text
    month = f"month={applied:%Y-%m}"
    assert f"{month}&amp;what=interviews" in page
    text = said(words(browser.get(at(f"applications/?{month}&what=interviews"))))
    assert f"Interviewed for in {applied:%B %Y}" in text
    assert "Cook" in text.partition("How many a month One application")[0]
    assert "Porter" not in text.partition("How many a month One application")[0]


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ("state=offered", "Cook", "Porter"),
        ("state=waiting", "Porter", "Cook"),
        ("state=open&employer=corner", "Cook", "Porter"),
        ("state=closed", "No application here", "Cook"),
        ("state=nonsense&month=2026-13&what=x&who=0&page=99", "Porter", "No application here"),
    ],
)
def test_the_table_is_narrowed(browser_of, at, unit, applied, asked, there, not_there):
    table = said(words(browser_of("sue").get(at(f"applications/?{asked}")))).partition(
        "How many a month One application"
    )[0]
    assert there in table
    assert not_there not in table


def test_by_key_worker(browser_of, at, unit, applied):
    table = said(words(browser_of("sue").get(at(f"applications/?who={unit.ben.pk}")))).partition(
        "How many a month One application"
    )[0]
    assert "Cook" in table
    assert "Porter" not in table


def test_a_specialist_sees_their_own_people(browser_of, at, unit, applied):
    text = said(words(browser_of("ana").get(at("applications/"))))
    assert "Porter" in text
    assert "Cook" not in text
    assert f"Month {applied:%B %Y} Applications 1" in text


def test_the_questions_do_not_grow(browser_of, at, unit, applied, laying_down):
    browser = browser_of("sue")
    browser.get(at("applications/"))
    for more in range(2):
        with asks(QUERIES):
            browser.get(at("applications/"))
        with laying_down(on=unit.today):
            models.Application.objects.create(
                service=unit.service, episode=unit.episode, employer=unit.employer, title=f"Job {more}",
                applied_on=unit.today, how="cv", sent_by="person",
            )  # fmt: skip
