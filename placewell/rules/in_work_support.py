"""In-work support as a schedule with both sides: when the person and the employer are seen, and what was missed.

Source: IPS-25, edition of 7 January 2008, item 23 "Time-unlimited follow-along supports" (from memory), with
the stretches as the product's counting rules give them (`time_unlimited_supports@1`): the 7 days before
the start, days 0 to 3, each of the first four 7-day spans, then stretches of 30 days up to the twelfth. That
support goes on as long as the person wants, with a plan of its own for each: service specification of New
Zealand and key fidelity standards of London (verified). That the employer is seen in the same rhythm is
the product's own rule. What was agreed for a job takes the place of the stretches from its first day on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from placewell.rules.deadlines import Standard, due_on
from placewell.rules.disclosure import Talk, may_speak_about
from placewell.rules.finding import Finding, Verdict, said
from placewell.rules.windows import Window

SOURCE = "IPS-25 (7 January 2008), item 23"
AGREED = "Agreed with the person"
AFTER_LOSS_DAYS = 3
DAY = timedelta(days=1)


class Side(StrEnum):
    """Whose support it is."""

    PERSON = "person"
    EMPLOYER = "employer"


@dataclass(frozen=True)
class Stretch:
    """Days of a job, counted from its first (day 0), both ends included, in which there is a contact."""

    name: str
    first_day: int
    last_day: int
    sides: frozenset[Side] = frozenset(Side)


ITEM_23 = (
    Stretch("The week before the start", -7, -1, frozenset({Side.PERSON})),
    Stretch("The first 3 days", 0, 3),
    *(Stretch(f"Week {week}", 7 * week - 7, 7 * week - 1) for week in range(1, 5)),
    *(Stretch(f"Month {month}", 30 * month - 30, 30 * month - 1) for month in range(2, 13)),
)


@dataclass(frozen=True)
class Work:
    """The days of a job that a schedule is worked out from; an end after today has not happened.

    `support_ended_on` is the exit, `stepped_down_on` the day the clinical team took over.
    """

    started_on: date
    ended_on: date | None = None
    end_known_on: date | None = None
    has_employer: bool = True
    stepped_down_on: date | None = None
    support_ended_on: date | None = None


class Touch(NamedTuple):
    """A contact that took place: its day, how ("by telephone"), and whether it was face to face."""

    on: date
    how: str
    is_face_to_face: bool


@dataclass(frozen=True)
class Rhythm:
    """What was agreed: a contact every so often, from a day on; `every` None is no contact at all."""

    every: Standard | None
    started_on: date
    ended_on: date | None = None
    because: str = ""


@dataclass(frozen=True)
class Planned:
    """One contact of a schedule: its days, who asks for it, the contact that kept it, and how it stands."""

    name: str
    first_on: date
    last_on: date
    source: str
    done_on: date | None
    finding: Finding
    reason: str = ""

    @property
    def waits_for_reason(self) -> bool:
        """Whether it was missed and nobody has said why."""
        return self.finding.verdict == Verdict.NOT_MET and not self.reason


def schedule(
    *,
    side: Side,
    work: Work,
    touches: Sequence[Touch],
    today: date,
    rhythms: Sequence[Rhythm] = (),
    missed: Mapping[date, str] | None = None,
    talks: Sequence[Talk] = (),
    employer: int | None = None,
    within: Window | None = None,
) -> tuple[Planned, ...]:
    """Every contact of one side of a job, the earliest first, up to the first that lies ahead.

    Source: IPS-25 item 23 and what was agreed, as the module says. `missed` gives the reason for each missed
    one by the first day of its stretch. A stretch of the scale is kept by a face-to-face contact with the
    person, or by any contact with the employer; one that was agreed, and the days after an end became
    known, by any contact. For the employer (`employer`, by the id that the talks name it by) the talks
    about what to tell decide: without a yes there is none to keep. With `within`, only the contacts that have a day in that window.
    """
    sorted_touches = sorted(touches, key=lambda touch: touch.on)
    standing = _Standing(side, work, sorted_touches, today, missed or {}, list(talks), employer)
    found = [*_of_scale(side, work, rhythms), *_agreed(rhythms, today), *_after_loss(side, work)]
    found += _by_agreement(work, rhythms, today)
    if within is not None:
        found = [one for one in found if one.last_on >= within.first and one.first_on <= within.last]
    return tuple(standing.of(one) for one in sorted(found, key=lambda one: (one.first_on, one.last_on)))


def next_due(*, planned: Sequence[Planned]) -> Planned | None:
    """The first contact of a schedule that can still be kept; None when nothing lies ahead."""
    ahead = [one for one in planned if one.finding.verdict == Verdict.NOT_DUE]
    return min(ahead, key=lambda one: (one.last_on, one.first_on), default=None)


@dataclass(frozen=True)
class _Span:
    name: str
    first_on: date
    last_on: date
    source: str
    any_mode: bool
    stops: str = ""
    is_open: bool = False
    is_after_loss: bool = False


def _of_scale(side: Side, work: Work, rhythms: Sequence[Rhythm]) -> list[_Span]:
    agreed_from = min((rhythm.started_on for rhythm in rhythms), default=date.max)
    return [span for span in _whole_scale(side, work.started_on) if span.last_on < agreed_from]


@lru_cache(maxsize=4096)
def _whole_scale(side: Side, started_on: date) -> tuple[_Span, ...]:
    return tuple(
        _Span(
            stretch.name, started_on + timedelta(days=stretch.first_day), started_on + timedelta(days=stretch.last_day),
            SOURCE, any_mode=side == Side.EMPLOYER,
        )
        for stretch in ITEM_23
        if side in stretch.sides
    )  # fmt: skip


def _agreed(rhythms: Sequence[Rhythm], today: date) -> list[_Span]:
    spans = []
    for rhythm in rhythms:
        if rhythm.every is None:
            spans.append(_Span("No contact", rhythm.started_on, rhythm.started_on, AGREED, True, stops=_why(rhythm)))
            continue
        first_on = rhythm.started_on
        for number in count(1):
            if first_on > today and number > 1 or (rhythm.ended_on is not None and first_on >= rhythm.ended_on):
                break
            whole = Standard(rhythm.every.amount * number, rhythm.every.unit, rhythm.every.name)
            after = due_on(start=rhythm.started_on, standard=whole)
            last_on = after - DAY if rhythm.ended_on is None else min(after, rhythm.ended_on) - DAY
            spans.append(_Span("As agreed", first_on, last_on, AGREED, True))
            first_on = after
    return spans


def _by_agreement(work: Work, rhythms: Sequence[Rhythm], today: date) -> list[_Span]:
    """After the scale's year, or after what was agreed: from there on it is as the person wants it."""
    ends = [rhythm.ended_on for rhythm in rhythms]
    if None in ends:
        return []
    opens_on = max(ends) if ends else work.started_on + timedelta(days=ITEM_23[-1].last_day + 1)
    if opens_on > today:
        return []
    return [_Span("By agreement", opens_on, today, AGREED, False, is_open=True)]


def _why(rhythm: Rhythm) -> str:
    because = f": {rhythm.because}" if rhythm.because else ""
    return f"no contact was agreed from {said(rhythm.started_on)}{because}"


def _after_loss(side: Side, work: Work) -> list[_Span]:
    if side == Side.EMPLOYER or work.end_known_on is None:
        return []
    last_on = work.end_known_on + timedelta(days=AFTER_LOSS_DAYS)
    name = "After the end became known"
    return [_Span(name, work.end_known_on, last_on, SOURCE, True, is_after_loss=True)]


def _day(touch: Touch) -> date:
    return touch.on


@dataclass(frozen=True)
class _Standing:
    side: Side
    work: Work
    touches: Sequence[Touch]
    today: date
    missed: Mapping[date, str]
    talks: list[Talk]
    employer: int | None

    def of(self, span: _Span) -> Planned:
        within = [] if span.is_open else self.between(span.first_on, min(span.last_on, self.today))
        kept = next((touch for touch in within if span.any_mode or touch.is_face_to_face), None)
        reason = self.missed.get(span.first_on, "")
        done_on = kept.on if kept else None
        finding = self.finding(span, kept, within, reason)
        return Planned(span.name, span.first_on, span.last_on, span.source, done_on, finding, reason)

    def between(self, first: date, last: date) -> Sequence[Touch]:
        """The contacts of these days, both included."""
        start = bisect_left(self.touches, first, key=_day)
        return self.touches[start : bisect_right(self.touches, last, lo=start, key=_day)]

    def finding(self, span: _Span, kept: Touch | None, within: list[Touch], reason: str) -> Finding:
        if kept is not None:
            return Finding(Verdict.MET, f"there was a contact {kept.how} on {said(kept.on)}")
        if (excused := self.excused(span)) is not None:
            return excused
        other = f"; a contact {within[-1].how} on {said(within[-1].on)} does not count" if within else ""
        if self.today <= span.last_on:
            return Finding(Verdict.NOT_DUE, f"it is due from {said(span.first_on)} to {said(span.last_on)}{other}")
        why = f"; {reason}" if reason else ""
        what = "contact" if span.any_mode else "face-to-face contact"
        return Finding(
            Verdict.NOT_MET, f"no {what} is recorded from {said(span.first_on)} to {said(span.last_on)}{other}{why}"
        )

    def excused(self, span: _Span) -> Finding | None:
        """Why nothing is asked for in these days; None when it is."""
        if span.stops:
            return Finding(Verdict.DOES_NOT_APPLY, span.stops)
        if self.side == Side.EMPLOYER and not self.work.has_employer:
            return Finding(Verdict.DOES_NOT_APPLY, "the person is self-employed")
        ends = [] if span.is_after_loss else [("the job ended on", self.work.ended_on)]
        ends += [
            ("support ended on", self.work.support_ended_on),
            ("the clinical team has carried it on since", self.work.stepped_down_on),
        ]
        for words, day in ends:
            if day is not None and day <= min(span.last_on, self.today):
                return Finding(Verdict.DOES_NOT_APPLY, f"{words} {said(day)}")
        if span.is_open:
            return Finding(Verdict.NOT_RECORDED, f"nothing is agreed from {said(span.first_on)} on")
        return self.locked(span) if self.side == Side.EMPLOYER else None

    def locked(self, span: _Span) -> Finding | None:
        may = may_speak_about(talks=self.talks, on=min(span.last_on, self.today), employer=self.employer)
        if may.verdict == Verdict.MET:
            return None
        if may.verdict == Verdict.NOT_MET:
            return Finding(Verdict.DOES_NOT_APPLY, may.because)
        return Finding(Verdict.NOT_RECORDED, may.because)
