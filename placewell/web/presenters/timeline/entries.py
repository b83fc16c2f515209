"""The timeline as a page prints it: entries that match what is looked for, a page of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.urls import reverse

from placewell.web.presenters.timeline.pieces import ROOMS
from placewell.web.presenters.timeline.reading import Row
from placewell.web.presenters.timeline.saying import SAYING
from placewell.web.presenters.wording import day


@dataclass(frozen=True)
class Wanted:
    """What is looked for: a room ('' for all), words, and whether withdrawn entries are shown."""

    room: str = ""
    words: str = ""
    and_withdrawn: bool = False

    @property
    def address(self) -> str:
        """The same, as the end of an address; '' when everything that stands is looked for."""
        told = {"kind": self.room, "words": self.words, "withdrawn": "yes" if self.and_withdrawn else ""}
        return f"?{urlencode({name: word for name, word in told.items() if word})}" if any(told.values()) else ""

    @property
    def said(self) -> str:
        """What the timeline is narrowed to, in words; '' when it is not."""
        parts = [f"the kind “{ROOMS[self.room]}”"] if self.room else []
        parts += [f"entries with the words “{self.words}”"] if self.words else []
        return " and ".join(parts)


@dataclass(frozen=True)
class Entry:
    """One entry, ready to print."""

    when: str
    clock: str
    heading: str
    lines: tuple[str, ...]
    note: str
    recorded: str
    is_corrected: bool
    withdrawn: str
    address: str


def timeline(rows: Iterable[Row], *, service, wanted: Wanted, notes: bool) -> list[Row]:
    """The rows looked for, in their order. Without `notes`, none is searched."""
    found = [row for row in rows if _is_wanted(row, wanted)]
    if not wanted.words:
        return found
    spoken = zip(found, entries(found, service=service, notes=notes), strict=True)
    return [row for row, entry in spoken if matches(entry, wanted.words)]


def entries(rows: Iterable[Row], *, service, notes: bool) -> list[Entry]:
    """Rows in words. Without `notes`, none is shown."""
    zone = service.zone()
    return [entry_of(row, service, zone, notes) for row in rows]


def _is_wanted(row: Row, wanted: Wanted) -> bool:
    return (row.stands or wanted.and_withdrawn) and wanted.room in ("", row.piece.room)


def matches(entry: Entry, words: str) -> bool:
    """Whether every word stands somewhere in the entry."""
    text = " ".join((entry.heading, *entry.lines, entry.note, entry.when)).casefold()
    return all(word in text for word in words.casefold().split())


def entry_of(row: Row, service, zone: ZoneInfo, notes: bool) -> Entry:
    """One row in words."""
    heading, lines = SAYING[row.kind](row, service.country)
    return Entry(
        when=day(row.day),
        clock=row.clock,
        heading=heading,
        lines=tuple(line for line in lines if line),
        note=row.facts.get("note", "") if notes else "",
        recorded=recorded(row, zone),
        is_corrected=row.version > 1,
        withdrawn=withdrawn(row, zone),
        address=reverse("record", args=[service.pk, row.piece.record, row.pk]),
    )


def recorded(row: Row, zone: ZoneInfo) -> str:
    """By whom and when it was written down."""
    at = row.recorded_at.astimezone(zone)
    by = f" by {row.recorded_by}" if row.recorded_by else ""
    return f"Recorded{by} on {day(at.date())} at {at:%H:%M}"


def withdrawn(row: Row, zone: ZoneInfo) -> str:
    """When and why it was withdrawn; '' while it stands."""
    if row.withdrawn_at is None:
        return ""
    return f"Withdrawn on {day(row.withdrawn_at.astimezone(zone).date())}: {row.withdrawn_because}"
