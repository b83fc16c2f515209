"""Made-up services: always valid under the contract, and full of what makes measures disagree."""

from tests.slow_ways import TABLES

from .dice import DAYS_KNOWN_AFTER, Dice
from .people_supported import add_people
from .support import add_support
from .unit import add_attestations, add_meetings, add_partner_contacts, add_reviews
from .work import add_employer_contacts, add_employers, add_jobs
from .workforce import add_staff, add_teams
from .writing import write_package

__all__ = ["DAYS_KNOWN_AFTER", "random_package", "write_package"]


def random_package(seed, *, as_at, people=12, staff=4, messy=True):
    """Typed tables of one service, S1, or sometimes two, S1 and S2; the same for the same seed.

    What must not lie in the future (contacts, employer contacts, job starts) lies at most
    `DAYS_KNOWN_AFTER` days after `as_at`: a package's today may be that day. With `messy`
    false there is one service and nothing is dated after `as_at` but ends and reviews of logs.
    """
    dice = Dice(seed, as_at)
    if not messy:
        dice.today = as_at
    tables = {name: [] for name in TABLES}
    for sid in ("S1", "S2") if messy and dice.chance(0.25) else ("S1",):
        tables["services"].append(
            {
                "service_id": sid,
                "name": f"Service {sid}",
                "country": dice.pick(["GB", "NZ"]),
                "provider_name": dice.maybe("Provider"),
                "health_provider_name": dice.maybe("Trust"),
                "started_on": dice.maybe(dice.opened),
            }
        )
        add_teams(tables, dice, sid)
        add_staff(tables, dice, sid, staff)
        add_people(tables, dice, sid, people)
        add_support(tables, dice, sid)
        add_employers(tables, dice, sid)
        add_employer_contacts(tables, dice, sid)
        add_jobs(tables, dice, sid)
        add_meetings(tables, dice, sid)
        add_partner_contacts(tables, dice, sid)
        add_attestations(tables, dice, sid)
        add_reviews(tables, dice, sid)
    return tables
