"""What is wrong between rows: the record as it would be after the import, periods side by side.

The resulting record is the rows of the package over those of the record. Only what the package
touches is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import connection

from placewell.exchange.checking.known_record import KnownRecord, Life
from placewell.exchange.checking.rows import ON_A_DAY_OF_THE_EPISODE, in_words
from placewell.exchange.contract import TABLES, Table
from placewell.exchange.faults import Fault, Findings
from placewell.exchange.reading import TableFile

RESULT = """
select line, {owner}, started_on, ended_on from staged_{table} where state <> 'withdrawn' and {kind}
union all
select null, t.{owner}, t.started_on, t.ended_on from {stored} t
where t.withdrawn_at is null and {kind}
  and t.{owner} in (select {owner} from staged_{table} union select row_id from staged_{owners})
  and t.id not in (select row_id from staged_{table})
order by 2, 3, 1
"""
OUTSIDE = """
select e.line, count(*), min(t.{day}), max(t.{day}) from staged_episodes e join {stored} t on t.episode_id = e.row_id
where e.state = 'changed' and t.withdrawn_at is null and {outside}
  and not exists (select 1 from staged_{table} s where s.row_id = t.id)
group by e.line order by e.line
"""
NOT_ON_A_DAY = "(t.{day} < e.entered_on or t.{day} >= e.ended_on)"
NOT_WITHIN = (
    "(t.started_on < e.entered_on or (e.ended_on is not null and (t.ended_on is null or t.ended_on > e.ended_on)))"
)
RESTS_ON_WITHDRAWN = """
select c.line from staged_{table} c join staged_{owners} p on p.row_id = c.{column}
where p.state = 'withdrawn' and c.state in ('new', 'changed')
"""


@dataclass(frozen=True)
class Period:
    """A period of the resulting record; `line` is None when only the record holds it."""

    line: int | None
    owner: int
    began: str
    ended: str | None

    @property
    def covers_days(self) -> bool:
        return self.ended is None or self.ended > self.began


@dataclass
class Between:
    """The checks between rows, once every table is laid aside and matched."""

    files: dict[str, TableFile]
    record: KnownRecord
    findings: Findings

    def check(self) -> None:
        """Report every fault between rows."""
        if self.files.keys() & {"allocations", "episodes"}:
            for _, periods in self._periods("allocations", "episode_id", "episodes", "kind = 'key_worker'"):
                self._no_overlap("allocations", list(periods), "this episode has two key workers on one day")
        if self.files.keys() & {"staff_terms", "staff"}:
            self._terms()
        if "episodes" in self.files:
            self._what_rests_on_changed_episodes()
        self._what_rests_on_withdrawn_rows()

    def _fault(self, table: str, line: int, column: str | None, problem: str, remedy: str) -> None:
        source = self.files[table]
        position = source.positions.get(column)
        label = column if position is None else source.label(position, column)
        self.findings.fault(Fault(source.file, line, label, None, problem, remedy))

    def _periods(self, table: str, owner: str, owners: str, kind: str) -> Iterator[tuple[int, Iterator[Period]]]:
        stored = TABLES[table].database_table
        with connection.cursor() as cursor:
            cursor.execute(RESULT.format(table=table, owner=owner, owners=owners, stored=stored, kind=kind))
            found = [
                Period(line, of, str(began), None if ended is None else str(ended))
                for line, of, began, ended in cursor.fetchall()
                if of is not None and began is not None
            ]
        return groupby(found, key=lambda period: period.owner)

    def _no_overlap(self, table: str, periods: list[Period], problem: str) -> bool:
        """Report periods of one owner that share a day. True when there are none."""
        clear, last = True, None
        for period in periods:
            if not period.covers_days:
                continue
            if last is not None and (last.ended is None or period.began < last.ended):
                clear = False
                self._overlap(table, period, last, problem)
            if last is None or (last.ended is not None and (period.ended is None or period.ended > last.ended)):
                last = period
        return clear

    def _overlap(self, table: str, period: Period, last: Period, problem: str) -> None:
        here, there = (period, last) if period.line is not None else (last, period)
        if here.line is None:
            return
        where = f"line {there.line}" if there.line is not None else "the record"
        until = f"until {there.ended}" if there.ended else "with no end"
        self._fault(
            table,
            here.line,
            "started_on",
            f"overlaps another period: {problem}: {where} has a period from {there.began} {until}",
            "End one period by the day the next one starts.",
        )

    def _terms(self) -> None:
        """Each day in post has one term: no overlaps, no gaps."""
        by_staff = {
            owner: list(periods) for owner, periods in self._periods("staff_terms", "staff_id", "staff", "1 = 1")
        }
        lines = self._staff_lines()
        for staff in sorted({*by_staff, *lines}, key=lambda row: (lines.get(row, 0), row)):
            periods = by_staff.get(staff, [])
            problem = "this member of staff has two terms on one day"
            if self._no_overlap("staff_terms", periods, problem):
                self._no_gaps(lines.get(staff), self.record.staff.get(staff), periods)

    def _staff_lines(self) -> dict[int, int]:
        with connection.cursor() as cursor:
            cursor.execute("select row_id, line from staged_staff where state <> 'withdrawn'")
            return dict(cursor.fetchall())

    def _no_gaps(self, line: int | None, life: Life | None, periods: list[Period]) -> None:
        if life is None or life[0] is None or (life[1] is not None and life[1] <= life[0]):
            return
        reached: str | None = life[0]
        for period in (period for period in periods if period.covers_days):
            if reached is None or period.began > reached:
                break
            reached = None if period.ended is None else max(reached, period.ended)
        if reached is None or (life[1] is not None and reached >= life[1]):
            return
        table = "staff" if line is not None else "staff_terms"
        if line is None:
            before = [period.line for period in periods if period.line and period.ended == reached]
            line = next(iter(before or [period.line for period in periods if period.line]), None)
        if line is not None and table in self.files:
            problem = f"leaves a gap: this member of staff has no term on {reached}, a day in post ({in_words(life)})"
            remedy = "Give staff_terms.csv one term for each day in post."
            self._fault(table, line, "started_on" if table == "staff" else "ended_on", problem, remedy)

    def _what_rests_on_changed_episodes(self) -> None:
        days = {**ON_A_DAY_OF_THE_EPISODE, "contacts": "began_on", "allocations": "started_on"}
        for name, day in days.items():
            table: Table = TABLES[name]
            outside = NOT_WITHIN if name == "allocations" else NOT_ON_A_DAY.format(day=day)
            with connection.cursor() as cursor:
                cursor.execute(OUTSIDE.format(table=name, stored=table.database_table, day=day, outside=outside))
                found = cursor.fetchall()
            for line, count, first, last in found:
                what = f"{count} of the record's {name} (from {first} to {last})"
                self._fault(
                    "episodes",
                    line,
                    "ended_on",
                    f"leaves out of the episode {what}",
                    "Correct the episode's dates, or bring the corrected rows in the same package.",
                )

    def _what_rests_on_withdrawn_rows(self) -> None:
        for name in self.files:
            for column in TABLES[name].columns:
                if column.refers_to in self.files:
                    self._rests_on_withdrawn(name, column.name, column.refers_to)

    def _rests_on_withdrawn(self, name: str, column: str, owners: str) -> None:
        stored = TABLES[name].by_name[column].stored[0]
        with connection.cursor() as cursor:
            cursor.execute(RESTS_ON_WITHDRAWN.format(table=name, owners=owners, column=stored))
            for (line,) in cursor.fetchall():
                self._fault(
                    name,
                    line,
                    column,
                    f"refers to a row of {owners} that was withdrawn from the record",
                    "Leave this row out, or change the row it rests on: a changed row stands again.",
                )
