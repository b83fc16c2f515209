"""A lead beside what somebody wants, the slow and obvious way: every quarter of an hour and every word is tried."""

from decimal import Decimal

from placewell.rules.matching import Aspect, Offered, Preferences

MET, AGAINST, UNKNOWN = "met", "not_met", "not_recorded"
QUARTERS = [Decimal(number) / 4 for number in range(80 * 4 + 1)]


def verdicts(wants: Preferences, lead: Offered) -> dict[Aspect, list[str]]:
    """Aspect → the verdicts on it; an aspect of which nothing was said is not there."""
    found = {
        Aspect.KIND: [kind(wants, lead)],
        Aspect.HOURS: [hours(wants, lead)],
        Aspect.TIMES: [among(lead.times, wants.times)],
        Aspect.PAY: [pay(wants, lead)],
        Aspect.CONTRACT: [among((lead.contract,) if lead.contract else (), wants.contracts)],
        Aspect.DISLIKE: [dislike(words, lead) for words in wants.dislikes],
    }
    return {aspect: kept for aspect, said in found.items() if (kept := [one for one in said if one])}


def kind(wants: Preferences, lead: Offered) -> str:
    groups = [one.group for one in wants.wants]
    if not groups:
        return ""
    return UNKNOWN if lead.group == "" else MET if lead.group in groups else AGAINST


def hours(wants: Preferences, lead: Offered) -> str:
    same = [one for one in wants.wants if one.group == lead.group]
    ranges = [(one.hours_min, one.hours_max) for one in (same if same else wants.wants)]
    ranges = [ends for ends in ranges if ends != (None, None)]
    if not ranges:
        return ""
    if lead.hours_min is None and lead.hours_max is None:
        return UNKNOWN
    for quarter in QUARTERS:
        for ends in ranges:
            if lies(quarter, ends) and lies(quarter, (lead.hours_min, lead.hours_max)):
                return MET
    return AGAINST


def lies(amount: Decimal, ends: tuple) -> bool:
    low, high = ends
    return (low is None or amount >= low) and (high is None or amount <= high)


def among(offered: tuple, suits: tuple) -> str:
    if not suits:
        return ""
    if not offered:
        return UNKNOWN
    for one in offered:
        if one not in suits:
            return AGAINST
    return MET


def pay(wants: Preferences, lead: Offered) -> str:
    if wants.pay_least is None:
        return ""
    if lead.pay is None:
        return UNKNOWN
    most_hours = lead.hours_max if lead.hours_max else lead.hours_min
    if lead.pay_per != "hour" and not most_hours:
        return UNKNOWN
    a_year = {
        "hour": lambda: lead.pay * (most_hours or 1) * 52, "week": lambda: lead.pay * 52,
        "month": lambda: lead.pay * 12, "year": lambda: lead.pay,
    }[lead.pay_per]()  # fmt: skip
    wanted = wants.pay_least * (most_hours or 1) * 52
    return MET if a_year >= wanted else AGAINST


def dislike(words: str, lead: Offered) -> str:
    said = lead.words.lower().split()
    for word in words.lower().split():
        if word not in said:
            return UNKNOWN
    return AGAINST
