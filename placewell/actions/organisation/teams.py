"""Clinical teams that the service works in, and how their whole caseloads stand in work."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q

from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.records.models import ClinicalTeam, ClinicalTeamCount, Service, TeamAttachment

PARTS = {
    "asked_about_work": "asked about work",
    "in_paid_work": "in paid work",
    "in_education": "in education",
}


@action("team.added", needs=Permission.MANAGE_SERVICE)
def add_team(*, by: Worker, service: Service, **facts) -> ClinicalTeam:
    """Add a clinical team that the service works in."""
    _refuse_a_second(service, facts["name"])
    return keep(ClinicalTeam(service=service, key=new_key("T"), **facts))


@action("team.corrected", needs=Permission.MANAGE_SERVICE)
def correct_team(
    *, by: Worker, service: Service, team: ClinicalTeam, read_version: int, because: str = "", **facts
) -> ClinicalTeam:
    """Correct a clinical team's facts; the old version is kept. Raises ChangedMeanwhile."""
    if facts.get("name", team.name) != team.name:
        _refuse_a_second(service, facts["name"])
    return correct(team, read_version=read_version, because=because, **facts)


@action("team.closed", needs=Permission.MANAGE_SERVICE)
def close_team(*, by: Worker, service: Service, team: ClinicalTeam, ended_on: date) -> ClinicalTeam:
    """Say that the service works in a team no more from a day on; staff are detached from that day.

    Raises ValidationError when somebody is attached only later, or the team began later.
    """
    attached = TeamAttachment.objects.standing().filter(Q(ended_on=None) | Q(ended_on__gt=ended_on), team=team)
    later = attached.filter(started_on__gt=ended_on).select_related("staff").first()
    if later:
        raise ValidationError(
            {"ended_on": f"{later.staff} is attached to it from {later.started_on:%-d %B %Y}. Choose a later day."}
        )
    for attachment in attached:
        correct(attachment, because="the team closed", ended_on=ended_on)
    return correct(team, because="the team closed", ended_on=ended_on)


@action("team.counted", needs=Permission.COUNT_TEAMS)
def count_team(
    *, by: Worker, service: Service, team: ClinicalTeam, counted_on: date, caseload: int, **counts: int | None
) -> ClinicalTeamCount:
    """Note how many people a clinical team has, and how many were asked about work or are in it.

    A count of a day that is counted already becomes its new version. Raises ValidationError for
    a day to come, and for a part that is larger than the whole.
    """
    if counted_on > by.today(service):
        raise ValidationError({"counted_on": "This lies after today. Enter the day of the count."})
    for name, words in PARTS.items():
        if (counts.get(name) or 0) > caseload:
            raise ValidationError({name: f"More people are {words} than the team has. Correct one of the two."})
    standing = ClinicalTeamCount.objects.standing().filter(team=team, counted_on=counted_on).first()
    if standing:
        return correct(standing, caseload=caseload, **counts)
    return keep(ClinicalTeamCount(service=service, team=team, counted_on=counted_on, caseload=caseload, **counts))


def _refuse_a_second(service: Service, name: str) -> None:
    """Two teams of one name cannot be told apart in a list."""
    if ClinicalTeam.objects.standing().filter(service=service, name__iexact=name, ended_on=None).exists():
        raise ValidationError({"name": "There is a clinical team of this name already. Give it another name."})
