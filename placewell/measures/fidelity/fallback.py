"""What people say where the record does not: statements with evidence, and reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from placewell.measures.looking_up import look_up
from placewell.measures.periods import day_of
from placewell.measures.runners import Runner
from placewell.measures.views import Scope


@dataclass(frozen=True)
class Reviewed:
    """The rating of an item in the latest review that rated it."""

    rating: int
    review: str
    review_id: int
    scored_on: date


@dataclass(frozen=True)
class SaidByPeople:
    """Statements valid on the day, as item → component → met; and the latest rating of each item."""

    stated: Mapping[int, Mapping[str, bool]] = field(default_factory=dict)
    reviewed: Mapping[int, Reviewed] = field(default_factory=dict)


def said_by_people(*, scale: str, scope: Scope, as_at: date, runner: Runner) -> SaidByPeople:
    """All that was stated and reviewed by the day, on one scale."""
    stated: dict[int, dict[str, bool]] = {}
    for row in look_up("attestations", scope=scope, as_at=as_at, runner=runner):
        if row["scale"] == scale:
            stated.setdefault(row["item"], {})[row["component"]] = bool(row["met"])
    reviewed = {
        row["item"]: Reviewed(row["rating"], row["key"], row["review"], day_of(row["scored_on"]))
        for row in look_up("reviews", scope=scope, as_at=as_at, runner=runner)
        if row["scale"] == scale
    }
    return SaidByPeople(stated, reviewed)
