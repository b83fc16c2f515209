"""Kaplan–Meier by pencil: one day after another."""

from fractions import Fraction


def survival_by_day(followed, last_day=None):
    """The share still without the event after each whole day, as a list from day 0.

    `followed` is a list of (days, happened): somebody censored on day x is at risk on day x.
    """
    longest = max((days for days, _ in followed), default=0)
    share, shares = Fraction(1), []
    for day in range(max(longest, last_day or 0) + 1):
        at_risk = sum(1 for days, _ in followed if days >= day)
        events = sum(1 for days, happened in followed if happened and days == day)
        if at_risk:
            share *= Fraction(at_risk - events, at_risk)
        shares.append(share)
    return shares


def median_days(followed):
    """The first day on which half or fewer remain; None if it never comes to that."""
    if not followed:
        return None
    for day, share in enumerate(survival_by_day(followed)):
        if share <= Fraction(1, 2):
            return day
    return None


def share_by_day(followed, day):
    """The share to whom the event has happened by a day; None when nobody is followed."""
    return 1 - survival_by_day(followed, day)[day] if followed else None
