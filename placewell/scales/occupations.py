"""Kinds of work by four digits, and the search by the title that people use for a job."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from placewell.scales.faults import ScaleError, need, need_mark, read_yaml, refuse_unknown

FILE = Path(__file__).parent / "soc_2020.yaml"
DIGITS = 4
LIKE = 65
MOST = 8
A_WORD = 4


@dataclass(frozen=True)
class UnitGroup:
    """A kind of work: its four digits, its title, and titles of jobs that fall in it."""

    code: str
    title: str
    job_titles: tuple[str, ...]


@dataclass(frozen=True)
class Classification:
    """The unit groups by code, with where they come from."""

    source: str
    mark: str
    groups: Mapping[str, UnitGroup]


@cache
def classification() -> Classification:
    """The classification in use: SOC 2020. Raises ``ScaleError`` for a fault of the file."""
    return read_classification(FILE)


def read_classification(path: Path) -> Classification:
    """The unit groups in a file, and the titles of jobs that name one."""
    place = f"{path.parent.name}/{path.name}"
    data = read_yaml(path)
    refuse_unknown(data, {"source", "mark", "groups", "job_titles"}, place)
    groups = need(data, "groups", place, dict)
    named: dict[str, list[str]] = {code: [] for code in groups}
    for code in groups:
        if not (isinstance(code, str) and len(code) == DIGITS and code.isdigit()):
            raise ScaleError(place, f"{code!r} is no unit group; write four digits in quotation marks")
    for title, code in need(data, "job_titles", place, dict).items():
        if code not in named:
            raise ScaleError(place, f"{title!r} names the unit group {code!r}, which is not listed")
        named[code].append(title)
    return Classification(
        source=need(data, "source", place),
        mark=need_mark(data, place),
        groups={code: UnitGroup(code, title, tuple(named[code])) for code, title in groups.items()},
    )


def title_of_unit(*, code: str) -> str:
    """The title of a unit group; '' for digits that are none."""
    found = classification().groups.get(code)
    return found.title if found else ""


@cache
def _words() -> dict[str, str]:
    """Every title, in small letters, with the code it stands for; a group's own title wins."""
    found = {title.casefold(): one.code for one in classification().groups.values() for title in one.job_titles}
    return found | {one.title.casefold(): one.code for one in classification().groups.values()}


def code_named(*, words: str) -> str:
    """The code that words name beyond doubt: the digits, digits and title, or a whole title; '' for none."""
    first = words.strip().split(" ", 1)[0].rstrip(":")
    if first in classification().groups:
        return first
    return _words().get(" ".join(words.split()).casefold(), "")


def kinds_like(*, words: str, most: int = MOST) -> list[UnitGroup]:
    """Unit groups that words may mean, the likeliest first; none for words that are like nothing."""
    asked = " ".join(words.split()).casefold()
    if not asked:
        return []
    titles = list(_words())
    found: dict[str, None] = {}
    # What the whole is like stands first, then what each of its longer words is like.
    for part in dict.fromkeys([asked, *(word for word in asked.split() if len(word) >= A_WORD)]):
        near = process.extract(part, titles, scorer=fuzz.WRatio, score_cutoff=LIKE, limit=3 * most)
        found |= dict.fromkeys(_words()[title] for title, _, _ in near if title)
    return [classification().groups[code] for code in found][:most]
