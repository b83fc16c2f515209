"""What the unit knows of an employer, and whom to see next, ready to print."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from placewell.access import scope
from placewell.records.directory import DisabilityConfident
from placewell.records.employers import STILL_OPEN
from placewell.records.job_development import Course, courses_with, cups_with
from placewell.records.models import Employer, EmployerCard, EmployerPerson, EmployerSite, Lead, Step
from placewell.rules.industries import division_title
from placewell.rules.job_development import Cup, clash
from placewell.web.presenters.paging import pager
from placewell.web.presenters.timeline.saying import label
from placewell.web.presenters.wording import counted, day

A_PAGE = 25
UNMET = (Cup.NOT_MET, "")
# Within so many days of a colleague's contact somebody is asked to speak with them first (our own rule).
CLASH_DAYS = 14
CUPS = {
    Cup.LEARNED: "Return with a person",
    Cup.INTRODUCED: "Go back and learn",
    Cup.NOT_MET: "Visit for the first time",
    Cup.RETURNED: "Follow up",
    Cup.HIRED: "Keep in touch",
}
# What the next visit is most likely for, by how far it has come.
NEXT_PURPOSE = {
    Cup.NOT_MET: "introduce",
    Cup.INTRODUCED: "learn_needs",
    Cup.LEARNED: "present_person",
    Cup.RETURNED: "follow_up",
    Cup.HIRED: "follow_up",
}


@dataclass(frozen=True)
class Somebody:
    """A person at the employer, and the way to record another meeting with them."""

    name: str
    said: str
    address: str
    again: str


@dataclass(frozen=True)
class ToSee:
    """An employer with what the next visit is for, and why."""

    name: str
    address: str
    because: str
    next_visit: str
    last: str
    record: str
    words: str


def known_of(employer: Employer, *, own: int | None, today: date) -> dict:
    """Beside its contacts: who spoke last, what is next, needs, people, sites, and what to mind before a call."""
    card = scope.of_employer(employer, EmployerCard).select_related("keeps_in_touch").first()
    course = courses_with([employer.pk], today)[employer.pk]
    people = scope.of_employer(employer, EmployerPerson).filter(left_on=None).select_related("site")
    recent = scope.with_employer(employer).filter(made_by_client=False, made_on__lte=today).exclude(staff=None)
    visits = [
        (on, who) for on, who, staff in recent.values_list("made_on", "staff__full_name", "staff") if staff != own
    ]
    found = clash(visits=visits, own="", today=today, within_days=CLASH_DAYS)
    return {
        "spoke_last": spoke_last(course),
        "visits": course.visits,
        "because": course.standing.because,
        "next_visit": course.standing.next_visit,
        "next_purpose": NEXT_PURPOSE[course.standing.cup],
        "card": on_card(card),
        "leave_alone": card.leave_alone_because if card else "",
        "clash": f"{found[1]} was in touch on {day(found[0])}. Speak with them before you call." if found else "",
        "people": [somebody(one, course) for one in people.order_by("full_name")],
        "sites": list(scope.of_employer(employer, EmployerSite).order_by("name")),
        "leads": list(scope.of_employer(employer, Lead).filter(status__in=STILL_OPEN).order_by("closes_on", "pk")),
        "steps": list(scope.of_employer(employer, Step).filter(episode=None, done_on=None, dropped_because="")),
    }


def spoke_last(course: Course) -> str:
    """The first line of an employer: when we last spoke, and who did."""
    if course.last_on is None:
        return "Nobody of us has been in touch yet."
    who = f": {course.last_by}" if course.last_by else ""
    visits = counted(course.visits, "visit", "visits") if course.visits else "no visit"
    return f"We last spoke on {day(course.last_on)}{who}; {visits} in person so far."


def on_card(card: EmployerCard | None) -> list[tuple[str, str]]:
    """What the card says, question and answer; what it does not say is left out."""
    if card is None:
        return []
    told = [
        ("What they need", card.needs),
        ("Adjustments they have made", card.adjustments),
        ("What they do", division_title(division=card.division)),
        ("Disability Confident", label(DisabilityConfident, card.disability_confident)),
        ("Keeps in touch", str(card.keeps_in_touch or "")),
    ]
    return [(asked, words) for asked, words in told if words]


def somebody(one: EmployerPerson, course: Course) -> Somebody:
    """A person at the employer, with a link by which the next meeting with them is nearly recorded."""
    hires = {True: "can hire", False: "cannot hire", None: ""}[one.can_hire]
    said = [one.job_title, hires, str(one.site or ""), one.phone, one.email]
    told = {
        "employer": one.employer_id, "met": one.full_name, "purpose": NEXT_PURPOSE[course.standing.cup],
        "hires": "yes" if one.can_hire else "", "planned": "yes",
    }  # fmt: skip
    return Somebody(
        one.full_name,
        ", ".join(filter(None, said)),
        reverse("record", args=[one.service_id, "employer-person", one.pk]),
        f"{reverse('employer_contact_new', args=[one.service_id])}?{urlencode(told)}",
    )


def next_visits(employers: QuerySet, *, cup: str, page: int, today: date) -> dict:
    """Employers whom to see, those longest not spoken to first; `cup` narrows to one kind of next visit."""
    left_alone = scope.at_employers(EmployerCard).exclude(leave_alone_because="")
    wanted = employers.exclude(pk__in=left_alone.values("employer"))
    known = cups_with(wanted, today)
    stand = [(pk, *known.get(pk, UNMET)) for (pk,) in wanted.order_by("name", "pk").values_list("pk")]
    counts = Counter(reached for _, reached, _ in stand)
    found = [pk for pk, reached, _ in sorted(stand, key=itemgetter(2)) if cup in ("", reached)]
    pages = pager(
        total=len(found), page=page, size=A_PAGE, one="employer", several="employers",
        address=lambda number: f"?{urlencode({'cup': cup, 'page': number})}",
    )  # fmt: skip
    shown = found[pages.start : pages.start + A_PAGE]
    courses, rows = courses_with(shown, today), employers.only("pk", "name", "service_id").in_bulk(shown)
    return {
        "lines": [to_see(rows[pk], courses[pk]) for pk in shown],
        "pager": pages,
        "cups": [(one.value, words, counts[one], one == cup) for one, words in CUPS.items()],
        "everybody": cup not in CUPS,
    }


def to_see(row: Employer, course: Course) -> ToSee:
    """An employer in the list of whom to see."""
    again = reverse("employer_visit_again", args=[row.service_id, row.pk])
    told = urlencode({"employer": row.pk, "purpose": NEXT_PURPOSE[course.standing.cup], "planned": "yes"})
    return ToSee(
        row.name,
        reverse("employer", args=[row.service_id, row.pk]),
        course.standing.because,
        course.standing.next_visit,
        f"{day(course.last_on)}{', ' if course.last_by else ''}{course.last_by}" if course.last_on else "Never",
        again if course.visits else f"{reverse('employer_contact_new', args=[row.service_id])}?{told}",
        "Visit again" if course.visits else "Visit",
    )
