"""Items 1, 2, 4 and 24: caseloads, time, teams and time in the community."""

from fractions import Fraction

from .days import half_up, nearest_ties_down, per_cent
from .figure import band_down, band_up, counted, figure, left_out, staff_line, totals


def share_of_weeks(recorded, in_post):
    """Recorded weeks ÷ weeks in post; None when nobody was in post for a week."""
    return Fraction(recorded, in_post) if in_post else None


def caseload_size(record):
    """Item 1: open episodes held, for each whole-time specialist."""
    units, lines = [], []
    for person in record.specialists():
        fte = record.term(person, record.as_at)["fte"]
        held = len(record.held_by(person))
        units.append(counted(person, held, fte))
        each = Fraction(held) / fte
        lines.append(staff_line(person, each, held, fte, caseload_band(half_up(each))))
    numerator, denominator = totals(units)
    value = half_up(numerator / denominator) if denominator else None
    rating = caseload_band(value) if denominator else None
    return figure(units, value, rating, by_staff=lines)


def caseload_band(value):
    """Item 1's rating of a whole number of clients."""
    return band_down(value, 41, 31, 26, 21)


def employment_services_staff(record):
    """Item 2: minutes on employment services as a share of all minutes."""
    units, complete = [], 0
    weeks = record.weeks_in_post()
    for person, monday, _ in weeks:
        row = record.week_row(person, monday)
        if row is None:
            units.append(left_out((person, monday), "no row for the week"))
        elif not row["log_complete"]:
            units.append(left_out((person, monday), "the week's log is not complete"))
        else:
            complete += 1
            worked = row["employment_minutes"] + row["other_minutes"]
            units.append(counted((person, monday), row["employment_minutes"], worked))
    value = per_cent(*totals(units))
    return figure(
        units,
        value,
        None if value is None else time_band(value),
        coverage=share_of_weeks(complete, len(weeks)),
        by_staff=lines_by_staff(units, time_band),
    )


def time_band(value):
    """Item 2's rating of a whole per cent."""
    return band_up(value, 60, 75, 90, 96)


def lines_by_staff(units, band):
    """Each specialist's own per cent over their weeks that count, and its band."""
    lines = []
    for person in sorted({unit.unit[0] for unit in units}):
        numerator, denominator = totals([unit for unit in units if unit.unit[0] == person])
        value = per_cent(numerator, denominator)
        lines.append(staff_line(person, value, numerator, denominator, None if value is None else band(value)))
    return lines


def team_assignment(record):
    """Item 4: episodes held that came from the specialist's own clinical teams."""
    units, lines = [], []
    for person in record.specialists():
        teams, held = record.teams_of(person), record.held_by(person)
        if not held:
            units.append(left_out(person, "holds no open episode"))
            continue
        own = sum(1 for episode in held if episode["team_id"] in teams)
        units.append(counted(person, own, len(held)))
        value = per_cent(own, len(held))
        if not teams:
            rating = 1
        elif len(teams) >= 3:
            rating = 2
        else:
            rating = max(2, band_up(value, 1, 50, 75, 90))
        lines.append(staff_line(person, value, own, len(held), rating))
    return figure(units, per_cent(*totals(units)), nearest_ties_down(line["rating"] for line in lines), by_staff=lines)


def community_based(record):
    """Item 24: scheduled minutes in the community as a share of all minutes."""
    units, recorded = [], 0
    weeks = record.weeks_in_post()
    for person, monday, _ in weeks:
        row = record.week_row(person, monday)
        if row is None:
            units.append(left_out((person, monday), "no row for the week"))
        elif not row["log_complete"]:
            units.append(left_out((person, monday), "the week's log is not complete"))
        elif row["community_minutes"] is None:
            units.append(left_out((person, monday), "time in the community not recorded"))
        else:
            recorded += 1
            worked = row["employment_minutes"] + row["other_minutes"]
            units.append(counted((person, monday), row["community_minutes"], worked))
    # Those who have left since count in the weeks; the specialists rated are those in post.
    rated = [unit for unit in units if unit.unit[0] in record.specialists()]
    lines = lines_by_staff(rated, lambda value: band_up(value, 31, 40, 50, 65))
    rating = nearest_ties_down(line["rating"] for line in lines if line["rating"] is not None)
    return figure(
        units, per_cent(*totals(units)), rating, coverage=share_of_weeks(recorded, len(weeks)), by_staff=lines
    )
