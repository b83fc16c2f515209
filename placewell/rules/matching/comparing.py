"""One preference after another beside what a lead says, each answered with its reason; [] where there is none."""

from decimal import Decimal

from placewell.rules.finding import Finding, Verdict
from placewell.rules.matching.facts import Aspect, Explained, Offered, Preferences, Want, Wording
from placewell.rules.matching.words import folded, listed, lower, outward, span, telling
from placewell.rules.occupations import title_of
from placewell.rules.rounding import money

WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12


def kind(wants: Preferences, lead: Offered) -> list[Explained]:
    if not wants.wants:
        return []
    wanted = listed([title_of(group=one.group) for one in wants.wants])
    if not lead.group:
        return _unknown(Aspect.KIND, f"They want {wanted}. The lead does not say which kind of work it is")
    title = title_of(group=lead.group)
    if lead.group in {one.group for one in wants.wants}:
        return _met(Aspect.KIND, f"{title} is a kind of work that they want")
    return _against(Aspect.KIND, f"It is {title}. They want {wanted}")


def hours(wants: Preferences, lead: Offered) -> list[Explained]:
    """Hours are compared with those of the kind of work that the lead is, else with those of any kind."""
    of_kind = [one for one in wants.wants if one.group == lead.group] or list(wants.wants)
    asked = [one for one in of_kind if one.hours_min is not None or one.hours_max is not None]
    if not asked:
        return []
    wanted = listed(list(dict.fromkeys(span(one.hours_min, one.hours_max) for one in asked)), "or")
    if lead.hours_min is None and lead.hours_max is None:
        return _unknown(Aspect.HOURS, f"They want {wanted} hours a week. The lead does not say how many")
    offered = span(lead.hours_min, lead.hours_max)
    if any(_overlap(one, lead) for one in asked):
        return _met(Aspect.HOURS, f"It is {offered} hours a week, and they want {wanted}")
    return _against(Aspect.HOURS, f"It is {offered} hours a week. They want {wanted}")


def _overlap(want: Want, lead: Offered) -> bool:
    lowest = max(want.hours_min or 0, lead.hours_min or 0)
    ends = [one for one in (want.hours_max, lead.hours_max) if one is not None]
    return not ends or lowest <= min(ends)


def times(wants: Preferences, lead: Offered, wording: Wording) -> list[Explained]:
    if not wants.times:
        return []
    suits = listed([lower(wording.times.get(one, one)) for one in wants.times])
    if not lead.times:
        return _unknown(Aspect.TIMES, f"What suits them: {suits}. The lead does not say when")
    others = [one for one in lead.times if one not in wants.times]
    if not others:
        return _met(Aspect.TIMES, f"It is at times that suit them: {suits}")
    named = listed([lower(wording.times.get(one, one)) for one in others])
    return _against(Aspect.TIMES, f"It needs {named}. What suits them: {suits}")


def travel(wants: Preferences, lead: Offered) -> list[Explained]:
    if not wants.areas:
        return []
    reach = listed(list(wants.areas))
    if lead.from_home:
        return _met(Aspect.TRAVEL, "It can be done from home")
    district, place = outward(lead.postcode), folded(lead.place)
    where = ", ".join(filter(None, (lead.place, lead.postcode)))
    districts = {outward(one) for one in wants.areas if outward(one)}
    names = [folded(one) for one in wants.areas if not outward(one)]
    if district in districts or any(f" {name} " in f" {place} " for name in names):
        return _met(Aspect.TRAVEL, f"It is in {where}, where they can get to")
    compared = (not districts or district) and (not names or place) and (district or place)
    if compared:
        return _against(Aspect.TRAVEL, f"It is in {where}. They can get to {reach}")
    said = f"It is in {where}: ask whether they can get there" if where else "The lead does not say where it is"
    return _unknown(Aspect.TRAVEL, f"They can get to {reach}. {said}")


def pay(wants: Preferences, lead: Offered, wording: Wording) -> list[Explained]:
    if wants.pay_least is None:
        return []
    least = f"{wording.sign}{money(wants.pay_least)} an hour"
    hourly = an_hour(lead)
    if hourly is None:
        said = (
            "The lead does not say what it pays" if lead.pay is None else "Without its hours the pay cannot be compared"
        )
        return _unknown(Aspect.PAY, f"They want {least} or more. {said}")
    offered = f"{wording.sign}{money(hourly)} an hour"
    if hourly >= wants.pay_least:
        return _met(Aspect.PAY, f"It pays {offered}, and they want {least} or more")
    return _against(Aspect.PAY, f"It pays {offered}. They want {least} or more")


def an_hour(lead: Offered) -> Decimal | None:
    """What a lead pays an hour; of hours that vary, at the most hours. None where it cannot be worked out."""
    if lead.pay is None or lead.pay_per == "hour":
        return lead.pay
    hours = lead.hours_max or lead.hours_min
    weekly = {"week": Decimal(1), "month": Decimal(MONTHS_A_YEAR) / WEEKS_A_YEAR, "year": Decimal(1) / WEEKS_A_YEAR}
    if not hours or lead.pay_per not in weekly:
        return None
    return lead.pay * weekly[lead.pay_per] / hours


def contract(wants: Preferences, lead: Offered, wording: Wording) -> list[Explained]:
    if not wants.contracts:
        return []
    wanted = listed([lower(wording.contracts.get(one, one)) for one in wants.contracts], "or")
    if not lead.contract:
        return _unknown(Aspect.CONTRACT, f"They want {wanted}. The lead does not say")
    offered = lower(wording.contracts.get(lead.contract, lead.contract))
    if lead.contract in wants.contracts:
        return _met(Aspect.CONTRACT, f"It is {offered}, which they want")
    return _against(Aspect.CONTRACT, f"It is {offered}. They want {wanted}")


def dislikes(wants: Preferences, lead: Offered) -> list[Explained]:
    """A dislike is against a lead that has all its words; that they are not there is no proof of anything."""
    says, found = telling(lead.words), []
    for words in wants.dislikes:
        named = telling(words)
        if named <= says:
            found += _against(Aspect.DISLIKE, f"They do not want “{words}”, and the lead speaks of it")
        elif named & says:
            heard = listed([f"“{one}”" for one in sorted(named & says)])
            found += _unknown(Aspect.DISLIKE, f"They do not want “{words}”. The lead says {heard}: ask")
        else:
            found += _unknown(Aspect.DISLIKE, f"They do not want “{words}”. The lead does not speak of it: ask")
    return found


def _met(aspect: Aspect, because: str) -> list[Explained]:
    return [Explained(aspect, Finding(Verdict.MET, because))]


def _against(aspect: Aspect, because: str) -> list[Explained]:
    return [Explained(aspect, Finding(Verdict.NOT_MET, because))]


def _unknown(aspect: Aspect, because: str) -> list[Explained]:
    return [Explained(aspect, Finding(Verdict.NOT_RECORDED, because))]
