"""The caseload: a board and a table of the people whom a specialist holds, by what the work is about."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.access.unit_scope import caseload_of, posts_in
from placewell.actions.remembering import recall, remember
from placewell.records.caseload import Held, work_in
from placewell.records.standards import Standards, chosen_on
from placewell.records.support import AllocationKind
from placewell.web.doors import Page
from placewell.web.pages.records.finding import colleagues_in_post, may, own_staff
from placewell.web.presenters.caseload.board import caseload
from placewell.web.presenters.caseload.lines import COLUMNS, FLAGS, Asked, Known, known
from placewell.web.presenters.caseload.looking import DRAWINGS, SORTS, UNIT, Looking, asks
from placewell.web.presenters.caseload.size import asked_for, said_of_size
from placewell.web.presenters.wording import day

RECORD = Permission.RECORD_SUPPORT


def page(request: HttpRequest, service) -> HttpResponse:
    """One's own people; a supervisor chooses a colleague, or the whole unit."""
    today = request.worker.today(service)
    looking = looked_for(request)
    whose = Whose(request, looking)
    held = whose.held()
    chosen = chosen_on(service, today)
    know = knowing(Standards(service.country, chosen), today)
    told = {
        "looking": looking, "whose": whose,
        "caseload": caseload(held, looking, know, today, reverse("clients", args=[service.pk])),
        "size": size(held, whose, chosen.get("caseload"), today),
        "documents": [] if "caseload" in chosen else asked_for(),
        "columns": COLUMNS.items(), "flags": [(flag, words) for flag, (words, _) in FLAGS.items()],
        "teams": sorted({(one.team, one.team_name) for one in held if one.team}, key=lambda team: team[1]),
        "everybody": looking.address(column="", flag="", team=None),
        "sorts": SORTS.items(), "printed_on": day(today),
        "drawings": [(words, looking.address(drawing=name), name == looking.drawing) for name, words in DRAWINGS.items()],
    }  # fmt: skip
    return render(request, "caseload/page.html", told)


def looked_for(request: HttpRequest) -> Looking:
    """What the address asks for, kept for the next time; an address that asks nothing gets what was kept."""
    account, page = request.worker.account, f"caseload {request.service.pk}"
    kept = recall(account=account, page=page)
    if not asks(request.GET):
        return Looking.recalled(kept)
    looking = Looking.asked(request.GET)
    if looking.words() != kept:
        remember(account=account, page=page, asked=looking.words())
    return looking


class Whose:
    """Whose people are shown: `staff` is a row id, None for the whole unit."""

    def __init__(self, request: HttpRequest, looking: Looking):
        self.request, self.own = request, own_staff(request)
        self.may_choose = may(request, Permission.ALLOCATE)
        self.colleagues = list(colleagues_in_post(request).values_list("pk", "full_name")) if self.may_choose else []
        names = dict(self.colleagues)
        if not self.may_choose:
            self.staff = self.own
        else:
            self.staff = looking.staff if looking.staff in names else None
        self.chosen = UNIT if self.staff is None else self.staff
        self.name = names.get(self.staff, "")
        self.is_unit = self.may_choose and self.staff is None

    @property
    def heading(self) -> str:
        """What stands above the people."""
        if self.is_unit:
            return "Caseload of the unit"
        return "Your caseload" if self.staff == self.own else f"Caseload of {self.name}"

    @property
    def holds(self) -> str:
        """How a sentence about the size begins."""
        if self.is_unit:
            return "The unit’s specialists hold"
        return "You hold" if self.staff == self.own else f"{self.name} holds"

    def held(self) -> list[Held]:
        """Whom they hold and cover; in the unit each person once, with the key worker."""
        if self.staff is None and not self.is_unit:
            return []
        return caseload_of(self.request.worker, self.request.service, self.staff)

    def posts(self, today: date) -> dict[int, Decimal]:
        """The posts that the size is compared by: staff row → whole-time equivalent."""
        found = posts_in(self.request.worker, self.request.service, today)
        return found if self.is_unit else {pk: fte for pk, fte in found.items() if pk == self.staff}


def knowing(standards: Standards, today: date) -> Callable[[list[Held]], list[Known]]:
    """What says of people what the rules say of them, by the standards of the service."""
    asked = Asked(standards.of("plan_review"), standards.of("days_to_reach_out"))

    def know(held: list[Held]) -> list[Known]:
        work = work_in(held, today)
        told = (known(one, work[one.episode], asked=asked, today=today) for one in held)
        return [one for one in told if one is not None]

    return know


def size(held: list[Held], whose: Whose, chosen, today: date) -> str:
    """How many are held as key worker, beside the standard.

    Who is only covered is in another caseload; who has been stepped down is followed by the clinical team.
    """
    posts = whose.posts(today)
    counted = [
        one
        for one in held
        if one.kind == AllocationKind.KEY_WORKER
        and (one.stepped_down_on is None or one.stepped_down_on > today)
        and (not whose.is_unit or one.staff in posts)
    ]
    fte = sum(posts.values()) if posts else None
    return said_of_size(who=whose.holds, held=len(counted), fte=fte, chosen=chosen)


PAGES = [
    Page(
        "s/<int:service>/caseload/", page, "caseload", RECORD,
        "Caseload", "Who is where on the way to work, what comes next for each, and what has been left too long.",
    ),
]  # fmt: skip
