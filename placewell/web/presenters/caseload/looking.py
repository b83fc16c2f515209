"""What is looked for in a caseload, read from the address or from what was looked for last."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from placewell.rules.caseload import Column, Flag

UNIT = "unit"
SORTS = {
    "name": "Name",
    "contact": "Longest without contact",
    "next": "Next step, soonest first",
    "since": "Longest in their column",
}
BOARD, TABLE = "board", "table"
DRAWINGS = {BOARD: "Board", TABLE: "Table"}
NAMES = ("who", "stage", "flag", "team", "sort", "as")


@dataclass(frozen=True)
class Looking:
    """Whose people, which of them, in which order and drawn how; what makes no sense is left out.

    `who` is '' for one's own, `unit` for everybody's, else the row id of a colleague.
    """

    who: str = ""
    column: str = ""
    flag: str = ""
    team: int | None = None
    sort: str = "name"
    drawing: str = BOARD
    page: int = 1

    @classmethod
    def asked(cls, given) -> "Looking":
        """Read from the address (`request.GET`) or from what is remembered."""
        who, column, flag = given.get("who", ""), given.get("stage", ""), given.get("flag", "")
        sort, drawing = given.get("sort", ""), given.get("as", "")
        return cls(
            who=who if who == UNIT or number(who) else "",
            column=column if column in set(Column) else "",
            flag=flag if flag in set(Flag) else "",
            team=number(given.get("team", "")),
            sort=sort if sort in SORTS else "name",
            drawing=drawing if drawing in DRAWINGS else BOARD,
            page=number(given.get("page", "")) or 1,
        )

    @classmethod
    def recalled(cls, words: str) -> "Looking":
        """Read from the end of an address."""
        return cls.asked(dict(parse_qsl(words)))

    @property
    def narrows(self) -> bool:
        """Whether some of the people are left out."""
        return bool(self.column or self.flag or self.team)

    @property
    def staff(self) -> int | None:
        """The colleague asked for, by row id."""
        return number(self.who)

    @property
    def is_unit(self) -> bool:
        return self.who == UNIT

    def words(self, **changed) -> str:
        """The same, changed, as the end of an address without its page."""
        new = replace(self, **changed)
        told = {
            "who": new.who, "stage": new.column, "flag": new.flag, "team": new.team,
            "sort": "" if new.sort == "name" else new.sort, "as": "" if new.drawing == BOARD else new.drawing,
        }  # fmt: skip
        return urlencode({name: value for name, value in told.items() if value})

    def address(self, *, page: int = 1, **changed) -> str:
        """The same, changed, as an address on this page; one without any filter says so."""
        words = self.words(**changed) or "sort=name"
        return f"?{words}&page={page}" if page > 1 else f"?{words}"


def number(words: str) -> int | None:
    """A row id or page as typed in an address, or None."""
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else None


def asks(given) -> bool:
    """Whether an address says itself what is looked for."""
    return any(name in given for name in NAMES)
