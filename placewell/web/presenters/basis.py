"""Where a rating comes from and, when there is none, what is missing."""

from placewell.measures.catalogue import MEASURES
from placewell.measures.fidelity import PictureItem
from placewell.measures.finish.sums import ENOUGH
from placewell.scales import Item
from placewell.web.presenters.reasons import in_words
from placewell.web.presenters.wording import counted, day, listed, per_cent, sentence


def basis(item: PictureItem) -> str:
    """From the record, stated with evidence, from a review, or nothing yet."""
    return {
        "computed": "From the record",
        "attested": "Stated with evidence",
        "reviewed": f"Review of {day(item.reviewed_on)}" if item.reviewed_on else "Review",
        "none": "Nothing yet",
    }[item.basis]


def coverage(item: PictureItem) -> str:
    """How much of what should be recorded is, where a measure asks for rows that may be missing; else ''."""
    measure = MEASURES.get(item.measure or "")
    return per_cent(item.coverage) if item.is_figure and measure and measure.options.get("covered") else ""


def is_thin(item: PictureItem) -> bool:
    """Whether too little is recorded for the figure to be rated."""
    return item.is_figure and item.coverage is not None and item.coverage < ENOUGH


def unknown(item: PictureItem) -> list[str]:
    """The components of which nothing is known."""
    return [f"({key})" for key, met in item.components.items() if met is None]


def missing(item: PictureItem, form: Item) -> str:
    """What stands between an unrated item and its rating, as a sentence."""
    if open_ones := unknown(item):
        verb = "has" if len(open_ones) == 1 else "have"
        return f"{counted_components(open_ones)} {verb} not been stated with evidence."
    if item.reason:
        return f"{in_words(item.reason)}."
    if form.rated == "people":
        return "People rate this item, and no review is in the record yet."
    return "Nothing in the record says."


def counted_components(keys: list[str]) -> str:
    """Component (b), or components (b) and (d)."""
    return f"{'Component' if len(keys) == 1 else 'Components'} {listed(keys)}"


def fallen_back(item: PictureItem) -> str:
    """Why the record's own figure does not rate an item that is rated by another way; '' if it does."""
    if item.basis not in ("attested", "reviewed") or not item.is_figure or not item.reason:
        return ""
    return f"{in_words(item.reason)}, so the figure does not rate."


def structural(item: PictureItem) -> str:
    """The form's rule about small services, where it decided the rating."""
    if not item.structural:
        return ""
    running = item.extra.get("running")
    jobs = f"Only {counted(running, 'job')} running" if running is not None else "Few jobs running"
    return sentence(f"{jobs}: the form rates a service with fewer than 10 as 1, whatever the share.")
