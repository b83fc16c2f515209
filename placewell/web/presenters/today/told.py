"""Lines of Today for supervisors: contacts with employers that somebody had not allowed, and no one has read why."""

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.records.models import DisclosureOverride
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.today.lines import Asked, Line

SOURCE = "What the person chose to tell employers is a lock; IPS-25, item 13"


def against_the_plan(asked: Asked) -> list[Line]:
    """Each contact against the plan that no supervisor has read; one query.

    On a supervisor's own day and the unit's it is everybody's, on a colleague's day theirs.
    """
    if not asked.reads_logs:
        return []
    rows = scope.records_for(asked.worker, DisclosureOverride, to=Permission.REVIEW_LOGS)
    rows = rows.filter(service=asked.service, read_on=None).order_by("employer_contact__made_on", "pk")
    own = {role.staff_id for role in asked.worker.roles}
    colleagues = [one.pk for one in asked.staff if one.pk not in own]
    if colleagues and not asked.for_unit:
        rows = rows.filter(employer_contact__staff__in=colleagues)
    return [
        Line(
            "against_the_plan",
            f"An employer, {row.employer_contact.employer.name}, was told against the plan",
            on=row.employer_contact.made_on,
            is_late=True,
            source=SOURCE,
            who=row.employer_contact.episode.client.known_as,
            address=asked.to("person_disclosure", row.employer_contact.episode.client_id),
            doings=[Doing("Read why", asked.to("override_read", row.pk))],
        )
        for row in rows.select_related("employer_contact__employer", "employer_contact__episode__client")
    ]
