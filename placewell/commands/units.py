"""Names of counted units: the identifiers that the data package knows, not row ids."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date


def names_of(units: Iterable) -> list[str]:
    """A name for each unit, in their order: its row's key; else its owner's key and its day.

    Tables without a key of their own are known by whose they are and when, as in the package.
    """
    keys = _Keys()
    for unit in units:
        keys.want(unit)
    keys.fetch()
    return [keys.name(unit) for unit in units]


class _Keys:
    """Keys of rows by kind, fetched once for each kind."""

    OWNERS = ("episode", "client", "staff", "team")

    def __init__(self):
        from placewell.records.models import RECORDS

        self.models = {_words(model.__name__): model for model in RECORDS} | {
            "team": next(model for model in RECORDS if model.__name__ == "ClinicalTeam")
        }
        self.wanted = defaultdict(set)
        self.found = {}

    def want(self, unit) -> None:
        for kind in (unit.kind, *self.OWNERS):
            row = unit.row if kind == unit.kind else getattr(unit, kind)
            if row is not None and hasattr(self.models.get(kind), "key"):
                self.wanted[kind].add(row)

    def fetch(self) -> None:
        for kind, rows in self.wanted.items():
            stored = self.models[kind].objects
            ordered = sorted(rows)
            for start in range(0, len(ordered), 900):
                part = stored.filter(pk__in=ordered[start : start + 900]).values_list("pk", "key")
                self.found.update({(kind, pk): key for pk, key in part})

    def name(self, unit) -> str:
        own = self.found.get((unit.kind, unit.row))
        if own is not None:
            return own
        kind = next((kind for kind in self.OWNERS if getattr(unit, kind) is not None), None)
        owner = self.found.get((kind, getattr(unit, kind))) if kind else unit.kind
        return f"{owner} {unit.day.isoformat()}" if isinstance(unit.day, date) else str(owner)


def _words(name: str) -> str:
    """EmployerContact → employer_contact."""
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")
