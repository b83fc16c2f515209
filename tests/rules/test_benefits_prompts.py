"""When benefits advice is to be offered, with the days beside each boundary."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placewell.rules.benefits_prompts import Advice, after, asking, at_start, prompts
from placewell.rules.deadlines import Standard
from placewell.rules.due import EpisodeFacts, JobFacts, of_episode
from placewell.rules.finding import Verdict

DAY = timedelta(days=1)
ON = date(2026, 6, 1)
TODAY = ON + 20 * DAY
FORTNIGHT = Standard(14, "days", "IPS-25")


@pytest.mark.parametrize(
    ("advice", "verdict", "is_open"),
    [
        ([], Verdict.NOT_MET, True),
        ([Advice(ON - 9 * DAY, ON - DAY, by_adviser=True)], Verdict.MET, False),
        ([Advice(ON - 90 * DAY, ON - 80 * DAY, by_adviser=True)], Verdict.MET, False),
        ([Advice(ON - 9 * DAY, ON, by_adviser=True)], Verdict.MET, False),
        ([Advice(ON - 9 * DAY, ON + DAY, by_adviser=True)], Verdict.NOT_MET, False),
        ([Advice(ON - 9 * DAY, TODAY + DAY, by_adviser=True)], Verdict.NOT_MET, True),
        ([Advice(ON - 9 * DAY, ON - DAY, by_adviser=False)], Verdict.NOT_MET, True),
        ([Advice(ON - 9 * DAY, None)], Verdict.NOT_MET, True),
        ([Advice(ON, declined=True)], Verdict.MET, False),
        ([Advice(ON + DAY, declined=True)], Verdict.NOT_MET, False),
        ([Advice(ON + DAY)], Verdict.NOT_MET, False),
        ([Advice(TODAY + DAY)], Verdict.NOT_MET, True),
        ([Advice(ON - DAY, ON - DAY, by_adviser=True, job="another")], Verdict.NOT_MET, True),
        ([Advice(ON - DAY, ON - DAY, by_adviser=True, job="this")], Verdict.MET, False),
    ],
)
def test_before_a_start(advice, verdict, is_open):
    found = at_start(job="this", started_on=ON, advice=advice, today=TODAY)
    assert (found.finding.verdict, found.is_open) == (verdict, is_open)


@pytest.mark.parametrize(
    ("offered", "today", "verdict", "is_open"),
    [
        (None, 0, Verdict.NOT_DUE, True),
        (None, 14, Verdict.NOT_DUE, True),
        (None, 15, Verdict.NOT_MET, True),
        (-1, 5, Verdict.NOT_DUE, True),
        (0, 5, Verdict.MET, False),
        (14, 20, Verdict.MET, False),
        (15, 20, Verdict.NOT_MET, False),
        (15, 14, Verdict.NOT_DUE, True),
    ],
)
def test_after_a_change(offered, today, verdict, is_open):
    advice = [] if offered is None else [Advice(ON + offered * DAY)]
    found = after(on=ON, advice=advice, standard=FORTNIGHT, today=ON + today * DAY)
    assert (found.finding.verdict, found.is_open) == (verdict, is_open)


def test_advice_that_was_declined_was_offered():
    found = after(on=ON, advice=[Advice(ON + DAY, declined=True)], standard=FORTNIGHT, today=ON + 9 * DAY)
    assert (found.finding.verdict, found.finding.because) == (Verdict.MET, "advice was offered on 2 June 2026")


def test_the_days_are_the_service_s_to_set():
    found = after(on=ON, advice=[], standard=Standard(1, "weeks", "Contract"), today=ON + 8 * DAY)
    assert found.finding.verdict == Verdict.NOT_MET
    found = after(on=ON, advice=[], standard=None, today=ON + 8 * DAY)
    assert (found.finding.verdict, found.is_open) == (Verdict.DOES_NOT_APPLY, True)


def job(pk: int, started: int, ended: int | None = None, *changes: int) -> JobFacts:
    end = None if ended is None else ON + ended * DAY
    return JobFacts(pk, "Baker", ON + started * DAY, end, tuple(ON + day * DAY for day in changes))


def kinds(jobs: list[JobFacts], advice: tuple[Advice, ...] = (), **more) -> list[tuple]:
    """What asks, each with its job."""
    told = {"standard": FORTNIGHT, "today": TODAY, **more}
    return [(one.kind, one.job) for one in prompts(jobs=jobs, advice=advice, **told) if one.asks]


def test_what_waited_longest_asks_and_of_a_job_that_is_over_only_its_end():
    assert kinds([job(1, 0, None, 5, 25)]) == [("start", 1), ("change", 1)]
    assert kinds([job(1, 0, 18, 5)]) == [("end", 1)]
    assert kinds([job(1, 0, 18, 5), job(2, 10)]) == [("start", 2)]
    assert kinds([job(1, 0, 18), job(2, 2, 9)]) == [("end", 1)]
    assert kinds([job(1, 0, 21)]) == [("start", 1)]  # the end lies ahead
    found = prompts(jobs=[job(1, 0, None, 15)], advice=[], standard=FORTNIGHT, today=TODAY)
    assert (
        asking(found).due.finding.because
        == "the benefits advice after the start of the job as Baker was due by 15 June 2026"
    )


def test_once_support_has_ended_nothing_asks():
    assert kinds([job(1, 0, None, 5), job(2, -9, -2)], ended_on=TODAY) == []
    assert kinds([job(1, 0, 9)], ended_on=TODAY) == []
    assert kinds([job(1, 0, 9)], ended_on=TODAY + DAY) == [("end", 1)]


# The same, day by day.
def slowly(jobs: list[JobFacts], advice: list[Advice]) -> set[tuple]:
    """What asks for advice, as a supervisor would look it up: kind, job, day."""
    asks, running = set(), [one for one in jobs if lives(one)]
    for one in running:
        offers = [each for each in advice if (each.job is None or each.job == one.pk) and each.offered_on <= TODAY]
        went_before = any(
            (each.held_on and each.held_on <= one.started_on and each.by_adviser)
            or (each.declined and each.offered_on <= one.started_on)
            for each in offers
        )
        came_later = any(
            day in (each.offered_on, each.held_on) for each in offers for day in until_today(one.started_on)
        )
        if not went_before and not came_later:
            asks.add(("start", one.pk, one.started_on))
        asks |= {("change", one.pk, day) for day in one.changes if day <= TODAY and not offered_since(day, advice)}
    over = [one for one in jobs if one.started_on <= TODAY and one not in running]
    if over and not running:
        last = max(one.ended_on for one in over)
        if not offered_since(last, advice):
            asks.add(("end", [one.pk for one in over if one.ended_on == last][0], last))
    return asks


def lives(one: JobFacts) -> bool:
    return one.started_on <= TODAY and not (one.ended_on and one.ended_on <= TODAY)


def until_today(first: date) -> list[date]:
    return [first + n * DAY for n in range(100) if first + n * DAY <= TODAY]


def offered_since(day: date, advice: list[Advice]) -> bool:
    return any(each.offered_on == other for each in advice for other in until_today(day))


SOME_DAY = st.integers(-40, 25).map(lambda day: ON + day * DAY)
OFFER = st.builds(
    Advice, offered_on=SOME_DAY, held_on=st.none() | SOME_DAY, declined=st.booleans(), by_adviser=st.booleans(),
    job=st.sampled_from([None, 0, 1, 2]),
)  # fmt: skip


@st.composite
def some_jobs(draw) -> list[JobFacts]:
    found = []
    for pk in range(draw(st.integers(0, 3))):
        started = draw(SOME_DAY)
        ended = draw(st.none() | st.integers(0, 30).map(lambda days, started=started: started + days * DAY))
        changes = draw(st.lists(st.integers(0, 30), max_size=2, unique=True))
        found.append(JobFacts(pk, "Baker", started, ended, tuple(started + day * DAY for day in sorted(changes))))
    return found


@given(jobs=some_jobs(), advice=st.lists(OFFER, max_size=4))
def test_the_page_of_advice_today_and_the_slow_way_ask_for_the_same(jobs, advice):
    asked = [one for one in prompts(jobs=jobs, advice=advice, standard=FORTNIGHT, today=TODAY) if one.asks]
    assert {(one.kind, one.job, one.on) for one in asked} == slowly(jobs, advice)
    facts = EpisodeFacts(entered_on=ON - 99 * DAY, jobs=tuple(jobs), advice=frozenset(advice))
    of = {"days_to_advice_after_a_change": FORTNIGHT}.get
    clocks = [one for one in of_episode(facts, standard=of, today=TODAY) if one.rule == "advice_after_a_change"]
    first = min((day for _, _, day in slowly(jobs, advice)), default=None)
    assert [clock.due.on for clock in clocks] == ([] if first is None else [first + 14 * DAY])
