"""What people stated or judged about an item: components with their evidence, and the latest review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from placewell.measures.fidelity import PictureItem
from placewell.records.models import Attestation, FidelityScore
from placewell.scales import Item
from placewell.web.presenters.wording import day

MET = {True: "Met", False: "Not met", None: "Not known"}


@dataclass(frozen=True)
class ComponentRow:
    """One part of an item: met or not, and who says so."""

    key: str
    says: str
    met: str
    whence: str
    statement: str


@dataclass(frozen=True)
class ReviewNote:
    """The rating of a review."""

    kind: str
    day: str
    rating: int
    rationale: str


def latest_valid(attestations: Iterable[Attestation], as_at: date) -> Mapping[str, Attestation]:
    """The statement that holds on a day for each component: the latest that has not run out."""
    found: dict[str, Attestation] = {}
    for one in sorted(attestations, key=lambda stated: stated.stated_on):
        if one.stated_on <= as_at and (one.valid_until is None or as_at <= one.valid_until):
            found[one.component] = one
    return found


def components(
    item: PictureItem, form: Item, recorded: Mapping[str, bool | None], stated: Mapping[str, Attestation]
) -> tuple[ComponentRow, ...]:
    """The components in the order of the form; what the record answers comes from the record."""
    return tuple(
        ComponentRow(
            key=one.key,
            says=one.says,
            met=MET[item.components.get(one.key)],
            whence="From the record" if one.key in recorded else whence(stated.get(one.key)),
            statement="" if one.key in recorded or one.key not in stated else stated[one.key].statement,
        )
        for one in form.components
    )


def whence(stated: Attestation | None) -> str:
    """Who says whether a component is met."""
    if stated is None:
        return "Nobody has stated it with evidence"
    until = f", valid until {day(stated.valid_until)}" if stated.valid_until else ""
    return f"Stated on {day(stated.stated_on)}{until}. {stated.get_source_display()}"


def review_note(scores: Iterable[FidelityScore], as_at: date) -> ReviewNote | None:
    """The latest review by the day, of the ratings given."""
    known = [score for score in scores if score.review.scored_on <= as_at]
    latest = max(known, key=lambda score: (score.review.scored_on, score.review_id), default=None)
    if latest is None:
        return None
    return ReviewNote(
        kind=latest.review.get_kind_display(),
        day=day(latest.review.scored_on),
        rating=latest.rating,
        rationale=latest.rationale,
    )
