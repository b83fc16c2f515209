"""Who and what stands behind a figure, read through the doors that are open to the worker."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from placewell.access import scope, unit_scope
from placewell.access.permissions import Permission
from placewell.measures.fidelity import PictureItem
from placewell.measures.fidelity.picture import REVIEWED
from placewell.measures.figure import Unit
from placewell.records.models import Attestation, ClinicalTeam, FidelityScore, Job
from placewell.web.forms.figures import RowsForm
from placewell.web.presenters import people, unit_rows

MOST_PAGES = 100_000


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether a role of the worker in this service allows something."""
    return request.worker.may(permission, request.service)


def sees_rows(request: HttpRequest) -> bool:
    """Whether the rows behind a figure are shown: to who works with people or sees figures by staff."""
    return may(request, Permission.SEE_FIGURES) and (
        may(request, Permission.SEE_PEOPLE) or may(request, Permission.SEE_FIGURES_BY_STAFF)
    )


def own_staff(request: HttpRequest) -> int | None:
    """The row id of the worker's own staff row in this service."""
    held = (role.staff_id for role in request.worker.roles if role.service_id == request.service.pk)
    return next((staff for staff in held if staff), None)


def staff_names(request: HttpRequest) -> dict[int, str]:
    """Names of the service's staff, for who may see figures by staff."""
    if not may(request, Permission.SEE_FIGURES_BY_STAFF):
        return {}
    found = scope.staff_for(request.worker).filter(service=request.service)
    return dict(found.values_list("pk", "full_name"))


def names(
    request: HttpRequest, units: Sequence[Unit], staff: dict[int, str], *, with_teams: bool = False
) -> people.Names:
    """The names behind some rows; people and their jobs only when in reach."""
    jobs = held_jobs(request, [unit.row for unit in units if unit.kind == "job"])
    clients = {job.episode.client_id: job.episode.client.known_as for job in jobs}
    others = {unit.client for unit in units if unit.client and unit.kind != "job"}
    reached = scope.clients_for(request.worker).filter(pk__in=others)
    with_teams = with_teams or any(unit.kind == "team" for unit in units)
    return people.Names(
        service=request.service.pk,
        staff=staff,
        clients=clients | {one.pk: one.known_as for one in reached},
        jobs={job.pk: job.title for job in jobs},
        teams=team_names(request) if with_teams else {},
        own=own_staff(request),
    )


def held_jobs(request: HttpRequest, rows: Sequence[int]) -> list[Job]:
    """The jobs, of those asked for, of people in reach, each with its person."""
    return list(scope.of_episodes(request.worker, Job).filter(pk__in=rows).select_related("episode__client"))


def team_names(request: HttpRequest) -> dict[int, str]:
    """The service's clinical teams by name. A team is no secret: published figures name it too."""
    needs = Permission.SEE_PUBLISHED_FIGURES
    found = unit_scope.of_unit(request.worker, request.service, ClinicalTeam, needs=needs)
    return dict(found.values_list("pk", "name"))


def rows_form(request: HttpRequest, units: Sequence[Unit], staff: dict[int, str]) -> RowsForm:
    """The form that chooses among rows, filled in from the address."""
    owners = {unit.staff: staff[unit.staff] for unit in units if unit.staff in staff}
    choices = [(str(pk), name) for pk, name in people.own_first(owners, own_staff(request))]
    return RowsForm(
        request.GET,
        staff=choices,
        parts=unit_rows.parts_of(units),
        sorted_=unit_rows.can_be_sorted(units),
        auto_id="rows_%s",
    )


def asked_rows(request: HttpRequest, form: RowsForm) -> unit_rows.Asked:
    """Which rows the address asks for; a choice that there is not counts as none."""
    form.is_valid()
    page = request.GET.get("page", "")
    said = {name: form.cleaned_data.get(name, "") for name in ("staff", "part", "show", "sort")}
    return unit_rows.Asked(**said, page=min(int(page), MOST_PAGES) if page.isascii() and page.isdigit() else 1)


@dataclass(frozen=True)
class Evidence:
    """What people stated about an item, and how reviews rated it."""

    attestations: list[Attestation]
    scores: list[FidelityScore]


def evidence(request: HttpRequest, scale: str, item: PictureItem) -> Evidence:
    """The statements about an item with components, and the ratings of reviews where one rates it."""
    stated = unit_scope.of_unit(request.worker, request.service, Attestation, needs=Permission.SEE_FIGURES)
    rated = unit_scope.of_unit(request.worker, request.service, FidelityScore, needs=Permission.SEE_FIGURES)
    rated = rated.filter(review__scale=scale, review__withdrawn_at=None, item=item.number)
    return Evidence(
        attestations=list(stated.filter(scale=scale, item=item.number)) if item.components else [],
        scores=list(rated.select_related("review")) if item.basis == REVIEWED else [],
    )
