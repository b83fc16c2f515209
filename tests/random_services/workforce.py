"""Teams, staff, their terms, the teams they work in, and their weeks."""

from datetime import timedelta
from fractions import Fraction

from tests.slow_ways.days import thirteen_mondays

from .dice import covers

TEAM_KINDS = ("community_mental_health", "early_intervention", "addiction", "recovery")
FTES = [Fraction(text) for text in ("1", "1", "1", "0.9", "0.8", "0.6", "0.5", "0.4", "0.2", "0.05")]
SPECIALISTS = ("employment_specialist", "senior_employment_specialist")


def add_teams(tables, dice, sid):
    """Three or four clinical teams, one of which may have closed, and counts of their caseloads."""
    for number in range(1, dice.number(2, 4) + 1):
        team = f"{sid}-T{number}"
        closed = dice.day(dice.opened, dice.today) if dice.chance(0.08) else None
        tables["clinical_teams"].append(
            {
                "team_id": team,
                "service_id": sid,
                "name": f"Team {number}",
                "kind": dice.pick(TEAM_KINDS),
                "base": dice.maybe(f"House {number}", 0.9),
                "started_on": dice.maybe(dice.opened, 0.8),
                "ended_on": closed,
            }
        )
        for day in {dice.day(dice.opened, dice.today) for _ in range(2)}:
            tables["clinical_team_counts"].append(
                {
                    "team_id": team,
                    "counted_on": day,
                    "caseload": dice.number(50, 400),
                    "asked_about_work": dice.maybe(dice.number(0, 50)),
                    "in_paid_work": dice.maybe(dice.number(0, 30)),
                    "in_education": dice.maybe(dice.number(0, 20)),
                }
            )


def add_staff(tables, dice, sid, specialists):
    """Supervisors, specialists (some of whom leave, or begin late), and others."""
    leaders = [f"{sid}-V{number}" for number in range(1, dice.number(1, 2) + 1)]
    for person in leaders:
        add_person(tables, dice, sid, person, "supervisor", leaders)
    for number in range(1, specialists + 1):
        add_person(tables, dice, sid, f"{sid}-E{number}", dice.pick(SPECIALISTS), leaders)
    for role in ("service_manager", "peer_worker", "administrator"):
        if dice.chance(0.3):
            add_person(tables, dice, sid, f"{sid}-{role[0].upper()}", role, leaders)


def add_person(tables, dice, sid, person, role, leaders):
    """One member of staff with their time in post, terms, teams and weeks."""
    started = dice.opened
    if role in SPECIALISTS and dice.chance(0.35):
        started = dice.day(dice.as_at - timedelta(days=250), dice.today)
    ended = None
    if dice.chance(0.25 if role in SPECIALISTS else 0.05):
        ended = dice.day(max(started, dice.as_at - timedelta(days=120)), dice.today + timedelta(days=30))
    tables["staff"].append(
        {
            "staff_id": person,
            "service_id": sid,
            "full_name": f"Worker {person}",
            "email": dice.maybe(f"{person.lower()}@example.org"),
            "started_on": started,
            "ended_on": ended,
        }
    )
    add_terms(tables, dice, person, role, leaders, started, ended)
    if role in SPECIALISTS or dice.chance(0.3):
        add_attachments(tables, dice, sid, person, started, ended)
    if role in SPECIALISTS or dice.chance(0.3):
        add_weeks(tables, dice, person)


def add_terms(tables, dice, person, role, leaders, started, ended):
    """Terms, one after the other, that cover every day in post and may run on after it."""
    last = ended or dice.today + timedelta(days=60)
    changes = {dice.day(started + timedelta(days=1), last) for _ in range(dice.number(0, 2))}
    starts = [started, *sorted(day for day in changes if started < day < last)]
    for number, day in enumerate(starts):
        if number and role in SPECIALISTS:
            role = dice.pick([*SPECIALISTS, *SPECIALISTS, "supervisor"])
        final = number == len(starts) - 1
        until = dice.maybe(ended) if final else starts[number + 1]
        tables["staff_terms"].append(
            {
                "staff_id": person,
                "role": role,
                "fte": dice.pick(FTES),
                "supervisor_id": dice.maybe(dice.pick(leaders), 0.9) if role in SPECIALISTS else None,
                "base": dice.pick(["House 1", "House 1", "House 2", "House 3", "Office", None]),
                "new_or_struggling": dice.pick([True, False, False, None]),
                "started_on": day,
                "ended_on": until,
            }
        )
    if dice.chance(0.05):
        day = started + timedelta(days=3)
        if day not in starts:
            tables["staff_terms"].append(
                {**tables["staff_terms"][-1], "role": "supervisor", "started_on": day, "ended_on": day}
            )


def add_attachments(tables, dice, sid, person, started, ended):
    """The teams a person works in: none, one, two, or too many; some since left."""
    teams = [row["team_id"] for row in tables["clinical_teams"] if row["service_id"] == sid]
    wanted = dice.pick([0, 1, 1, 1, 2, 2, 2, 3])
    for team in dice.some(teams, wanted, wanted):
        first = dice.pick([started, started, dice.day(started, max(started, dice.today))])
        until = dice.day(first, max(first, dice.today)) if dice.chance(0.15) else dice.maybe(ended)
        if until is not None and until < first:
            until = None
        tables["team_attachments"].append({"staff_id": person, "team_id": team, "started_on": first, "ended_on": until})
        if until is not None and dice.chance(0.3):
            tables["team_attachments"].append(
                {"staff_id": person, "team_id": team, "started_on": until + timedelta(days=9), "ended_on": None}
            )


def add_weeks(tables, dice, person):
    """Weeks of work, from before the 13 to after the as-at day, as well kept as the person is."""
    keeps = dice.pick([1, 1, 0.97, 0.9, 0.6])
    notes_community = dice.pick([1, 1, 0.95, 0.5])
    is_read = dice.pick(dice.reading)
    outside, elsewhere = dice.random.random(), dice.pick([0, 0, 0.03, 0.1, 0.3, 0.5])
    mondays = thirteen_mondays(dice.as_at)
    mondays = [mondays[0] - timedelta(weeks=n) for n in (5, 4, 3, 2, 1)] + mondays
    mondays += [mondays[-1] + timedelta(weeks=n) for n in (1, 2)]
    for monday in mondays:
        terms = [row for row in tables["staff_terms"] if row["staff_id"] == person and covers(row, monday)]
        if not dice.chance(keeps) or (not terms and dice.chance(0.9)):
            continue
        fte = terms[0]["fte"] if terms else Fraction(1)
        away = dice.pick([None, 0, 0, 0, 0, 1, Fraction(1, 2), 2, 5 * fte, 5 * fte / 2])
        whole = int(2250 * fte * max(0, 1 - (away or 0) / (5 * fte)))
        other = int(whole * elsewhere)
        read_on = monday + timedelta(days=dice.pick([4, 6, 7, 10, 20]))
        tables["staff_weeks"].append(
            {
                "staff_id": person,
                "week_starting": monday,
                "employment_minutes": whole - other,
                "other_minutes": other,
                "community_minutes": dice.maybe(int(whole * outside), notes_community),
                "leave_days": None if away is None else Fraction(away),
                "log_complete": dice.chance(0.97 if keeps > 0.8 else 0.8),
                "log_reviewed_on": dice.maybe(read_on, is_read),
            }
        )
