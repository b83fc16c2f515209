"""Today as a page: its lines in order, what was put off, what is booked, in parts a tired eye can take in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils.safestring import SafeString

from placewell.access.caseload_scope import put_off_in
from placewell.records.models import Appointment, Snooze
from placewell.web.presenters.paging import Pager, pager
from placewell.web.presenters.today.drawing import long_list, short_list
from placewell.web.presenters.today.lines import SOON, Asked, Line
from placewell.web.presenters.today.next_steps import NO_NEXT_STEP
from placewell.web.presenters.today.sources import all_lines
from placewell.web.presenters.wording import counted, day, listed

A_PAGE = 30
# A thing late for longer stands last on the page (our own rule: it changes the order, never what is due).
LONG = timedelta(days=60)


@dataclass(frozen=True)
class Shown:
    """A line ready to print: with whose it is (in the unit), and where it is put off or finished by one tap."""

    line: Line
    whose: str
    put_off: str
    finish: str
    submission: str


@dataclass(frozen=True)
class PutOff:
    """A line that was put off: until when, why, and where it is brought back by one tap."""

    line: Line
    whose: str
    until: str
    because: str
    bring_back: str
    submission: str


@dataclass(frozen=True)
class Booked:
    """An appointment: its day and time, with whom, how and what for."""

    when: str
    who: str
    address: str
    words: str
    contact: str


@dataclass(frozen=True)
class TodayPage:
    """The page: `late`, `soon` and `long_late` are the part of what is due that this page of the list shows."""

    heading: str
    date: str
    summary: str
    booked_today: Sequence[Booked]
    late: SafeString
    soon: SafeString
    long_late: SafeString
    booked_soon: Sequence[Booked]
    without_step: SafeString
    more_without: str
    put_off: Sequence[PutOff]
    pager: Pager
    is_empty: bool
    holds_nobody: bool


@dataclass(frozen=True)
class Making:
    """What the parts of one page are made of: `query` is what its links carry on (“?worker=12”)."""

    asked: Asked
    query: str

    def whose(self, line: Line) -> str:
        """In the unit, the key worker of the person whom a line is about."""
        if not self.asked.for_unit or line.client is None:
            return ""
        return self.asked.keepers.get(line.client, "")

    def tap(self, page: str, pk: int, version: int) -> tuple[str, str]:
        """Where one tap sends its form, and the id that makes it count once."""
        address = self.asked.to(page, pk)
        return address + self.query, str(uuid5(NAMESPACE_URL, f"{address}{self.asked.worker.pk}/{version}"))

    def shown(self, line: Line) -> Shown:
        finish, submission = self.tap("step_done", line.step, line.version) if line.step else ("", "")
        return Shown(line, self.whose(line), self.where_put_off(line), finish, submission)

    def where_put_off(self, line: Line) -> str:
        """The form with which a line is put off; '' for one that cannot be."""
        to = self.asked.to
        if line.step is not None:
            return to("put_off_step", line.step) + self.query
        if line.client is not None:
            job = f"{'&' if self.query else '?'}job={line.job}" if line.job else ""
            return to("put_off", line.client, line.rule) + self.query + job
        return to("put_off_own", line.staff, line.rule) + self.query if line.staff is not None else ""

    def put_off(self, line: Line, snooze: Snooze) -> PutOff:
        address, submission = self.tap("bring_back", snooze.pk, snooze.version)
        return PutOff(line, self.whose(line), day(snooze.until_on), snooze.put_off_because, address, submission)

    def booked(self, one: Appointment) -> Booked:
        held = self.asked.by_episode.get(one.episode_id)
        who = held.name if held else one.employer.name
        clock = f"{one.begins_time:%H:%M}" if one.begins_time else ""
        on = "" if one.begins_on == self.asked.today else f"{one.begins_on:%A} {day(one.begins_on)}"
        mine = {keeper.pk for keeper in self.asked.staff} == {one.staff_id}
        told = [str(one.get_mode_display()), one.place, one.purpose, "" if mine else f"with {one.staff.full_name}"]
        return Booked(
            when=", ".join(filter(None, (on, clock))) or "Some time today", who=who,
            address=held.address if held else self.asked.to("employer", one.employer_id),
            words=", ".join(filter(None, told)),
            contact=self.asked.to("contact_new", held.pk) if held and one.begins_on == self.asked.today else "",
        )  # fmt: skip


def today_page(asked: Asked, *, query: str, page: int, address: Callable[[int], str]) -> TodayPage:
    """What is late, due within a week, booked, without a next step, and put off."""
    making = Making(asked, query)
    lines, put_off = apart(all_lines(asked), put_off_in(asked.service, asked.today))
    due = in_order(
        [line for line in lines if line.rule != NO_NEXT_STEP and is_soon(line.on, asked.today)], asked.today
    )
    without = [line for line in lines if line.rule == NO_NEXT_STEP]
    booked = [one for one in asked.booked if one.begins_on <= asked.today + SOON]
    pages = pager(total=len(due), page=page, size=A_PAGE, address=address, one="thing", several="things")
    shown = [making.shown(line) for line in due[pages.start : pages.start + A_PAGE]]
    return TodayPage(
        heading=heading(asked),
        date=f"{asked.today:%A} {day(asked.today)}",
        summary=summary(due, booked, without, asked),
        booked_today=[making.booked(one) for one in booked if one.begins_on == asked.today],
        late=long_list([one for one in shown if part_of(one.line, asked.today) == 0], look="placewell-lines--late"),
        soon=long_list([one for one in shown if part_of(one.line, asked.today) == 1], look=""),
        long_late=long_list([one for one in shown if part_of(one.line, asked.today) == 2], look=""),
        booked_soon=[making.booked(one) for one in booked if one.begins_on > asked.today],
        without_step=short_list([making.shown(line) for line in without[:A_PAGE]]),
        more_without=more_people(len(without) - A_PAGE),
        put_off=[making.put_off(line, snooze) for line, snooze in put_off],
        pager=pages,
        is_empty=not (due or booked or without),
        holds_nobody=not asked.people,
    )


def part_of(line: Line, today: date) -> int:
    """0: late, 1: due within a week, 2: late for so long that it comes after what can still be done in time."""
    if not line.is_late:
        return 1
    return 2 if line.on is not None and today - line.on > LONG else 0


def in_order(lines: list[Line], today: date) -> list[Line]:
    """Late first, the latest missed at the top; then what is due, the next day first; then what is long past."""
    late = [line for line in lines if part_of(line, today) == 0]
    long_late = [line for line in lines if part_of(line, today) == 2]
    due = [line for line in lines if part_of(line, today) == 1]
    return [*_newest(late), *due, *_newest(long_late)]


def _newest(lines: list[Line]) -> list[Line]:
    """Without a day (now) first, then from the latest day back; who is equal keeps the order of names."""
    return sorted(lines, key=lambda line: line.on or date.max, reverse=True)


def apart(lines: list[Line], snoozes: list[Snooze]) -> tuple[list[Line], list[tuple[Line, Snooze]]]:
    """What is to be seen, and what is put off, each with its latest putting off."""
    in_force = {(one.rule, one.client_id, one.job_id, one.step_id, one.staff_id): one for one in snoozes}
    seen, put_off = [], []
    for line in lines:
        snooze = in_force.get((line.rule, line.client, line.job, line.step, line.staff))
        if snooze is None:
            seen.append(line)
        else:
            put_off.append((line, snooze))
    return seen, put_off


def summary(due: list[Line], booked: list[Appointment], without: list[Line], asked: Asked) -> str:
    """2 late, 1 due within a week, 3 booked and 4 people without a next step; '' when there is nothing."""
    late = sum(line.is_late for line in due)
    soon = len(due) - late
    parts = [f"{late:,} late"] if late else []
    parts += [f"{soon:,} due within a week"] if soon else []
    parts += [f"{len(booked):,} booked"] if booked else []
    parts += [f"{counted(len(without), 'person', 'people')} without a next step"] if without else []
    return listed(parts)


def more_people(how_many: int) -> str:
    """And 12 more people; '' when all are shown."""
    return f"And {how_many:,} more {'person' if how_many == 1 else 'people'}." if how_many > 0 else ""


def heading(asked: Asked) -> str:
    """Whose day it is."""
    if asked.for_unit:
        return "Today in the unit"
    own = {role.staff_id for role in asked.worker.roles}
    names = [one.full_name for one in asked.staff if one.pk not in own]
    return f"Today for {names[0]}" if names else "Today"


def is_soon(on: date | None, today: date) -> bool:
    """Whether a day lies within a week; a thing without a day is due already."""
    return on is None or on <= today + SOON
