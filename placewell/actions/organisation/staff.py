"""Staff, the terms on which they work, and the clinical teams they work in.

The terms of a person cover every day in post exactly: the first begins with the post, each next
one where the last ends.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.records.models import ClinicalTeam, Service, Staff, StaffTerm, TeamAttachment

TERMS = ("role", "fte", "supervisor", "base", "new_or_struggling")


@action("staff.added", needs=Permission.MANAGE_STAFF)
def add_staff(
    *, by: Worker, service: Service, full_name: str, started_on: date, email: str = "", teams=(), **terms
) -> Staff:
    """Add a member of staff with their first terms (`TERMS`) and, if known, their clinical teams."""
    staff = keep(Staff(service=service, key=new_key("W"), full_name=full_name, email=email, started_on=started_on))
    keep(StaffTerm(service=service, staff=staff, started_on=started_on, **terms))
    for team in teams:
        _attach(service, staff, team, started_on)
    return staff


@action("staff.corrected", needs=Permission.MANAGE_STAFF)
def correct_staff(
    *, by: Worker, service: Service, staff: Staff, read_version: int, because: str = "", **facts
) -> Staff:
    """Correct name, address or first day. The first terms begin with the post, so they move too.

    Raises ChangedMeanwhile, and ValidationError for a first day after the first terms are over.
    """
    began, begins = staff.started_on, facts.get("started_on", staff.started_on)
    corrected = correct(staff, read_version=read_version, because=because, **facts)
    if begins == began:
        return corrected
    first = StaffTerm.objects.standing().filter(staff=staff).order_by("started_on", "pk").first()
    if first and first.ended_on is not None and first.ended_on <= begins:
        raise ValidationError(
            {"started_on": f"The first terms end on {first.ended_on:%-d %B %Y}. Choose an earlier day."}
        )
    if first:
        correct(first, because=because, started_on=begins)
    for attachment in TeamAttachment.objects.standing().filter(staff=staff, started_on__lt=begins):
        correct(attachment, because=because, started_on=begins, ended_on=_not_before(attachment.ended_on, begins))
    return corrected


@action("staff.terms_changed", needs=Permission.MANAGE_STAFF)
def change_terms(*, by: Worker, service: Service, staff: Staff, started_on: date, **terms) -> StaffTerm:
    """Let other terms hold from a day on, until the ones they replace would have ended.

    Changed on the very day they began, terms are corrected. Raises ValidationError for a day
    out of post, for somebody as their own supervisor, and when nothing differs.
    """
    refuse_out_of_post(staff, started_on)
    if terms.get("supervisor") == staff:
        raise ValidationError({"supervisor": "Nobody supervises themselves. Choose somebody else."})
    term = StaffTerm.objects.standing().filter(staff=staff).covering(started_on).first()
    if term is None:
        raise ValidationError({"started_on": "No terms are recorded for that day. Choose another."})
    if all(getattr(term, name) == value for name, value in terms.items()):
        raise ValidationError("These are the terms on that day already. Change at least one of them.")
    return split(term, started_on, **terms)


def split(term: StaffTerm, on: date, **changed) -> StaffTerm:
    """End terms on a day and go on with others until the same end. For actions that have asked who may."""
    if term.started_on >= on:
        return correct(term, because="the terms changed", **changed)
    ends = term.ended_on
    facts = {name: getattr(term, name) for name in TERMS} | changed
    correct(term, because="the terms changed", ended_on=on)
    return keep(StaffTerm(service=term.service, staff=term.staff, started_on=on, ended_on=ends, **facts))


@action("staff.attached", needs=Permission.MANAGE_STAFF)
def attach(*, by: Worker, service: Service, staff: Staff, team: ClinicalTeam, started_on: date) -> TeamAttachment:
    """Note that a member of staff works in a clinical team from a day on."""
    return _attach(service, staff, team, started_on)


@action("staff.detached", needs=Permission.MANAGE_STAFF)
def detach(*, by: Worker, service: Service, attachment: TeamAttachment, ended_on: date) -> TeamAttachment:
    """Note from which day on a member of staff does not work in a clinical team any more."""
    if attachment.ended_on is not None and attachment.ended_on <= ended_on:
        raise ValidationError({"ended_on": f"It ended on {attachment.ended_on:%-d %B %Y} already."})
    return correct(attachment, ended_on=ended_on)


def refuse_out_of_post(staff: Staff, on: date, field: str = "started_on") -> None:
    """Raise ValidationError when a day is not one in post."""
    if on < staff.started_on:
        raise ValidationError(
            {field: f"{staff} began on {staff.started_on:%-d %B %Y}. Choose that day or a later one."}
        )
    if staff.ended_on is not None and on >= staff.ended_on:
        raise ValidationError({field: f"{staff} left on {staff.ended_on:%-d %B %Y}. Choose an earlier day."})


def _attach(service: Service, staff: Staff, team: ClinicalTeam, started_on: date) -> TeamAttachment:
    refuse_out_of_post(staff, started_on)
    if team.ended_on is not None and team.ended_on <= started_on:
        raise ValidationError({"team": f"{team} closed on {team.ended_on:%-d %B %Y}. Choose another team."})
    goes_on = Q(ended_on=None) | Q(ended_on__gt=started_on)
    if TeamAttachment.objects.standing().filter(goes_on, staff=staff, team=team).exists():
        raise ValidationError({"team": f"{staff} works in {team} then already."})
    ends = [day for day in (staff.ended_on, team.ended_on) if day]
    return keep(
        TeamAttachment(service=service, staff=staff, team=team, started_on=started_on, ended_on=min(ends, default=None))
    )


def _not_before(end: date | None, start: date) -> date | None:
    return end if end is None else max(end, start)
