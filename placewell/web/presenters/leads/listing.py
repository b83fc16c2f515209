"""The unit's leads as a list: what is looked for, and each in a line."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse

from placewell.access import leads_scope
from placewell.records.employers import STILL_OPEN, LeadStatus
from placewell.records.leads import WorkTime, several
from placewell.records.models import Lead, LeadDetails, LeadOffer
from placewell.rules.lead_digest import closes_soon
from placewell.rules.occupations import SUB_MAJOR_GROUPS, title_of
from placewell.web.presenters.clients.looking import number
from placewell.web.presenters.paging import pager
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import counted, day, listed
from placewell.web.presenters.wording import number as in_figures

A_PAGE = 25
LONGEST = 100
STANDINGS = {"open": "Open", "closed": "Filled or gone", "all": "All"}


@dataclass(frozen=True)
class Looking:
    """Words, filters and page, read from the address; what makes no sense is left out."""

    words: str = ""
    standing: str = "open"
    group: str = ""
    found_by: int | None = None
    page: int = 1

    @classmethod
    def asked(cls, given) -> "Looking":
        standing, group = given.get("status", ""), given.get("kind", "")
        return cls(
            words=" ".join(given.get("q", "").replace("\0", "").split())[:LONGEST],
            standing=standing if standing in STANDINGS else "open",
            group=group if group in SUB_MAJOR_GROUPS else "",
            found_by=number(given.get("by")),
            page=number(given.get("page")) or 1,
        )

    @property
    def narrows(self) -> bool:
        """Whether some open leads are left out, or others looked for."""
        return bool(self.words or self.group or self.found_by or self.standing != "open")

    def address(self, **changed) -> str:
        """The same search, changed, as the end of an address."""
        new = replace(self, **changed)
        told = {
            "q": new.words,
            "status": new.standing if new.standing != "open" else "",
            "kind": new.group,
            "by": new.found_by,
        }
        told = {name: value for name, value in told.items() if value} | ({"page": new.page} if new.page > 1 else {})
        return f"?{urlencode(told)}" if told else "?"


@dataclass(frozen=True)
class LeadLine:
    """A lead in the list; `closes` says until when, `tag` what is to be seen at once."""

    address: str
    title: str
    employer: str
    closes: str
    tag: str
    colour: str
    work: str
    found: str
    told: str


def lead_list(leads: QuerySet, looking: Looking, today: date) -> dict:
    """A page of leads: open ones first, and of these the ones that close soonest."""
    rows = _found(leads, looking)
    pages = pager(
        total=rows.count(), page=looking.page, size=A_PAGE, one="lead", several="leads",
        address=lambda page: looking.address(page=page),
    )  # fmt: skip
    shown = list(in_order(rows, today)[pages.start : pages.start + A_PAGE])
    keys = [one.pk for one in shown]
    known, offers = leads_scope.details_of(keys), leads_scope.offers_of(keys)
    told = {pk: 0 for pk in keys}
    for pk in offers.values_list("lead", flat=True):
        told[pk] += 1
    return {"lines": [line(one, known.get(one.pk), told[one.pk], today) for one in shown], "pager": pages}


def _found(leads: QuerySet, looking: Looking) -> QuerySet:
    if looking.standing == "open":
        leads = leads.filter(status__in=STILL_OPEN)
    if looking.standing == "closed":
        leads = leads.exclude(status__in=STILL_OPEN)
    if looking.group:
        leads = leads.filter(occupation_group=looking.group)
    if looking.found_by:
        leads = leads.filter(found_by=looking.found_by)
    for word in looking.words.split():
        leads = leads.filter(
            Q(title__icontains=word) | Q(employer__name__icontains=word) | Q(pk__in=leads_scope.saying(word))
        )
    return leads


def in_order(leads: QuerySet, today: date) -> QuerySet:
    """Open first, those whose day has passed after the others; then by closing day, the newest found first."""
    place = Case(
        When(Q(status__in=STILL_OPEN) & (Q(closes_on=None) | Q(closes_on__gte=today)), then=Value(0)),
        When(status__in=STILL_OPEN, then=Value(1)),
        default=Value(2), output_field=IntegerField(),
    )  # fmt: skip
    rows = leads.select_related("employer", "found_by").annotate(place=place)
    return rows.order_by("place", F("closes_on").asc(nulls_last=True), "-found_on", "pk")


def line(lead: Lead, details: LeadDetails | None, told: int, today: date) -> LeadLine:
    """One lead."""
    tag, colour = standing(lead, today)
    by = f" by {lead.found_by}" if lead.found_by else ""
    return LeadLine(
        address=reverse("lead", args=[lead.service_id, lead.pk]),
        title=lead.title,
        employer=lead.employer.name,
        closes=day(lead.closes_on) if lead.closes_on else "No closing date",
        tag=tag,
        colour=colour,
        work=work_in_short(lead, details),
        found=f"{day(lead.found_on)}{by}",
        told=counted(told, "person", "people") if told else "Nobody yet",
    )


def standing(lead: Lead, today: date) -> tuple[str, str]:
    """What a tag says of a lead, and its colour; '' for one that is simply open."""
    if lead.status not in STILL_OPEN:
        return label(LeadStatus, lead.status), "grey"
    if lead.closes_on is not None and lead.closes_on < today:
        return "Closing date has passed", "grey"
    return ("Closes soon", "orange") if closes_soon(closes_on=lead.closes_on, today=today) else ("", "")


def work_in_short(lead: Lead, details: LeadDetails | None) -> str:
    """Kind of work, hours, times and place, as far as known."""
    parts = [title_of(group=lead.occupation_group)]
    if details is not None:
        parts += [
            hours(details),
            listed([lower(label(WorkTime, one)) for one in several(details.times)]),
            details.place,
        ]
    return ". ".join(part[:1].upper() + part[1:] for part in parts if part)


def hours(details: LeadDetails) -> str:
    """16 to 20 hours a week."""
    ends = [in_figures(one) for one in (details.hours_min, details.hours_max) if one is not None]
    return f"{' to '.join(dict.fromkeys(ends))} hours a week" if ends else ""


def answered(offer: LeadOffer) -> str:
    """What somebody answered, with their words."""
    if not offer.answer:
        return "Not answered yet"
    said = f": “{offer.words}”" if offer.words else ""
    return f"{offer.get_answer_display()} on {day(offer.answered_on)}{said}"
