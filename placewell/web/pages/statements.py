"""Statements of evidence: which components of the fidelity scale are met, and how that is known."""

from django.http import Http404, HttpRequest, HttpResponse

from placewell.access.permissions import Permission
from placewell.access.unit_scope import of_unit
from placewell.actions import teamwork
from placewell.records.models import Attestation, Service
from placewell.web.doors import Page
from placewell.web.forms.meetings import StatementForm, WithdrawMeetingForm
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.unit import ask, done, one, rows, sent_again, show, to
from placewell.web.presenters.meetings import statements_sheet
from placewell.web.wording import SCALE, scale_of

STATES = Permission.STATE_EVIDENCE


def statements(request: HttpRequest, service: Service) -> HttpResponse:
    """Every component that is stated by people, with the latest statement about it."""
    scale = scale_of(service)
    found = rows(request, Attestation, STATES).filter(scale=SCALE).select_related("recorded_by").order_by("stated_on")
    latest = {(one_stated.item, one_stated.component): one_stated for one_stated in found}
    return show(request, statements_sheet(service, scale, latest, today=request.worker.today(service)))


def component_of(service: Service, item: int, component: str):
    """A component that people state, with its item. Raises Http404 for any other."""
    for found in scale_of(service).items:
        for part in found.components:
            if (found.number, part.key) == (item, component) and not part.is_from_record and found.rated == "in_part":
                return found, part
    raise Http404("no such component to be stated")


def state(request: HttpRequest, service: Service, item: int, component: str) -> HttpResponse:
    """State whether a component is met."""
    standard, part = component_of(service, item, component)
    form = StatementForm(**sent(request, initial={"stated_on": request.worker.today(service)}))

    def do() -> str:
        teamwork.state(by=request.worker, service=service, scale=SCALE, item=item, component=component, **form.facts())
        return done(request, f"The statement on item {item}, {component}, is saved.", "statements")

    question = Question(
        part.says,
        button="Save the statement",
        back=to(request, "statements"),
        intro=f"Item {item}, {standard.name.lower()}: component {component}.",
    )
    return ask(request, form, question, do)


def withdraw(request: HttpRequest, service: Service, statement: int) -> HttpResponse:
    """Take a statement back."""
    every = of_unit(request.worker, service, Attestation, needs=STATES, and_withdrawn=sent_again(request))
    found = one(every, statement)
    form = WithdrawMeetingForm(**sent(request))

    def do() -> str:
        teamwork.withdraw_statement(by=request.worker, service=service, statement=found, **form.facts())
        return done(request, "The statement is withdrawn.", "statements")

    question = Question(
        f"Withdraw the statement on item {found.item}, {found.component}",
        button="Withdraw",
        back=to(request, "statements"),
        intro=found.statement,
    )
    return ask(request, form, question, do)


PAGES = [
    Page("s/<int:service>/evidence/", statements, "statements", STATES, "Evidence for fidelity",
         "State which parts of the standards are met"),
    Page("s/<int:service>/evidence/<int:item>/<str:component>/", state, "statement", STATES),
    Page("s/<int:service>/evidence/statements/<int:statement>/withdraw/", withdraw, "statement_withdraw", STATES),
]  # fmt: skip
