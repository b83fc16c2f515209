"""The answer a rule gives: a verdict, and because.

Five verdicts and not two, because "not due", "does not apply" and "not recorded"
are different things to the person who has to do something about them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class Verdict(StrEnum):
    """What was found about one person, job or week."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_DUE = "not_due"
    DOES_NOT_APPLY = "does_not_apply"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True)
class Finding:
    """A verdict and the words that say why.

    Raises ``ValueError`` when the words are missing: a verdict nobody can check is no finding.
    """

    verdict: Verdict
    because: str

    def __post_init__(self) -> None:
        if not self.because.strip():
            raise ValueError(f"A finding needs its reason: {self.verdict} because of what?")

    @property
    def is_counted(self) -> bool:
        """True when the finding belongs in a share: met or not met, nothing else."""
        return self.verdict in (Verdict.MET, Verdict.NOT_MET)


@lru_cache(maxsize=4096)
def said(day: date) -> str:
    """A day as a sentence says it: 2 March 2026."""
    return f"{day.day} {day:%B %Y}"
