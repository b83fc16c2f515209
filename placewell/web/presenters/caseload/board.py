"""A caseload as a board or a table: the people looked for, by column, in the order asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from placewell.records.caseload import Held, holders_of
from placewell.rules.caseload import Column
from placewell.web.presenters.caseload.lines import COLUMNS, LAST, Known, Line, Telling
from placewell.web.presenters.caseload.looking import BOARD, TABLE, Looking
from placewell.web.presenters.paging import Pager, pager
from placewell.web.presenters.wording import counted

FIRST = date.min
A_PAGE = 60
# A board of more people than this is a wall: the table has pages.
MOST_ON_A_BOARD = 120


@dataclass(frozen=True)
class Shown:
    """One column of the board, or one line of the table's filter, with how many stand in it."""

    column: Column
    words: str
    count: str
    lines: list[Line]


@dataclass(frozen=True)
class Caseload:
    """The people looked for. `columns` is empty for a table, `rows` for a board."""

    total: int
    said: str
    columns: list[Shown]
    rows: list[Line]
    pager: Pager | None
    is_too_many: bool


Knowing = Callable[[list[Held]], list[Known]]


def by_name(held: Held) -> tuple:
    """Family names first, whatever case they are written in."""
    return held.family_name.casefold(), held.given_name.casefold(), held.episode, held.kind


ORDERS: dict[str, Callable[[Known], tuple]] = {
    "name": lambda one: by_name(one.held),
    "contact": lambda one: (one.work.last_contact_on or FIRST, *by_name(one.held)),
    "next": lambda one: ((one.next.on or LAST) if one.next else LAST, one.next is None, *by_name(one.held)),
    "since": lambda one: (one.placed.since, *by_name(one.held)),
}


def caseload(held: list[Held], looking: Looking, know: Knowing, today: date, clients: str) -> Caseload:
    """Those of the people who are looked for, as a board where there are few enough, else as a table.

    `know` says what the rules say of some of them: a page of a long list by name asks for its own alone.
    """
    held = sorted((one for one in held if not looking.team or one.team == looking.team), key=by_name)
    is_plain = len(held) > MOST_ON_A_BOARD and not looking.column and not looking.flag and looking.sort == "name"
    if is_plain:
        return table(held, looking, know, today, clients)
    found = sorted((one for one in know(held) if is_wanted(one, looking)), key=ORDERS[looking.sort])
    if looking.drawing == TABLE or len(found) > MOST_ON_A_BOARD:
        return table(found, looking, lambda rows: rows, today, clients)
    return Caseload(len(found), people(found), columns(found, looking, telling(found, today, clients)), [], None, False)


def table(
    found: list, looking: Looking, known_of: Callable[[list], list[Known]], today: date, clients: str
) -> Caseload:
    """The page asked for."""
    pages = pager(total=len(found), page=looking.page, size=A_PAGE, address=lambda page: looking.address(page=page))
    rows = known_of(found[pages.start : pages.start + A_PAGE])
    told = telling(rows, today, clients)
    is_too_many = looking.drawing == BOARD
    return Caseload(len(found), people(found), [], [told.line(one) for one in rows], pages, is_too_many)


def people(found: list) -> str:
    """23 people."""
    return counted(len(found), "person", "people")


def telling(rows: list[Known], today: date, clients: str) -> Telling:
    """How these people are told of."""
    return Telling(clients, holders_of([one.held.episode for one in rows], today), today)


def is_wanted(one: Known, looking: Looking) -> bool:
    """Whether somebody is in the column and has the flag that are asked for."""
    return (not looking.column or one.placed.column == looking.column) and (
        not looking.flag or looking.flag in one.flags
    )


def columns(found: list[Known], looking: Looking, told: Telling) -> list[Shown]:
    """Every column in its order, those without anybody too; only the one that is asked for, if one is."""
    lines: dict[Column, list[Line]] = {column: [] for column in COLUMNS}
    for one in found:
        lines[one.placed.column].append(told.line(one))
    return [
        Shown(column, COLUMNS[column], str(len(stand)), stand)
        for column, stand in lines.items()
        if not looking.column or column == looking.column
    ]
