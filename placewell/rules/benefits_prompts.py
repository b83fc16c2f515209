"""When benefits advice is to be offered: before a job starts, and again when hours or pay change.

Source: IPS-25, 7 January 2008, item 12 (comprehensive and personal planning before a job starts,
again when hours or pay change); the days are the service's standard or the measure's own
(`work_incentives`). Advice that was declined was offered.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from placewell.rules.deadlines import Standard, due_on
from placewell.rules.finding import Finding, Verdict, said

# The contract's measure `work_incentives` counts an offer within this time after a change.
AFTER_A_CHANGE = Standard(14, "days", "IPS-25, item 12: within 14 days of a change")


@dataclass(frozen=True)
class Advice:
    """One offer of advice. `by_adviser`: a trained adviser or a specialist service gave it."""

    offered_on: date
    held_on: date | None = None
    declined: bool = False
    by_adviser: bool = False
    job: Hashable = None


@dataclass(frozen=True)
class Prompt:
    """One start or change: whether advice went with it, and whether to offer some now.

    `kind` is `start` or `change`; `due_on` is the last day on which an offer is in time.
    """

    kind: str
    job: Hashable
    on: date
    due_on: date
    finding: Finding
    is_open: bool


def at_start(*, job: Hashable, started_on: date, advice: Iterable[Advice]) -> Prompt:
    """Whether advice went before a job's start: given by an adviser, or declined.

    Without that it stays open until some is offered for the job, or about no job in particular,
    after its start.
    """
    about = [one for one in advice if one.job in (None, job)]
    given = [one for one in about if one.held_on is not None and one.held_on <= started_on and one.by_adviser]
    declined = [one for one in about if one.declined and one.offered_on <= started_on]
    if given:
        finding = Finding(Verdict.MET, f"advice was given on {said(max(one.held_on for one in given))}, before the start")
    elif declined:
        day = said(max(one.offered_on for one in declined))
        finding = Finding(Verdict.MET, f"advice was offered on {day}, before the start, and not wanted")
    else:
        finding = Finding(Verdict.NOT_MET, "no advice by a benefits adviser was given before the start")
    offered_since = any(one.offered_on >= started_on for one in about)
    is_open = finding.verdict == Verdict.NOT_MET and not offered_since
    return Prompt("start", job, started_on, started_on, finding, is_open)


def at_change(
    *, job: Hashable, changed_on: date, advice: Iterable[Advice], today: date, standard: Standard = AFTER_A_CHANGE
) -> Prompt:
    """Whether advice was offered in time after a change of hours or pay; open until it is offered at all."""
    last_day = due_on(start=changed_on, standard=standard)
    offered = sorted(one.offered_on for one in advice if changed_on <= one.offered_on <= today)
    if offered and offered[0] <= last_day:
        finding = Finding(Verdict.MET, f"advice was offered on {said(offered[0])}")
    elif offered:
        finding = Finding(
            Verdict.NOT_MET, f"advice was offered on {said(offered[0])}; it was due by {said(last_day)}"
        )
    elif today <= last_day:
        finding = Finding(Verdict.NOT_DUE, f"advice is to be offered by {said(last_day)}")
    else:
        finding = Finding(Verdict.NOT_MET, f"advice was to be offered by {said(last_day)}")
    return Prompt("change", job, changed_on, last_day, finding, not offered)
