"""One figure for each specialist, team or group of people: the same units, added up apart.

A unit without a specialist of its own belongs to the key worker who last took its episode on by the
unit's day; a unit of an episode to the episode's team at entry, one of a specialist to their team
when they have one only. Ages are those at the end of the period. What nobody owns, or is not
recorded, has a line of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from placewell.measures.figure import Line, Unit
from placewell.measures.finish import Counted, finished
from placewell.measures.looking_up import look_up
from placewell.measures.periods import day_number, day_of
from placewell.measures.runners import Runner
from placewell.measures.views import Scope

BY = ("staff", "team", "age_band", "gender", "ethnic_group")
AGES = ((0, 17, "under 18"), (18, 24, "18–24"), (25, 34, "25–34"), (35, 44, "35–44"),
        (45, 54, "45–54"), (55, 64, "55–64"), (65, 200, "65 and over"))  # fmt: skip
NOT_RECORDED = "not recorded"
Owner = int | str | None


class UnknownGrouping(ValueError):
    """A figure was asked for by something that it cannot be broken down by."""


def broken_down(counted: Counted, *, by: str, scope: Scope, runner: Runner, as_at: date) -> tuple[Line, ...]:
    """A line for each owner, in the order of their ids or words; nobody last.

    Raises ``UnknownGrouping`` for anything but one of ``BY``.
    """
    if by not in BY:
        raise UnknownGrouping(f"A figure can be broken down by {', '.join(BY)}, not by {by!r}")
    owner = _owner(by, scope, runner, as_at)
    groups: dict[Owner, list[Unit]] = defaultdict(list)
    for unit in counted.units:
        groups[owner(unit)].append(unit)
    lines = []
    for name in sorted(groups, key=lambda one: (one is None, one if isinstance(one, int) else 0, str(one))):
        sums = finished(Counted(counted.measure, counted.item, tuple(groups[name])), as_at=as_at)
        own = sums.by_staff[0].rating if by == "staff" and sums.by_staff else None
        reason = sums.reason if own is None else None
        lines.append(Line(name, None, sums.value, sums.numerator, sums.denominator, own, reason))
    return tuple(lines)


def keyed(lines: Iterable[Line], *, by: str, scope: Scope, runner: Runner, as_at: date) -> tuple[Line, ...]:
    """The same lines with the identifiers of staff or teams; a group of people is known by its words."""
    lines = tuple(lines)
    if by not in ("staff", "team"):
        return tuple(replace(line, key=line.owner) for line in lines)
    if not lines:
        return lines
    keys = {row["id"]: row["key"] for row in look_up(by, scope=scope, as_at=as_at, runner=runner)}
    return tuple(replace(line, key=keys.get(line.owner)) for line in lines)


def _owner(by: str, scope: Scope, runner: Runner, as_at: date) -> Callable[[Unit], Owner]:
    if by == "team":
        return _team(look_up("teams_of_staff", scope=scope, as_at=as_at, runner=runner))
    if by == "staff":
        return _holder(look_up("holders", scope=scope, as_at=as_at, runner=runner))
    people = {row["client"]: row for row in look_up("clients", scope=scope, as_at=as_at, runner=runner)}
    say = (lambda row: _age_band(row["date_of_birth"], as_at)) if by == "age_band" else lambda row: row[by]
    return lambda unit: (say(people[unit.client]) if unit.client in people else None) or NOT_RECORDED


def _team(rows) -> Callable[[Unit], Owner]:
    worked_in = defaultdict(set)
    for row in rows:
        worked_in[row["staff"]].add(row["team"])

    def team(unit: Unit) -> Owner:
        teams = worked_in[unit.staff]
        return next(iter(teams)) if unit.team is None and unit.episode is None and len(teams) == 1 else unit.team

    return team


def _holder(rows) -> Callable[[Unit], Owner]:
    begun = defaultdict(list)
    for row in rows:
        begun[row["episode"]].append((row["started_on"], row["staff"]))

    def holder(unit: Unit) -> Owner:
        if unit.staff is not None or unit.episode is None:
            return unit.staff
        day = day_number(unit.day) if unit.day else None
        taken = [one for one in begun[unit.episode] if day is None or one[0] <= day]
        return max(taken)[1] if taken else None

    return holder


def _age_band(born: int | None, as_at: date) -> str | None:
    if born is None:
        return None
    birthday = day_of(born)
    age = as_at.year - birthday.year - ((as_at.month, as_at.day) < (birthday.month, birthday.day))
    return next((words for low, high, words in AGES if low <= age <= high), None)
