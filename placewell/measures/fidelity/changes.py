"""What has come in since a picture was kept: one question for any number of days.

Events are counted rather than their latest number looked at alone: on PostgreSQL one with a smaller
number may be committed later. Rows without a date of their own are counted beside them: a new one
says nothing in its event about the days it speaks of.
"""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from placewell.measures.models import KeptFigure
from placewell.records.models import Service

State = tuple[int, int]
CHANGES = """
with changes as (
  select e.facts_from as day, count(*) as number, max(e.id) as latest
  from records_event e where e.service_id = %s and e.facts_from <= %s group by e.facts_from
  union all
  select e.facts_from as day, count(*) as number, max(e.id) as latest
  from records_event e where e.service_id is null and e.facts_from <= %s group by e.facts_from
  union all
  select m.scheduled_on as day, count(*) as number, 0 as latest
  from records_meetingattendance a join records_meeting m on m.id = a.meeting_id
  where a.service_id = %s and m.scheduled_on <= %s group by m.scheduled_on
  union all
  select r.scored_on as day, count(*) as number, 0 as latest
  from records_fidelityscore s join records_fidelityreview r on r.id = s.review_id
  where s.service_id = %s and r.scored_on <= %s group by r.scored_on
)
"""
GOOD = """
select k.* from measures_keptfigure k
where k.service_id = %s and k.scale = %s and k.edition = %s and k.as_at in (:days)
  and k.events = (select coalesce(sum(c.number), 0) from changes c where c.day <= k.as_at)
  and k.last_event = (select coalesce(max(c.latest), 0) from changes c where c.day <= k.as_at)
"""
NUMBER = "coalesce(sum(case when c.day <= %s then c.number end), 0)"
LATEST = "coalesce(max(case when c.day <= %s then c.latest end), 0)"


def good(service: Service, days: Sequence[date], *, scale: str, edition: str) -> list[KeptFigure]:
    """Of the pictures kept for these days, those of this edition since which nothing has come in."""
    asked = _dates(days)
    sql = CHANGES + GOOD.replace(":days", ", ".join(["%s"] * len(asked)))
    return list(KeptFigure.objects.raw(sql, [*_up_to(service, max(asked)), service.pk, scale, edition, *asked]))


def states(service: Service, days: Sequence[date]) -> dict[date, State]:
    """For each day, how many events and undated rows there were up to it, and the latest event."""
    asked = _dates(days)
    sql = " ".join((CHANGES, "select", ", ".join([NUMBER, LATEST] * len(asked)), "from changes c"))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*_up_to(service, max(asked)), *(day for day in asked for _ in range(2))])
        found = [int(number) for number in cursor.fetchone()]
    return dict(zip(days, zip(found[::2], found[1::2], strict=True), strict=True))


def _dates(days: Sequence[date]) -> list:
    return [connection.ops.adapt_datefield_value(day) for day in days]


def _up_to(service: Service, day) -> list:
    return [service.pk, day, day, service.pk, day, service.pk, day]
