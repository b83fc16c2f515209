"""Why a figure has no rating, or no value, in words a worker trusts."""

from placewell.web.presenters.wording import sentence

IN_WORDS = {
    "coverage below 0.8": "Less than 80% of what should be recorded is recorded",
    "nothing to count: the denominator is 0": "There is nothing to count yet",
    "median not reached": "It has not happened to half of them yet, so there is no median",
}


def in_words(reason: str | None) -> str:
    """The reason as a sentence without its full stop; '' for none."""
    if not reason:
        return ""
    return IN_WORDS.get(reason, sentence(reason))
