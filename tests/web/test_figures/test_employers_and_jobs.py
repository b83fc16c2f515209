"""Items 16 to 21 put together: the same numbers as the items', each opened to its rows, nobody ranked."""

from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse

from placewell.access.roles import Role
from placewell.measures.taking import take
from placewell.records.models import EmployerContact, Job
from tests import given
from tests.questions import asks
from tests.web.browsers import signed_in
from tests.web.test_figures.conftest import AS_AT, MONDAYS

pytestmark = pytest.mark.django_db


def address(service, **asked) -> str:
    query = "&".join(f"{name}={value}" for name, value in {"as_at": AS_AT.isoformat(), **asked}.items())
    return f"{reverse('employers_and_jobs', args=[service.pk])}?{query}"


@pytest.fixture
def more_jobs(known):
    """Beside the one job that runs: two as bakers at one employer, and one for a fixed term without an employer."""
    episode = Job.objects.get().episode
    baker, grocer = Job.objects.get().employer, given.employer(known.service, name="Green Grocer", sector="G")
    told = {
        "service": known.service, "episode": episode, "started_on": AS_AT - timedelta(days=40), "hours_per_week": 16,
        "meets_minimum_wage": True, "open_to_anyone": True, "paid_by_employer": True,
    }  # fmt: skip
    with given._laid_down():
        for number in (1, 2):
            Job.objects.create(
                **told, key=f"m{number}", employer=grocer, title="Baker", occupation_code="5432", contract="permanent"
            )
        Job.objects.create(**told, key="m3", title="Gardener", occupation_code="9111", contract="fixed_term")
    return baker, grocer


def test_each_item_s_numbers_are_those_of_its_measure(supervisor, known, words_of, more_jobs):
    page = supervisor.get(address(known.service))
    parts = {part.heading: part for part in page.context["parts"]}
    kinds = parts["Kinds of work"].table.rows
    types, employers = (take(key, known.service, as_at=AS_AT) for key in ("job_type_diversity", "employer_diversity"))
    assert len(kinds) == types.numerator
    assert sum(int(row[2].words) for row in kinds) == types.denominator == 4
    again = parts["Employers with more than one job"].table.rows
    assert [row[0].words for row in again] == ["Green Grocer"]
    # Distinct employers: all jobs less those that repeat one.
    assert employers.numerator == 4 - sum(int(row[2].words) - 1 for row in again)
    competitive = take("competitive_jobs", known.service, as_at=AS_AT)
    assert f"{competitive.numerator} jobs count of {competitive.denominator}." in words_of(page)
    assert "For a fixed term" in words_of(page)


def test_the_kinds_by_hand(supervisor, known, words_of, more_jobs):
    slow = Counter(
        job.occupation_code
        for job in Job.objects.all()
        if job.started_on > AS_AT - timedelta(days=181) or not job.ended_on
    )
    table = next(
        one for one in supervisor.get(address(known.service)).context["parts"] if one.heading == "Kinds of work"
    ).table
    assert sorted(int(row[2].words) for row in table.rows) == sorted(slow.values())
    assert "Largest share: " in words_of(supervisor.get(address(known.service)))


def test_a_number_opens_to_its_jobs(supervisor, known, words_of, more_jobs):
    page = words_of(supervisor.get(address(known.service, kind="5432")))
    rows = supervisor.get(address(known.service, kind="5432")).context["rows"][0].table.rows
    assert len(rows) == Job.objects.filter(occupation_code="5432").count()
    assert page.count("Green Grocer") >= 3
    assert "Gardener" not in [row[0].words for row in rows]
    why = words_of(supervisor.get(address(known.service, why="For a fixed term")))
    assert "For a fixed term: 1 job" in why
    assert "No: Not paid by the employer" not in why


def test_visits_by_employer_and_by_specialist_in_the_order_of_names(supervisor, known, words_of):
    given_visits = EmployerContact.objects.filter(mode="face_to_face", made_on__gte=MONDAYS[0])
    page = supervisor.get(address(known.service))
    part = next(one for one in page.context["parts"] if one.heading == "By specialist")
    assert [row[0].words for row in part.table.rows] == ["Ana Brook", "Sam Okafor"]
    for row, staff in zip(part.table.rows, (known.ana, known.sam), strict=True):
        own = [one for one in given_visits if one.staff_id == staff.pk]
        assert [cell.words for cell in row[1:]] == [
            str(len(own)), str(sum(one.planned is True for one in own)), str(sum(one.planned is False for one in own)),
            str(sum(one.planned is None for one in own)), str(sum(one.hiring_authority for one in own)),
            str(len({one.employer_id for one in own})),
        ]  # fmt: skip
    employer = given_visits.first().employer
    rows = words_of(supervisor.get(address(known.service, visits=employer.pk)))
    assert f"{employer.name}: {given_visits.filter(employer=employer).count()} visits" in rows


def test_what_the_next_rating_asks_for(supervisor, known, words_of, more_jobs):
    words = words_of(supervisor.get(address(known.service)))
    assert "16 Individualised job search" in words
    assert "This is the highest rating" in words
    assert "would do." in words


def test_all_but_the_items_are_folded_away_and_opened_together(supervisor, known, words_of, more_jobs):
    page = supervisor.get(address(known.service))
    said = page.content.decode()
    tables = sum(part.table is not None for part in page.context["parts"])
    folded = '<details class="nhsuk-details placewell-fold">'
    assert said.count(folded) == tables - 1
    for part in page.context["parts"][1:]:
        assert part.text in words_of(page)
    # What is folded away is on the page, for paper and for who searches it.
    assert said.count("<table") == tables
    opened = supervisor.get(page.context["other_way"]).content.decode()
    assert (opened.count(folded), opened.count('placewell-fold" open>')) == (0, tables - 1)
    assert f"as_at={AS_AT.isoformat()}&amp;parts=open" in said


def test_people_and_jobs_out_of_reach_are_not_named(known, words_of, more_jobs):
    stranger = signed_in(
        given.role(known.service, Role.EMPLOYMENT_SPECIALIST, staff=given.staff(known.service)).account
    )
    page = words_of(stranger.get(address(known.service, kind="5432")))
    assert "a person you do not work with" in page
    assert not [name for name in ("Mia Stone", "Lee Park", "Kit Moss") if name in page]
    assert "A job " in page


@pytest.mark.parametrize(
    "nonsense", [{"kind": "x"}, {"employer": "99999999"}, {"employer": "ab"}, {"visits": "-1"}, {"why": "<b>"}]
)
def test_a_choice_that_there_is_not_shows_no_rows(supervisor, known, nonsense):
    assert supervisor.get(address(known.service, **nonsense)).status_code == 200


def test_an_empty_service_says_so(words_of):
    service = given.service()
    browser = signed_in(given.role(service, Role.SUPERVISOR).account)
    words = words_of(browser.get(reverse("employers_and_jobs", args=[service.pk])))
    assert "No job runs or started in the last 6 months." in words
    assert "No employer was met in person in the 13 weeks." in words


def test_the_questions_of_the_page(supervisor, known, more_jobs):
    supervisor.get(address(known.service))
    with asks(10):
        assert supervisor.get(address(known.service)).status_code == 200
