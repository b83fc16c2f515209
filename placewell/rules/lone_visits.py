"""Whether somebody who went on a visit alone has come back.

Source: Health and Safety Executive, "Protecting lone workers: how to manage the risks of working
alone" (INDG73): keep in touch, agree when, and know what to do when nobody is heard of (from
memory). The times are what the worker told; none is built in.
"""

from dataclasses import dataclass
from datetime import datetime

from placewell.rules.finding import Finding, Verdict

MINUTE = 60


@dataclass(frozen=True)
class Out:
    """A visit: when it begins, when the worker is expected back (the latest they said), what was heard."""

    begins: datetime
    expected: datetime
    safe_at: datetime | None = None
    is_called_off: bool = False


def back(*, visit: Out, now: datetime) -> Finding:
    """Met: safe. Not due: not yet expected back. Not met: expected back and not heard of.

    Does not apply: called off. All moments bear a time zone.
    """
    if visit.safe_at is not None:
        return Finding(Verdict.MET, f"safe, heard at {_clock(visit.safe_at, visit.expected)}")
    if visit.is_called_off:
        return Finding(Verdict.DOES_NOT_APPLY, "called off")
    if now <= visit.expected:
        begins = "begins at" if now < visit.begins else "out since"
        return Finding(Verdict.NOT_DUE, f"{begins} {visit.begins:%H:%M}, expected back by {visit.expected:%H:%M}")
    return Finding(
        Verdict.NOT_MET, f"expected back by {visit.expected:%H:%M}, {_ago(now, visit.expected)} ago, and not heard of"
    )


def _clock(moment: datetime, like: datetime) -> str:
    """A moment as the clock at the service said it."""
    return f"{moment.astimezone(like.tzinfo):%H:%M}"


def _ago(now: datetime, then: datetime) -> str:
    minutes = int((now - then).total_seconds()) // MINUTE
    hours, rest = divmod(minutes, 60)
    if hours >= 24:
        return _counted(hours // 24, "day")
    return (
        " and ".join(part for part in (_counted(hours, "hour"), _counted(rest, "minute")) if part)
        or "less than a minute"
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""
