"""What counts as paid work and as a competitive job.

Source: IPS-25, item "Competitive jobs", edition of 7 January 2008, and the definitions of the UK
and Wisconsin guidance (verified): a job open to anyone, not set aside, at no less than the minimum
wage and paid by the employer. Counting self-employment is the product's published rule. That only
lasting jobs count for the item, and that seasonal and agency work used by everybody does, is from
memory.
"""

from placewell.rules.finding import Finding, Verdict
from placewell.rules.rounding import Exact

SELF_EMPLOYED = "self_employed"
NOT_LASTING = {"fixed_term": "a fixed term", "apprenticeship": "an apprenticeship"}


def paid(*, hours_per_week: Exact, paid_by_employer: bool, contract: str) -> Finding:
    """Whether a job is paid work: some hours, and paid by the employer or self-employed."""
    if not hours_per_week > 0:
        return Finding(Verdict.NOT_MET, "it has no hours")
    return _earned(paid_by_employer=paid_by_employer, contract=contract)


def competitive(*, meets_minimum_wage: bool, open_to_anyone: bool, paid_by_employer: bool, contract: str) -> Finding:
    """Whether a job is competitive, whatever its contract; the reason names all that is missing."""
    missing = []
    if not meets_minimum_wage:
        missing.append("it pays less than the minimum wage")
    if not open_to_anyone:
        missing.append("it is set aside, not open to anyone")
    earned = _earned(paid_by_employer=paid_by_employer, contract=contract)
    if earned.verdict is Verdict.NOT_MET:
        missing.append(earned.because)
    if missing:
        return Finding(Verdict.NOT_MET, " and ".join(missing))
    return Finding(Verdict.MET, f"it is open to anyone, pays the minimum wage and {earned.because}")


def competitive_and_lasting(
    *, meets_minimum_wage: bool, open_to_anyone: bool, paid_by_employer: bool, contract: str
) -> Finding:
    """Whether a job counts for the item: competitive, and neither fixed-term nor apprenticeship."""
    finding = competitive(
        meets_minimum_wage=meets_minimum_wage,
        open_to_anyone=open_to_anyone,
        paid_by_employer=paid_by_employer,
        contract=contract,
    )
    if finding.verdict is Verdict.MET and contract in NOT_LASTING:
        return Finding(Verdict.NOT_MET, f"it is for {NOT_LASTING[contract]}")
    return finding


def _earned(*, paid_by_employer: bool, contract: str) -> Finding:
    if contract == SELF_EMPLOYED:
        return Finding(Verdict.MET, "the person is self-employed")
    if paid_by_employer:
        return Finding(Verdict.MET, "the employer pays")
    return Finding(Verdict.NOT_MET, "it is not the employer who pays")
