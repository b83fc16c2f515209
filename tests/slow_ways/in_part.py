"""Items 3, 5, 8 and 11: what the record itself says about their components."""

from fractions import Fraction

from .days import (
    in_month,
    in_thirteen_weeks,
    in_week,
    months_before,
    nearest_ties_down,
    thirteen_mondays,
    within_months,
)
from .figure import counted, figure, left_out, staff_line
from .record import day_of

PHASES = ("intake", "engagement", "assessment", "job_search", "job_coaching", "follow_along")


def phases_done(record, person):
    """The phases that the specialist did themselves, in 6 months, for people they held that day."""
    done = set()
    for row in record["contacts"]:
        day = day_of(row["began_at"])
        if (
            row["staff_id"] == person
            and row["attendance"] == "attended"
            and row["phase"] in PHASES
            and within_months(day, record.as_at, 6)
            and record.holds(person, record.one("episodes", row["episode_id"]), day)
        ):
            done.add(row["phase"])
    return len(done)


def vocational_generalists(record):
    """Item 3: of six phases, those that each specialist does."""
    units, lines = [], []
    for person in record.specialists():
        if record.one("staff", person)["started_on"] > months_before(record.as_at, 6):
            units.append(left_out(person, "started less than 6 months ago"))
            continue
        done = phases_done(record, person)
        units.append(counted(person, done))
        rating = {6: 5, 5: 4, 0: 2}.get(done, 3)
        lines.append(staff_line(person, done, done, 1, rating))
    return figure(units, None, nearest_ties_down(line["rating"] for line in lines), by_staff=lines)


def is_at_least(share_of, whole, per_cent_wanted):
    """Is this many of the whole at least so many per cent? Not met when the whole is nothing."""
    return whole > 0 and 100 * share_of >= per_cent_wanted * whole


def goes_to_team_meetings(record, person, team_id):
    """Attended three quarters or more of the team's meetings held in the 13 weeks."""
    meetings = [
        row
        for row in record.held_meetings("clinical_team")
        if row["team_id"] == team_id and in_thirteen_weeks(row["scheduled_on"], record.as_at)
    ]
    return is_at_least(sum(record.attended(person, row) for row in meetings), len(meetings), 75)


def team_contact(record):
    """Item 5: components a, d and e."""
    people = record.specialists()
    pairs = [(person, team) for person in people for team in sorted(record.teams_of(person))]
    going = sum(goes_to_team_meetings(record, *pair) for pair in pairs)
    beside = 0
    for person in people:
        bases = {record.one("clinical_teams", team)["base"] for team in record.teams_of(person)}
        base = record.term(person, record.as_at)["base"]
        beside += base is not None and base in bases
    raised = [
        row["scheduled_on"]
        for row in record.held_meetings("clinical_team")
        if (row["not_yet_referred_raised"] or 0) >= 1
    ]
    return {
        "a": is_at_least(going, len(pairs), 75),
        "d": is_at_least(beside, len(people), 100),
        "e": all(any(in_month(day, record.as_at, n) for day in raised) for n in (1, 2, 3)),
    }


def supervised_weeks(record, person):
    """Weeks of the 13 in which the person attended group or individual supervision."""
    attended = [
        row["scheduled_on"]
        for row in record.held_meetings("group_supervision", "individual_supervision")
        if record.attended(person, row)
    ]
    return sum(any(in_week(day, monday) for day in attended) for monday in thirteen_mondays(record.as_at))


def is_mentored(record, person):
    """Field mentoring in each of three months for the new or struggling, else once in the three."""
    attended = [row["scheduled_on"] for row in record.held_meetings("field_mentoring") if record.attended(person, row)]
    months = [any(in_month(day, record.as_at, n) for day in attended) for n in (1, 2, 3)]
    return all(months) if record.term(person, record.as_at)["new_or_struggling"] else any(months)


def supervisor_role(record):
    """Item 8: its five components."""
    people, supervisors = record.specialists(), record.supervisors()
    fte = sum((record.term(person, record.as_at)["fte"] for person in people), Fraction(0))
    lead = sum((record.term(person, record.as_at)["fte"] for person in supervisors), Fraction(0))
    teams = {team for person in people for team in record.teams_of(person)}
    recent = [
        row
        for row in record.held_meetings("clinical_team")
        if within_months(row["scheduled_on"], record.as_at, 3)
        and any(record.attended(person, row) for person in supervisors)
    ]
    visited = {row["team_id"] for row in recent}
    weekly = sum(supervised_weeks(record, person) >= 10 for person in people)
    return {
        "a": fte <= 10 * lead,
        "b": is_at_least(weekly, len(people), 75),
        "c": bool(teams) and teams <= visited,
        "d": bool(people) and all(is_mentored(record, person) for person in people),
        "e": any(
            row["goals_set"] and within_months(row["scheduled_on"], record.as_at, 3)
            for row in record.held_meetings("outcome_review")
        ),
    }


def executive_support(record):
    """Item 11: components c and e."""
    in_year = [
        row for row in record["meetings"] if row["held"] and within_months(row["scheduled_on"], record.as_at, 12)
    ]
    return {
        "c": any(row["kind"] == "steering_group" and row["executive_present"] for row in in_year),
        "e": sum((row["barriers_raised"] or 0) >= 1 for row in in_year) >= 2,
    }
