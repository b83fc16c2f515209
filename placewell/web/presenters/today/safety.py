"""Lines of Today about safety: who is overdue from a visit alone, and concerns that wait to be read."""

from placewell.access import safety_scope
from placewell.actions.concerns import reader_of
from placewell.records.concerns import ConcernKind
from placewell.web.presenters.clients.doing import Doing
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.today.lines import Asked, Line
from placewell.web.presenters.visits import overdue_visits
from placewell.web.presenters.wording import day


def overdue_lines(asked: Asked) -> list[Line]:
    """Whoever of the unit should be back from a visit alone, for every colleague to see; due now, before all else."""
    return [
        Line(
            "overdue_visit", f"{visit.because}. {visit.place}. Ring {visit.phone}", on=None, is_late=True,
            who=f"Overdue from a visit: {visit.who}", address=visit.address,
            doings=[Doing("See the visit", visit.address)],
        )
        for visit in overdue_visits(asked.worker, asked.service)
    ]  # fmt: skip


def concern_lines(asked: Asked) -> list[Line]:
    """Concerns that no supervisor has read, for a supervisor's eyes, until one has."""
    if not asked.reads_logs:
        return []
    waiting = safety_scope.unread_concerns(asked.worker, asked.service, reader_of(asked.worker, asked.service))
    return [
        Line(
            "concern", f"Concern to read: {lower(label(ConcernKind, one.kind))}, noticed on {day(one.noticed_on)}",
            on=one.noticed_on, is_late=True, who=one.episode.client.known_as, address=asked.to("concern", one.pk),
            doings=[Doing("Read the concern", asked.to("concern", one.pk))],
        )
        for one in waiting.order_by("noticed_on", "pk")
    ]  # fmt: skip
