"""What a person wants, what a lead says, and how one preference stands beside one lead."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from placewell.rules.finding import Finding, Verdict


class Aspect(StrEnum):
    """What somebody may care about in a job, in the order in which it is told when they named none first."""

    KIND = "kind"
    HOURS = "hours"
    TIMES = "times"
    TRAVEL = "travel"
    PAY = "pay"
    CONTRACT = "contract"
    DISLIKE = "dislike"


@dataclass(frozen=True)
class Want:
    """A kind of work that somebody wants (SOC 2020 sub-major group), and the hours a week of it."""

    group: str
    hours_min: Decimal | None = None
    hours_max: Decimal | None = None


@dataclass(frozen=True)
class Preferences:
    """What one person said that they want. What they said nothing of is empty and no preference.

    `times` and `contracts` are words for what suits them, `areas` places and postcode districts that they can
    reach, `pay_least` an amount an hour, `dislikes` in their own words, `matters_most` aspects in their order.
    """

    wants: tuple[Want, ...] = ()
    times: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    pay_least: Decimal | None = None
    contracts: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    matters_most: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offered:
    """What a lead says of the work. What nobody has asked yet is empty."""

    group: str = ""
    hours_min: Decimal | None = None
    hours_max: Decimal | None = None
    times: tuple[str, ...] = ()
    place: str = ""
    postcode: str = ""
    from_home: bool | None = None
    pay: Decimal | None = None
    pay_per: str = ""
    contract: str = ""
    words: str = ""


@dataclass(frozen=True)
class Wording:
    """The words for times of day and contracts, and the sign of the money, for the reasons."""

    times: dict[str, str] = field(default_factory=dict)
    contracts: dict[str, str] = field(default_factory=dict)
    sign: str = "£"


@dataclass(frozen=True)
class Explained:
    """One preference of a person beside one lead: met, not met or (not recorded) not known, and because."""

    aspect: Aspect
    finding: Finding

    @property
    def is_met(self) -> bool:
        return self.finding.verdict == Verdict.MET

    @property
    def is_against(self) -> bool:
        return self.finding.verdict == Verdict.NOT_MET
