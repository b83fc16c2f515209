"""How large a caseload is beside the service's standard, in a sentence. It compares nobody with anybody."""

from decimal import Decimal

from placewell.records.models import ChosenStandard
from placewell.rules.caseload import Range, size_of
from placewell.rules.finding import Verdict
from placewell.scales.local_standards import local_standards
from placewell.web.presenters.wording import counted, number, sentence

FULL = Decimal(1)
DECIMALS = Decimal("0.1")


def range_of(chosen: ChosenStandard | None) -> Range | None:
    """The standard that the service has chosen for caseloads, if it has."""
    if chosen is None:
        return None
    return Range(chosen.at_least, chosen.at_most, chosen.source)


def said_of_size(*, who: str, held: int, fte: Decimal | None, chosen: ChosenStandard | None) -> str:
    """“You hold 23 people. The service’s standard for a full post is at most 20 (its source).”

    `who` begins the sentence: “You hold”, “Sam Carter holds”, “The unit holds”.
    """
    range_ = range_of(chosen)
    size = size_of(held=held, fte=fte, range_=range_)
    told = f"{who} {counted(held, 'person', 'people')}"
    if size.finding.verdict == Verdict.NOT_RECORDED:
        return f"{told}. How much of a full post that is for is not recorded."
    if fte != FULL:
        whole = "a full post" if fte < FULL else f"{number(fte)} full posts"
        share = f"{number(fte)} of a full post" if fte < FULL else whole
        told += f" in {share}: {number(size.for_a_full_post.quantize(DECIMALS))} for each full post"
    if range_ is None:
        return f"{told}. The service has chosen no standard, and the documents disagree."
    return f"{told}. The service’s standard for a full post is {amount(range_.at_least, range_.at_most)} ({range_.source})."


def amount(least: int | None, most: int | None) -> str:
    """20 to 25, at most 20, at least 20."""
    if least is None or most is None:
        return f"at most {most}" if least is None else f"at least {least}"
    return f"{least} to {most}" if least != most else f"{least}"


def asked_for() -> list[str]:
    """What the documents ask for, each with its source: they disagree, so none is taken for granted."""
    choices = local_standards()["caseload"].choices
    return [f"{sentence(amount(one.at_least, one.at_most))}: {one.source}" for one in choices]
