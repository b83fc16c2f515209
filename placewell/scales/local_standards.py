"""The thresholds that a service sets for itself, with what the documents say about each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from placewell.scales.faults import ScaleError, need, need_mark, read_yaml, refuse_unknown

FILE = Path(__file__).parent / "local_standards.yaml"
KINDS = ("within", "every", "amount")
TIMES = ("days", "working days", "weeks", "months")
AMOUNTS = ("people", "contacts", "teams", "ways")


class Document(NamedTuple):
    """A document by its title, and the country in which it holds; None for everywhere."""

    title: str
    country: str | None


@dataclass(frozen=True)
class Choice:
    """One document's number: at least, at most or between, in its own unit.

    ``country`` is where the document holds (ISO 3166-1 alpha-2); None for everywhere.
    """

    at_least: int | None
    at_most: int | None
    unit: str
    says: str
    source: str
    mark: str
    country: str | None = None

    def holds_in(self, country: str) -> bool:
        """Whether the document speaks of services in this country."""
        return self.country in (None, country)


@dataclass(frozen=True)
class LocalStandard:
    """A threshold, and every value that a document gives it; the service chooses.

    ``kind`` is ``within`` (done in so much time of ``counted_from``), ``every`` (again after so
    much time at the latest) or ``amount``. ``source`` of a choice and ``left_blank_by`` are titles
    of documents; the latter ask for the standard and leave the number to the service, in the
    countries of ``left_blank_in`` (None: everywhere).
    """

    key: str
    title: str
    kind: str
    counted_from: str | None
    choices: tuple[Choice, ...]
    left_blank_by: tuple[str, ...]
    left_blank_in: tuple[str | None, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """In what it can be told: any unit of time, or what the documents count."""
        return tuple(dict.fromkeys(one.unit for one in self.choices)) if self.kind == "amount" else TIMES

    @property
    def is_a_least(self) -> bool:
        """Whether every document asks for so many at least, and none says how many at most."""
        return all(one.at_most is None for one in self.choices)

    @property
    def agreed(self) -> Choice | None:
        """The choice that may be suggested: only when no document says otherwise or leaves a blank."""
        values = {(one.at_least, one.at_most, one.unit) for one in self.choices}
        return self.choices[0] if len(values) == 1 and not self.left_blank_by else None

    def agreed_in(self, country: str) -> Choice | None:
        """The choice on which the documents of a country agree; None where they do not, or leave a blank."""
        at_home = [one for one in self.choices if one.holds_in(country)]
        blank = any(where in (None, country) for where in self.left_blank_in)
        values = {(one.at_least, one.at_most, one.unit) for one in at_home}
        return None if blank or len(values) != 1 else at_home[0]


@cache
def local_standards() -> Mapping[str, LocalStandard]:
    """Every local standard by key, in the order of the pathway. Raises ``ScaleError`` for a fault."""
    return read_local_standards(FILE)


def read_local_standards(path: Path) -> dict[str, LocalStandard]:
    """The local standards in a file."""
    place = f"{path.parent.name}/{path.name}"
    data = read_yaml(path)
    refuse_unknown(data, {"sources", "standards"}, place)
    titles = {
        key: Document(need(one, "title", f"{place}, source {key}"), one.get("country"))
        for key, one in need(data, "sources", place, dict).items()
    }
    found: dict[str, LocalStandard] = {}
    for one in need(data, "standards", place, list):
        standard = _standard(one, titles, place)
        if standard.key in found:
            raise ScaleError(place, f"two standards have the key {standard.key!r}")
        found[standard.key] = standard
    return found


def _standard(data: Mapping[str, Any], titles: Mapping[str, Document], place: str) -> LocalStandard:
    key = need(data, "key", place)
    where = f"{place}: {key}"
    refuse_unknown(data, {"key", "title", "kind", "counted_from", "left_blank_by", "choices"}, where)
    kind = need(data, "kind", where)
    if kind not in KINDS:
        raise ScaleError(where, f"`kind` is {kind!r}; use one of {', '.join(KINDS)}")
    if kind == "within":
        need(data, "counted_from", where)
    units = AMOUNTS if kind == "amount" else TIMES
    choices = tuple(_choice(one, titles, units, where) for one in need(data, "choices", where, list))
    blank = [_document(one, titles, where) for one in data.get("left_blank_by", ())]
    return LocalStandard(
        key, need(data, "title", where), kind, data.get("counted_from"), choices,
        left_blank_by=tuple(one.title for one in blank), left_blank_in=tuple(one.country for one in blank),
    )  # fmt: skip


def _choice(data: Mapping[str, Any], titles: Mapping[str, Document], units: tuple[str, ...], place: str) -> Choice:
    refuse_unknown(data, {"at_least", "at_most", "unit", "says", "source", "mark"}, place)
    least, most = data.get("at_least"), data.get("at_most")
    if least is None and most is None:
        raise ScaleError(place, "a choice has neither `at_least` nor `at_most`")
    for number in (least, most):
        if number is not None and type(number) is not int:
            raise ScaleError(place, f"{number!r} is no whole number")
    if least is not None and most is not None and least > most:
        raise ScaleError(place, f"at least {least} and at most {most} leave nothing between")
    unit = need(data, "unit", place)
    if unit not in units:
        raise ScaleError(place, f"`unit` is {unit!r}; use one of {', '.join(units)}")
    source = _document(need(data, "source", place), titles, place)
    return Choice(least, most, unit, need(data, "says", place), source.title, need_mark(data, place), source.country)


def _document(key: str, titles: Mapping[str, Document], place: str) -> Document:
    if key not in titles:
        raise ScaleError(place, f"source {key!r} is not listed under `sources`")
    return titles[key]
