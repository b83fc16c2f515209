"""One item of the picture: from the record, else as stated, else as reviewed, else not rated."""

from dataclasses import replace

from placewell.measures.fidelity.fallback import SaidByPeople
from placewell.measures.fidelity.picture import ATTESTED, COMPUTED, NONE, REVIEWED, PictureItem
from placewell.measures.finish import Sums
from placewell.rules.scale_scoring import rating_for_components
from placewell.scales import Item


def pictured(item: Item, sums: Sums | None, said: SaidByPeople) -> PictureItem:
    """The item with its rating and where it comes from; the figure is the record's in any case."""
    shown = _shown(item, sums)
    if sums is not None and sums.rating is not None:
        return replace(shown, basis=COMPUTED, rating=sums.rating)
    if item.components:
        shown = _by_components(shown, item, sums, said)
        if shown.rating is not None:
            return shown
    return _by_review(shown, item, said)


def _shown(item: Item, sums: Sums | None) -> PictureItem:
    blank = PictureItem(
        number=item.number,
        key=item.key,
        section=item.section,
        basis=NONE,
        rating=None,
        unit=item.unit,
        measure=item.measure if sums is not None else None,
    )
    if sums is None:
        return blank
    return replace(
        blank,
        value=sums.value,
        numerator=sums.numerator,
        denominator=sums.denominator,
        coverage=sums.coverage,
        structural=sums.structural,
        by_staff=sums.by_staff,
        extra=sums.extra,
        reason=sums.reason,
    )


def _by_components(shown: PictureItem, item: Item, sums: Sums | None, said: SaidByPeople) -> PictureItem:
    recorded = sums.components if sums is not None else {}
    stated = said.stated.get(item.number, {})
    components = {one.key: recorded.get(one.key, stated.get(one.key)) for one in item.components}
    rating = rating_for_components(components=components, ratings=item.ratings)
    basis = COMPUTED if set(components) <= set(recorded) else ATTESTED
    return replace(shown, components=components, rating=rating, basis=NONE if rating is None else basis)


def _by_review(shown: PictureItem, item: Item, said: SaidByPeople) -> PictureItem:
    found = said.reviewed.get(item.number)
    if found is None:
        return shown
    return replace(
        shown,
        basis=REVIEWED,
        rating=found.rating,
        reviewed_on=found.scored_on,
        review=found.review,
        review_id=found.review_id,
    )
