"""What the work of the made-up service's leads is like, what matters to people at work, and who was told of what.

Put in by the same actions as anybody's. Which words a lead gets follows from its place among the leads,
so that a demo made twice says the same.
"""

from datetime import date, timedelta
from decimal import Decimal

from placewell.access.worker import Worker
from placewell.actions import leads
from placewell.records.employers import STILL_OPEN
from placewell.records.models import Allocation, JobPreference, Lead, LeadOffer, Service
from placewell.records.support import AllocationKind

WORK = [
    {
        "hours_min": 16, "hours_max": 20, "times": "daytime", "pay": Decimal("12.60"), "pay_per": "hour",
        "contract": "permanent", "place": "Market Square", "postcode": "PE1 2AB", "market": "hidden",
        "tasks": "A small team, the same tasks each day, some standing.", "looks_for": "Somebody reliable. No experience needed.",
        "apply_how": "Call in between two and four and ask for the manager.",
    },
    {
        "hours_min": 30, "times": "daytime", "pay": Decimal("13.10"), "pay_per": "hour", "contract": "permanent",
        "place": "Orchard retail park", "postcode": "PE1 4QX", "market": "advertised",
        "tasks": "Busy and loud in the mornings, quiet after lunch.", "apply_how": "Online, on their own page.",
    },
    {
        "hours_min": 12, "hours_max": 16, "times": "evening;weekend", "pay": Decimal("12.21"), "pay_per": "hour",
        "contract": "fixed_term", "place": "Riverside", "postcode": "PE2 8GP", "market": "hidden",
        "tasks": "Alone for part of the shift, a till and some lifting.", "looks_for": "Weekends are a must.",
        "apply_how": "Ring the owner.", "remarks": "They hire every autumn.",
    },
    {
        "hours_min": 37, "hours_max": 37, "times": "daytime", "pay": Decimal("26500"), "pay_per": "year",
        "contract": "permanent", "place": "Station Road",
        "from_home": False, "market": "advertised", "apply_how": "A CV and a letter by email.",
    },
]  # fmt: skip
WISHES = [
    {
        "times": "daytime", "areas": "PE1;PE2;PE4", "travel": "By bus, half an hour at most.", "pay_least": Decimal("12.50"),
        "stay_away": "Standing alone at a till\nLoud places", "matters_most": "times;travel;kind",
    },
    {
        "times": "daytime;evening;weekend", "areas": "PE1;PE2;PE3", "contracts": "permanent", "stay_away": "Night shifts",
        "matters_most": "kind;pay",
    },
    {"travel": "I walk or cycle.", "areas": "Market Square;Riverside", "matters_most": "travel;hours"},
]  # fmt: skip
ANSWERS = [
    {"answer": "interested", "words": "I know the place. I would like to see it first."},
    {},
    {"answer": "not_interested", "words": "Too early for me with the children."},
]
HOW = ("face_to_face", "telephone", "text")


def put_leads_in_words(*, by: Worker, service: Service, today: date) -> int:
    """Describe open leads, note what matters to two in three people, and tell some people of leads; how many leads."""
    found = list(_open(service, today))
    for place, lead in enumerate(found):
        if place % 5 < len(WORK):
            leads.describe(by=by, service=service, lead=lead, **WORK[place % 5])
    held = list(_held(service, today))
    for place, one in enumerate(held):
        if place % 3 < 2:
            told = WISHES[place % len(WISHES)] if place % 2 else WISHES[place // 2 % len(WISHES)]
            stated = max(one.episode.entered_on, today - timedelta(days=20 + place))
            leads.state_wishes(by=by, service=service, episode=one.episode, stated_on=stated, **told)
    for place, one in enumerate(held):
        if place % 4 == 0 and found:
            _tell(by, service, one, _lead_for(one, found, place), place, today)
    return len(found)


def _open(service: Service, today: date):
    rows = Lead.objects.standing().filter(service=service, status__in=STILL_OPEN, found_on__lte=today)
    return rows.select_related("employer").order_by("pk")


def _held(service: Service, today: date):
    rows = Allocation.objects.standing().covering(today).filter(service=service, kind=AllocationKind.KEY_WORKER)
    rows = rows.filter(episode__ended_on=None, episode__stepped_down_on=None)
    return rows.select_related("episode__client", "staff").order_by("pk")


def _lead_for(one: Allocation, found: list[Lead], place: int) -> Lead:
    """A lead of a kind that the person wants, else any."""
    wants = JobPreference.objects.standing().filter(episode=one.episode, superseded_on=None)
    groups = set(wants.values_list("occupation_group", flat=True))
    return next((lead for lead in found if lead.occupation_group in groups), found[place % len(found)])


def _tell(by: Worker, service: Service, one: Allocation, lead: Lead, place: int, today: date) -> LeadOffer:
    on = max(lead.found_on, one.episode.entered_on)
    return leads.offer(
        by=by, service=service, lead=lead, episode=one.episode, staff=one.staff, offered_on=min(on, today),
        how=HOW[place // 4 % len(HOW)], **ANSWERS[place // 4 % len(ANSWERS)],
    )  # fmt: skip
