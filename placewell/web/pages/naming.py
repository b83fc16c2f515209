"""Employers named in a form: which are offered while one is typed, and which it means."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.access.unit_scope import of_unit
from placewell.actions import employers as directory
from placewell.records.models import Employer, EmployerContact
from placewell.web.doors import Page
from placewell.web.forms.employers import NamesEmployer
from placewell.web.pages.records.asking import sent
from placewell.web.pages.records.finding import colleagues, find
from placewell.web.presenters.alike import last_spoken_to, like_this, typed_name

# So many names go with a form, to be offered without a connection too; the server offers the others.
OFFERED = 300
# So many are offered for what has been typed.
TYPED = 20
SHORTEST = 2


def known_employers(request: HttpRequest):
    """The unit's employers by name."""
    return scope.employers_for(request.worker).filter(service=request.service).order_by("name", "pk")


def all_names(request: HttpRequest) -> list[tuple[int, str]]:
    """(id, name) of each employer, for a form that has been sent; a form to fill in needs none."""
    return list(known_employers(request).values_list("pk", "name")) if request.method == "POST" else []


def named(request: HttpRequest, **told) -> dict:
    """What a form is made of that names an employer."""
    return sent(request, rows={"staff": colleagues(request)}, employers=all_names(request), **told)


def names(request: HttpRequest, *, but: int | None = None) -> list[str]:
    """Names of employers that go with a form, the last spoken to first where there are too many for all."""
    known = known_employers(request).exclude(pk=but)
    if known.count() > OFFERED:
        contacts = of_unit(request.worker, request.service, EmployerContact, needs=Permission.RECORD_EMPLOYERS)
        return last_spoken_to(known, contacts, OFFERED)
    return list(known.values_list("name", flat=True))


def employer_named(request: HttpRequest, form: NamesEmployer) -> Employer | None:
    """The employer that a form names: a known one, or one added now; None for nobody."""
    pk, name = form.employer_facts()
    if pk is not None:
        return find(request, Employer, pk)
    return directory.add(by=request.worker, service=request.service, name=name) if name else None


def offered(request: HttpRequest, service) -> HttpResponse:
    """What is known of the name that is being typed: names with these letters, and employers that it may mean."""
    typed = typed_name(request.GET.get("name", ""))
    if len(typed) < SHORTEST:
        return JsonResponse({"names": [], "near": []})
    employers = known_employers(request)
    known = list(employers.values_list("pk", "name"))
    holding = [name for _, name in known if typed.casefold() in name.casefold()]
    return JsonResponse({"names": holding[:TYPED], "near": like_this(typed, employers, known)})


def alike(request: HttpRequest, employer: Employer) -> list[dict]:
    """Other employers whose name is like that of this one."""
    employers = known_employers(request)
    return like_this(employer.name, employers, list(employers.values_list("pk", "name")), but=employer.pk)


PAGES = [Page("s/<int:service>/employers/named/", offered, "employers_named", Permission.RECORD_EMPLOYERS)]
