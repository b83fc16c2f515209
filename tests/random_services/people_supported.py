"""People, their referrals, their episodes, and who holds these when."""

from datetime import timedelta

from .dice import covers, last_day_of

SOURCES = ("self", "care_coordinator", "psychiatrist", "joint", "general_practitioner", "family")
DECISIONS = (
    "accepted",
    "accepted",
    "accepted",
    "withdrawn_by_person",
    "not_ready",
    "diagnosis",
    "substance_use",
    "no_capacity",
    "other",
)
STATUSES = ("out_of_work", "out_of_work", "out_of_work", "student", "in_work", "off_sick")
ENDS = (
    "goal_met",
    "person_chose_to_stop",
    "moved_away",
    "cannot_be_reached",
    "time_limit",
    "missed_appointments",
    "stepped_down_to_clinical_team",
    "died",
)


def nhs_number(dice):
    """A number of the 999 test range whose check digit is valid."""
    while True:
        digits = [9, 9, 9] + [dice.number(0, 9) for _ in range(6)]
        check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return "".join(map(str, [*digits, 0 if check == 11 else check]))


def add_people(tables, dice, sid, people):
    """Clients with one or two referrals and no, one or two episodes each."""
    for number in range(1, people + 1):
        client = f"{sid}-C{number}"
        tables["clients"].append(
            {
                "client_id": client,
                "service_id": sid,
                "given_name": dice.pick(["Ana", "Ben", "Cyd"]),
                "family_name": dice.pick(["Ash", "Birch", "O'Neill", "Ōtara, jr"]),
                "preferred_name": dice.maybe("Al", 0.1),
                "date_of_birth": dice.maybe(dice.opened - timedelta(days=dice.number(7000, 22000)), 0.9),
                "gender": dice.pick(["woman", "man", "non-binary", None]),
                "ethnic_group": dice.pick(["A", "J", "Z", None]),
                "nhs_number": dice.maybe(nhs_number(dice)),
                "phone": None,
                "email": None,
                "postcode": dice.maybe("SW1A 1AA"),
                "language": dice.pick(["en", "mi", None]),
                "interpreter_needed": dice.pick([True, False, None]),
            }
        )
        entered = dice.day(dice.opened, dice.today)
        episode = add_referral_and_episode(tables, dice, sid, client, 1, entered)
        ended = episode and episode["ended_on"]
        if ended and ended < dice.today and dice.chance(0.5):
            again = dice.day(ended, dice.today)
            add_referral_and_episode(tables, dice, sid, client, 2, again)
        elif episode and dice.chance(0.03):
            add_referral_and_episode(tables, dice, sid, client, 2, dice.day(entered, dice.today))


def add_referral_and_episode(tables, dice, sid, client, number, entered):
    """A referral, and mostly the episode that came of it; answers the episode or None."""
    teams = [row["team_id"] for row in tables["clinical_teams"] if row["service_id"] == sid]
    referral = f"{client}-R{number}"
    team = dice.maybe(dice.pick(teams), 0.85)
    received = entered - timedelta(days=dice.pick([0, 0, 1, 7, 20, 60]))
    decision = dice.pick(DECISIONS)
    if dice.chance(0.9):
        tables["referrals"].append(
            {
                "referral_id": referral,
                "client_id": client,
                "team_id": team,
                "received_on": received,
                "source": dice.pick(SOURCES),
                "channel": dice.pick(["email", "online_form", None]),
                "wants_to_work": dice.pick([True, None]),
                "work_status": dice.maybe(dice.pick(STATUSES)),
                "acknowledged_on": dice.maybe(received + timedelta(days=dice.number(0, 9))),
                "first_contact_on": dice.maybe(received + timedelta(days=dice.number(0, 20))),
                "decision": dice.maybe(decision, 0.9),
                "decided_on": received + timedelta(days=dice.number(0, 30)),
            }
        )
    else:
        referral = None
    if decision != "accepted" and dice.chance(0.5):
        return None
    return add_episode(tables, dice, sid, client, number, referral, team, entered)


def add_episode(tables, dice, sid, client, number, referral, team, entered):
    """An episode: open, ended, over before it began, or to end after the as-at day."""
    ended = stepped = None
    if dice.chance(0.35):
        ended = dice.day(entered, max(entered, dice.today + timedelta(days=5)))
    if dice.chance(0.03):
        ended = entered
    if dice.chance(0.12):
        stepped = dice.day(entered, ended or max(entered, dice.today))
    if team is None and dice.chance(0.3):
        team = dice.pick([row["team_id"] for row in tables["clinical_teams"] if row["service_id"] == sid])
    episode = {
        "episode_id": f"{client}-P{number}",
        "client_id": client,
        "referral_id": referral,
        "team_id": team,
        "entered_on": entered,
        "work_status_at_entry": dice.pick(STATUSES),
        "ended_on": ended,
        "end_reason": dice.pick(ENDS) if ended else None,
        "stepped_down_on": stepped,
    }
    tables["episodes"].append(episode)
    add_allocations(tables, dice, sid, episode)
    return episode


def carriers(tables, dice, sid, day):
    """Who might hold a case from a day on: specialists, and now and then a supervisor."""
    ids = {row["staff_id"] for row in tables["staff"] if row["service_id"] == sid and covers(row, day)}
    roles = ["employment_specialist", "senior_employment_specialist"]
    if dice.chance(0.08):
        roles.append("supervisor")
    return sorted(
        {
            row["staff_id"]
            for row in tables["staff_terms"]
            if row["staff_id"] in ids and row["role"] in roles and covers(row, day)
        }
    )


def add_allocations(tables, dice, sid, episode):
    """Key workers one after another, with a gap or a handover, and cover beside them."""
    last = last_day_of(episode, dice.today)
    if last is None or dice.chance(0.03):
        return
    starts = {episode["entered_on"]} if dice.chance(0.9) else {dice.day(episode["entered_on"], last)}
    starts |= {dice.day(min(starts), last) for _ in range(dice.pick([0, 0, 0, 1, 2]))}
    starts = sorted(starts)
    for number, day in enumerate(starts):
        people = carriers(tables, dice, sid, day)
        if not people:
            continue
        until = episode["ended_on"] if number == len(starts) - 1 else starts[number + 1]
        if dice.chance(0.07) and (until is None or day < until):
            until = dice.day(day, min(until or last, last))
        allocate(tables, episode, dice.pick(people), "key_worker", day, until)
        if dice.chance(0.15):
            begins = dice.day(day, last)
            ends = begins + timedelta(days=14)
            if episode["ended_on"] is not None:
                ends = min(ends, episode["ended_on"])
            allocate(tables, episode, dice.pick(people), "cover", begins, ends)


def allocate(tables, episode, person, kind, started, ended):
    """Lay down one allocation, once."""
    row = {
        "episode_id": episode["episode_id"],
        "staff_id": person,
        "kind": kind,
        "started_on": started,
        "ended_on": ended,
    }
    key = ("episode_id", "staff_id", "kind", "started_on")
    if all(any(row[name] != other[name] for name in key) for other in tables["allocations"]):
        tables["allocations"].append(row)
