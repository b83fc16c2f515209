"""Local standards: what the documents ask for, what this service chose, chosen and ended."""

from django.http import Http404, HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.actions import standards as actions
from placewell.records.models import ChosenStandard, Service
from placewell.scales import LocalStandard, local_standards
from placewell.web.doors import Page
from placewell.web.forms.standards import DropForm, StandardForm, initial_standard
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, rows, sent_again, show, to
from placewell.web.presenters.standards import standards_sheet

SETS = Permission.SET_STANDARDS


def standards(request: HttpRequest, service: Service) -> HttpResponse:
    """Every local standard."""
    return show(request, standards_sheet(service, local_standards(), in_force(request)))


def in_force(request: HttpRequest) -> dict[str, ChosenStandard]:
    """What the service has chosen and not ended, by the standard's key."""
    found = rows(request, ChosenStandard, SETS).covering(request.worker.today(request.service))
    return {one.standard: one for one in found}


def listed(key: str) -> LocalStandard:
    """The standard of an address. Raises Http404 for one that is not listed."""
    if (found := local_standards().get(key)) is None:
        raise Http404("no such local standard")
    return found


def choose(request: HttpRequest, service: Service, standard: str) -> HttpResponse:
    """Choose a value for a standard, or change it."""
    found = listed(standard)
    initial = initial_standard(found, in_force(request).get(standard), request.worker.today(service))
    form = StandardForm(**sent(request, initial=initial, standard=found))

    def do() -> str:
        actions.choose(by=request.worker, service=service, standard=standard, **form.facts())
        return done(request, f"Saved: {found.title}.", "standards")

    intro = f"Counted from {found.counted_from}." if found.counted_from else ""
    return ask(request, form, Question(found.title, back=to(request, "standards"), intro=intro), do)


def drop(request: HttpRequest, service: Service, standard: str) -> HttpResponse:
    """End a standard: the service sets none from a day on."""
    found = listed(standard)
    if standard not in in_force(request) and not sent_again(request):
        raise Http404("this standard is not set")
    form = DropForm(**sent(request, initial={"ended_on": request.worker.today(service)}))

    def do() -> str:
        actions.drop(by=request.worker, service=service, standard=standard, **form.facts())
        return done(request, f"Not set any more: {found.title}.", "standards")

    return ask(request, form, Question(f"End: {found.title}", button="End it", back=to(request, "standards")), do)


PAGES = [
    Page(
        "s/<int:service>/standards/", standards, "standards", SETS,
        title="Local standards", text="How soon, how often, how many, and who asks for it",
    ),
    Page("s/<int:service>/standards/<str:standard>/", choose, "standard", SETS),
    Page("s/<int:service>/standards/<str:standard>/end/", drop, "standard_drop", SETS),
]  # fmt: skip
