"""A whole week on a phone, and every item of fidelity that its forms feed moving, on the pages of the supervisor.

The service is small, so that each item can be counted by hand. Mo has had support for 40 days, and nobody
has met him. Zofia's referral, answered on Monday, is told as one that came 40 days ago and led to support
32 days ago: item 14 looks at nobody whose support began less than 30 days ago. The rest falls on the days
of last week, which is over: forms refuse days to come, and only a week that is over is looked at in items
2, 17 and 24.

Monday's referral moves 1, 4 and 9, the call to Mo 25 (Zofia, met three weeks after support began, is a
second gap in it, and no clinician tried); the contacts move 3, 22 and 23; Tuesday's wishes and Wednesday's
and Thursday's meetings with the employer 15 to 18; the profile 14, where the job asks for a new version
that is not there yet; benefits advice 12; the job 19 to 21; Friday's log 2, 17 and 24.

The others stay as they are. 13 (disclosure), 10 and 11 have components that people state with evidence: no
form of support states them. 5, 6 and 7 are moved by meetings and by contacts with the public employment
service, and 8 by the supervisor's own work over months. What 23 says of later weeks, and 9 of help
towards a next job, needs more time than a week. A rating of 2, 17 and 24 needs four fifths of 13 weeks: their
figures move, and the page says that too little is recorded to rate them. In 15 the best rating needs a log
read within the 13 weeks that are over; on Friday it was only just read.
"""

import pytest
from django.utils import timezone

from tests.journeys import browser as sight
from tests.journeys.hands import Mouse
from tests.journeys.week import days, fidelity
from tests.journeys.week.unit import PASSWORD, SPECIALIST, SUPERVISOR, Unit, lay_down


@pytest.fixture
def unit(transactional_db, laying_down):
    """The small service before anything of the week is recorded."""
    with laying_down(on=timezone.localdate()):
        service = lay_down(timezone.localdate())
    return Unit(service, service.today(timezone.now()))


@pytest.fixture
def both(unit, live_server, page_at, looked_at):
    """The week in the hands of the specialist, and in those of the supervisor; each on a phone."""

    def signed_in(email):
        # A form that an outbox sends comes back as 422 when something is asked again.
        page = page_at(360, live_server.url, may_be_refused=True)
        sight.sign_in(page, live_server.url, email, PASSWORD)
        return days.Week(Mouse(page), unit, live_server.url, looked_at)

    return signed_in(SPECIALIST), signed_in(SUPERVISOR)


def live(way):
    """The week as it is lived, day by day."""
    for lived in (days.monday, days.tuesday, days.wednesday, days.thursday, days.friday):
        lived(way)


@pytest.mark.timeout(900)
def test_a_week_moves_every_item_that_its_forms_feed(unit, both):
    specialist, supervisor = both
    figures_before, before = fidelity.printed(supervisor, "before")
    live(specialist)
    days.friday_of_the_supervisor(supervisor)
    figures, after = fidelity.printed(supervisor, "after")
    by_hand = fidelity.rows_by_hand(unit)
    read = {
        item: {row: (before[item].get(row), after[item].get(row)) for row in rows} for item, rows in by_hand.items()
    }
    assert read == by_hand
    assert all(was != now for rows in read.values() for was, now in rows.values())
    moved = fidelity.figures_by_hand(unit)
    assert {item: (figures_before[item], figures[item]) for item in moved} == moved
    assert {item: after[item] for item in fidelity.UNMOVED} == {item: before[item] for item in fidelity.UNMOVED}
    assert set(by_hand) | set(fidelity.UNMOVED) == set(fidelity.ITEMS)
