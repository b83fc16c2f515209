"""Items 15, 16 and 17: how soon, how individually and how often employers are met."""

from fractions import Fraction

from .days import half_up, in_month, in_thirteen_weeks, in_week, nearest_ties_down, per_cent, within_months
from .figure import band_down, band_up, counted, figure, left_out, staff_line, totals
from .staffing import share_of_weeks
from .survival import median_days


def first_employer_met(record, episode):
    """The day of the first face-to-face employer contact about the episode, or None."""
    days = [
        row["made_on"]
        for row in record["employer_contacts"]
        if row["episode_id"] == episode["episode_id"]
        and row["mode"] == "face_to_face"
        and row["made_on"] >= episode["entered_on"]
    ]
    return min(days, default=None)


def contacts_are_tracked(record):
    """Was some specialist's employer-contact log read within the 13 weeks?"""
    people = record.specialists()
    return any(
        row["staff_id"] in people and in_thirteen_weeks(row["log_reviewed_on"], record.as_at)
        for row in record["staff_weeks"]
    )


def rapid_job_search(record):
    """Item 15: days from entry to the first face-to-face employer contact."""
    units, followed = [], []
    for episode in record["episodes"]:
        if not within_months(episode["entered_on"], record.as_at, 12):
            continue
        if episode["work_status_at_entry"] not in ("out_of_work", "student"):
            continue
        met_on = first_employer_met(record, episode)
        if met_on is not None:
            days = (met_on - episode["entered_on"]).days
            units.append(counted(episode["episode_id"], days))
            followed.append((days, True))
        else:
            until = episode["ended_on"] or record.as_at
            followed.append(((until - episode["entered_on"]).days, False))
            units.append(left_out(episode["episode_id"], "no employer met face to face yet"))
    numerator, denominator = totals(units)
    value = half_up(numerator / denominator) if denominator else None
    rating = band_down(value, 271, 151, 61, 31) if denominator else None
    if rating == 5 and not contacts_are_tracked(record):
        rating = 4
    long_enough = [(days, met) for days, met in followed if met or days >= 30]
    soon = sum(1 for days, met in long_enough if met and days <= 30)
    return figure(
        units,
        value,
        rating,
        median_days_km=median_days(followed),
        within_30_days=soon / len(long_enough) if long_enough else None,
    )


def is_wanted(record, contact):
    """Is the group of occupations among the person's preferences in force that day?"""
    return any(
        row["episode_id"] == contact["episode_id"]
        and row["occupation_group"] == contact["occupation_group"]
        and row["stated_on"] <= contact["made_on"]
        and (row["superseded_on"] is None or contact["made_on"] < row["superseded_on"])
        for row in record["job_preferences"]
    )


def individualised_search(record):
    """Item 16: employer contacts that follow what the person wants."""
    units, episodes = [], set()
    for contact in record["employer_contacts"]:
        if not contact["episode_id"] or not in_thirteen_weeks(contact["made_on"], record.as_at):
            continue
        key = contact["employer_contact_id"]
        if not contact["occupation_group"]:
            units.append(left_out(key, "no occupation group noted"))
            continue
        units.append(counted(key, int(is_wanted(record, contact))))
        episodes.add(contact["episode_id"])
    value = per_cent(*totals(units))
    rating = None if value is None else band_up(value, 25, 50, 75, 90)
    planned = {row["episode_id"] for row in record["plans"] if row["kind"] == "job_search_plan"}
    if rating == 5 and 100 * len(episodes & planned) < 90 * len(episodes):
        rating = 4
    return figure(units, value, rating)


def why_not_eligible(row, fte):
    """Why a week in post does not count for item 17; None if it does."""
    if row is None:
        return "no row for the week"
    if not row["log_complete"]:
        return "the week's log is not complete"
    if (row["leave_days"] or 0) >= Fraction(5, 2) * fte:
        return "away for half the week or more"
    return None


def week_of_employers(record, person, monday, fte):
    """The unit of one specialist and one week in post."""
    why = why_not_eligible(record.week_row(person, monday), fte)
    if why:
        return left_out((person, monday), why)
    met = sum(
        1
        for row in record["employer_contacts"]
        if row["staff_id"] == person and row["mode"] == "face_to_face" and in_week(row["made_on"], monday)
    )
    return counted((person, monday), met, fte)


def tracking_cap(record, person, mondays):
    """The highest rating that the supervisor's reading of the log allows."""
    read_on = [record.week_row(person, monday)["log_reviewed_on"] for monday in mondays]
    read_on = [day for day in read_on if day is not None]
    if 100 * len(read_on) >= 75 * len(mondays):
        return 5
    if all(any(in_month(day, record.as_at, n) for day in read_on) for n in (1, 2, 3)):
        return 3
    return 2


def has_nobody_to_seek_for(record, person):
    """A specialist in post at the as-at day with no seeker is left out.

    Somebody who has left holds nobody, yet counts in the weeks and contacts of this item; the
    specialists rated are those in post.
    """
    return person in record.specialists() and not record.seekers_held_by(person)


def employer_contact_frequency(record):
    """Item 17: employers met face to face, each week, for each whole-time specialist."""
    units, lines, complete = [], [], 0
    weeks = record.weeks_in_post()
    for person in sorted({person for person, _, _ in weeks}):
        mine = [week_of_employers(record, person, monday, fte) for who, monday, fte in weeks if who == person]
        complete += sum(
            1
            for who, monday, _ in weeks
            if who == person and (record.week_row(person, monday) or {}).get("log_complete")
        )
        if has_nobody_to_seek_for(record, person):
            mine = [
                left_out(
                    unit.unit, unit.why or "holds nobody who is looking for work", unit.numerator, unit.denominator
                )
                for unit in mine
            ]
        units.extend(mine)
        if any(unit.counted for unit in mine) and person in record.specialists():
            lines.append(line_of_contacts(record, person, mine))
    numerator, denominator = totals(units)
    return figure(
        units,
        numerator / denominator if denominator else None,
        nearest_ties_down(line["rating"] for line in lines),
        coverage=share_of_weeks(complete, len(weeks)),
        by_staff=lines,
    )


def line_of_contacts(record, person, units):
    """A specialist's own value and rating for item 17."""
    numerator, denominator = totals(units)
    value = numerator / denominator
    rating = band_up(value, 2, 4, 5, 6)
    seekers = len(record.seekers_held_by(person)) if person in record.specialists() else 0
    if seekers in (1, 2) and value >= 2 * seekers:
        rating = 5
    eligible = [unit.unit[1] for unit in units if unit.counted]
    return staff_line(person, value, numerator, denominator, min(rating, tracking_cap(record, person, eligible)))
