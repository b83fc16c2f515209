"""Taking a measure: periods, owners, the rows behind a figure, and who is looked at."""

from collections import Counter
from datetime import date

import pytest
from django.utils import timezone

from placewell.measures.breakdown import BY, UnknownGrouping
from placewell.measures.catalogue import MEASURES
from placewell.measures.finish.sums import added_alike
from placewell.measures.taking import NoPeriod, take
from placewell.records import guard
from placewell.records.models import Allocation, Client, Episode, Job, Staff, TeamAttachment
from tests.measures.loading import load

AS_AT = date(2026, 6, 30)
YEAR = {"from_": date(2025, 7, 1), "to": AS_AT}


def taken(name, service, **more):
    when = YEAR if MEASURES[name].is_outcome else {"as_at": AS_AT}
    return take(name, service, **when, **more)


@pytest.mark.parametrize("name", MEASURES)
def test_the_rows_counted_add_up_to_the_figure(example, name):
    figure = taken(name, example)
    whys = {unit.why for unit in figure.units if not unit.counted}
    assert whys <= set(MEASURES[name].why_words)
    if figure.numerator is None:
        return
    main = [unit for unit in figure.units if unit.part == ""]
    numerator, denominator = added_alike(main, MEASURES[name].options.get("alike"))
    assert numerator == figure.numerator
    assert figure.denominator in (denominator, None)


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("name", ["job_starts@ipsgrow", "employment_rate@quarterly", "rapid_job_search@1"])
def test_a_breakdown_counts_every_unit_once(example, name, by):
    figure = taken(name, example, by=by)
    assert sum(line.numerator for line in figure.breakdown) == figure.numerator
    owners = [line.owner for line in figure.breakdown]
    assert len(owners) == len(set(owners))


def test_by_staff_gives_the_identifiers_of_the_data_package(example):
    figure = taken("caseload_size@1", example, by="staff")
    assert [line.key for line in figure.breakdown] == ["S1-E1", "S1-E2", "S1-E3", "S1-E4"]
    assert [line.rating for line in figure.breakdown] == [5, 5, 5, 5]


def test_a_specialist_with_one_team_belongs_to_it_and_one_with_several_to_none(example):
    lines = {line.key: line.numerator for line in taken("caseload_size@1", example, by="team").breakdown}
    attached = Counter(
        row.staff.key
        for row in TeamAttachment.objects.filter(ended_on=None, started_on__lte=AS_AT).select_related("staff")
    )
    held = {line.key: line.numerator for line in taken("caseload_size@1", example).breakdown}
    assert lines[None] == sum(number for key, number in held.items() if attached[key] != 1)
    assert sum(lines.values()) == 30


def test_a_rated_line_needs_no_reason(example):
    for line in taken("employer_contact_frequency@1", example, by="staff").breakdown:
        assert line.rating is None or line.reason is None


def test_a_job_belongs_to_the_key_worker_of_the_day_it_started(example):
    job = Job.objects.get(key="S1-J6")
    held = Allocation.objects.filter(episode=job.episode, kind="key_worker", started_on__lte=job.started_on)
    holder = Staff.objects.get(pk=held.order_by("started_on").last().staff_id)
    figure = taken("job_starts@ipsgrow", example, by="staff")
    mine = next(line for line in figure.breakdown if line.key == holder.key)
    assert mine.numerator >= 1


def test_an_unknown_grouping_is_named(example):
    with pytest.raises(UnknownGrouping, match="star_sign"):
        taken("caseload_size@1", example, by="star_sign")


@pytest.mark.parametrize(
    ("name", "when", "said"),
    [
        ("caseload_size@1", {}, "a date"),
        ("into_work@ipsgrow", {"to": AS_AT}, "a period"),
        ("into_work@ipsgrow", {"from_": AS_AT, "to": date(2026, 6, 1)}, "ends before it starts"),
    ],
)
def test_a_measure_without_its_time_says_what_it_needs(example, name, when, said):
    with pytest.raises(NoPeriod, match=said):
        take(name, example, **when)


def test_only_the_people_named_are_counted(example):
    person = Episode.objects.filter(ended_on=None, stepped_down_on=None, entered_on__lte=AS_AT).first().client
    figure = taken("caseload_at_end@1", example, clients=(person.pk,))
    assert {unit.client for unit in figure.units} == {person.pk}
    assert taken("caseload_at_end@1", example, clients=()).value == 0


def test_a_row_that_was_withdrawn_counts_no_more(example):
    before = taken("job_type_diversity@1", example).denominator
    job = taken("job_type_diversity@1", example).units[0].row
    with guard.acting(by=None, verb="tests.given"):
        Job.objects.filter(pk=job).update(withdrawn_at=timezone.now())
    assert taken("job_type_diversity@1", example).denominator == before - 1


def test_another_service_is_not_looked_at(example):
    other = load({"services": [{"service_id": "S9", "name": "Nine", "country": "NZ"}]})["S9"]
    figure = taken("caseload_size@1", other)
    assert (figure.value, figure.numerator, figure.denominator) == (None, 0, 0)
    assert figure.reason
    assert Client.objects.filter(service=example).exists()


def test_the_window_of_a_measure_is_said(example):
    assert taken("rapid_job_search@1", example).window == (date(2025, 7, 1), AS_AT)
    assert taken("community_based@1", example).window == (date(2026, 3, 30), date(2026, 6, 28))
    assert taken("caseload_size@1", example).window is None
    assert taken("job_starts@ipsgrow", example).window == (date(2025, 7, 1), AS_AT)
