"""Employers, the contacts with them, leads, jobs and how these change."""

from datetime import timedelta
from fractions import Fraction

from tests.slow_ways.days import thirteen_mondays

from .dice import covers, last_day_of
from .support import GROUPS, MODES, holder

CODES = ("1150", "2136", "2319", "5231", "6131", "9223", "9241")
CONTRACTS = (
    "permanent",
    "permanent",
    "permanent",
    "fixed_term",
    "seasonal",
    "agency",
    "zero_hours",
    "apprenticeship",
    "self_employed",
)
ENDS = ("finished_contract", "resigned_better_job", "resigned_health", "dismissed", "still_unknown")
PURPOSES = ("introduce", "learn_needs", "present_person", "follow_advert", "in_work_support")


def add_employers(tables, dice, sid):
    """A handful of employers and some leads."""
    for number in range(1, dice.pick([4, 8, 30]) + 1):
        employer = f"{sid}-M{number}"
        tables["employers"].append(
            {
                "employer_id": employer,
                "service_id": sid,
                "name": f"Firm {number} & Söhne",
                "sector": dice.pick(["G", "Q", None]),
                "size_band": dice.pick(["1-9", "250+", None]),
                "postcode": None,
            }
        )
        if dice.chance(0.3):
            tables["leads"].append(
                {
                    "lead_id": f"{employer}-L",
                    "employer_id": employer,
                    "found_by_id": None,
                    "title": "Kitchen hand",
                    "occupation_group": dice.maybe("92"),
                    "found_on": dice.day(dice.opened, dice.today),
                    "closes_on": None,
                    "status": dice.pick(["open", "shared", "filled", "gone"]),
                }
            )


def add_employer_contacts(tables, dice, sid):
    """Contacts about people, and the rounds that specialists make about nobody in particular."""
    mine = {row["client_id"] for row in tables["clients"] if row["service_id"] == sid}
    individual = dice.pick([0.1, 0.4, 0.7, 0.85, 1, 1])
    soon = dice.pick([0, 20, 60, 200, 500])
    for episode in [row for row in tables["episodes"] if row["client_id"] in mine]:
        last = last_day_of(episode, dice.today)
        if last is None or dice.chance(0.15):
            continue
        first = dice.day(episode["entered_on"], min(last, episode["entered_on"] + timedelta(days=soon)))
        days = [*dice.days_from(first, last, 5, 60), dice.day(first, last)]
        for day in days[-12:]:
            add_about(tables, dice, sid, episode, day, individual)
        add_on_changes_of_mind(tables, dice, sid, episode, last)
    for row in [row for row in tables["staff"] if row["service_id"] == sid]:
        add_rounds(tables, dice, sid, row)


def employer_contact(tables, dice, sid, **told):
    """Lay down one employer contact."""
    employers = [row["employer_id"] for row in tables["employers"] if row["service_id"] == sid]
    tables["employer_contacts"].append(
        {
            "employer_contact_id": f"{sid}-X{len(tables['employer_contacts']) + 1}",
            "employer_id": dice.pick(employers),
            "mode": dice.pick(MODES),
            "purpose": dice.pick(PURPOSES),
            "hiring_authority": dice.chance(0.8),
            "planned": dice.pick([True, True, False, None]),
            "made_by_client": False,
            **told,
        }
    )


def add_about(tables, dice, sid, episode, day, individual):
    """A contact about a person, made by the key worker, a colleague or the person."""
    wanted = [
        row["occupation_group"]
        for row in tables["job_preferences"]
        if row["episode_id"] == episode["episode_id"]
        and row["stated_on"] <= day
        and (not row["superseded_on"] or day < row["superseded_on"] or dice.chance(0.05))
    ]
    group = dice.pick(GROUPS)
    if dice.chance(individual):
        group = dice.pick(wanted) if wanted else None
    staff = [row["staff_id"] for row in tables["staff"] if row["service_id"] == sid]
    by_client = dice.chance(0.15)
    by = None if by_client else holder(tables, episode, day) or dice.pick(staff)
    employer_contact(
        tables,
        dice,
        sid,
        staff_id=by,
        episode_id=episode["episode_id"],
        made_on=day,
        occupation_group=group and dice.maybe(group, 0.93),
        made_by_client=by_client,
    )


def add_on_changes_of_mind(tables, dice, sid, episode, last):
    """Contacts about the old wish on the very day on which the person gave it up."""
    for row in tables["job_preferences"]:
        day = row["superseded_on"]
        if row["episode_id"] == episode["episode_id"] and day and day <= last and dice.chance(0.4):
            employer_contact(
                tables,
                dice,
                sid,
                staff_id=None,
                episode_id=episode["episode_id"],
                made_on=day,
                occupation_group=row["occupation_group"],
                made_by_client=True,
            )


def add_rounds(tables, dice, sid, row):
    """Visits of a member of staff in the 13 weeks and about them, as busy as the person is."""
    a_week = dice.pick([0, 1, 3, 4, 5, 6, 8])
    for monday in thirteen_mondays(dice.as_at):
        for _ in range(max(0, a_week + dice.number(-2, 2))):
            day = monday + timedelta(days=dice.pick([0, 0, 1, 2, 3, 4, 6]))
            if day <= dice.today and (covers(row, day) or dice.chance(0.05)):
                employer_contact(
                    tables,
                    dice,
                    sid,
                    staff_id=row["staff_id"],
                    episode_id=None,
                    made_on=day,
                    occupation_group=dice.maybe(dice.pick(GROUPS)),
                    mode="face_to_face" if dice.chance(0.8) else "telephone",
                )
    for _ in range(2):
        day = dice.day(dice.as_at - timedelta(days=110), dice.today)
        employer_contact(
            tables, dice, sid, staff_id=row["staff_id"], episode_id=None, made_on=day, occupation_group=None
        )


def add_jobs(tables, dice, sid):
    """Jobs: none, one or several, side by side or one after another, past the exit or for no day."""
    mine = {row["client_id"] for row in tables["clients"] if row["service_id"] == sid}
    busy, codes = dice.pick([0, 1, 2, 4]), dice.pick([CODES, CODES[:2]])
    proper = dice.pick([0.6, 0.8, 0.95, 1])
    for episode in [row for row in tables["episodes"] if row["client_id"] in mine]:
        last = last_day_of(episode, dice.today)
        if last is not None:
            for number in range(1, dice.number(0, busy) + 1):
                add_job(tables, dice, sid, episode, number, last, codes, proper)


def add_job(tables, dice, sid, episode, number, last, codes, proper):
    """One job that starts on a day of the episode, and what came with it."""
    started = dice.near(episode["entered_on"], last, 6, 12, 24)
    job = {"job_id": f"{episode['episode_id']}-J{number}", "episode_id": episode["episode_id"]}
    job |= {"title": "Porter", "occupation_code": dice.pick(codes), "started_on": started}
    job |= ending_of(dice, started) | terms_of(tables, dice, sid, proper)
    tables["jobs"].append(job)
    for day in {dice.day(started, max(started, dice.today)) for _ in range(dice.pick([0, 0, 1, 2]))}:
        hours, pay = dice.pick([None, Fraction(20)]), dice.maybe(Fraction("13.50"))
        tables["job_changes"].append(
            {"job_id": job["job_id"], "changed_on": day, "hours_per_week": hours, "pay_per_hour": pay}
        )
    add_help_with(tables, dice, job)


def ending_of(dice, started):
    """When a job ends, if it does: after no day, on the as-at day, around 13 and 26 weeks."""
    lasts = dice.pick([0, 1, 20, 60, 90, 91, 92, 110, 181, 182, 200, 400])
    ended = dice.maybe(started + timedelta(days=lasts), 0.5)
    if started <= dice.as_at and dice.chance(0.06):
        ended = dice.as_at
    return {
        "ended_on": ended,
        "end_reason": dice.pick(ENDS) if ended else None,
        "end_known_on": ended and dice.maybe(ended + timedelta(days=dice.number(0, 9)), 0.8),
        "next_job_help_offered_on": ended and dice.maybe(ended + timedelta(days=dice.number(0, 40))),
    }


def terms_of(tables, dice, sid, proper):
    """Employer, hours, pay and contract: mostly proper jobs, now and then none of the kind."""
    contract = dice.pick(CONTRACTS) if dice.chance(0.6) else "permanent"
    employers = [row["employer_id"] for row in tables["employers"] if row["service_id"] == sid]
    alone = contract == "self_employed" and dice.chance(0.8)
    return {
        "employer_id": None if alone else dice.pick(employers),
        "hours_per_week": Fraction(dice.pick(["0", "4", "6.5", "7", "16", "37.5"])),
        "pay_per_hour": dice.maybe(Fraction("12.21")),
        "currency": dice.maybe("GBP"),
        "contract": contract,
        "meets_minimum_wage": dice.chance(proper),
        "open_to_anyone": dice.chance(proper),
        "paid_by_employer": dice.chance(proper) and not (alone and dice.chance(0.5)),
    }


def add_help_with(tables, dice, job):
    """An in-work support plan and advice on benefits before the start, each for some jobs."""
    episode, started = job["episode_id"], job["started_on"]
    if dice.chance(0.4):
        plan = {"episode_id": episode, "kind": "in_work_support_plan", "agreed_on": started}
        plan |= {"reviewed_on": None, "shared_with_team_on": None, "job_id": job["job_id"]}
        tables["plans"].append(plan)
    offered = started - timedelta(days=dice.number(0, 20))
    if dice.chance(0.4):
        advice = {"episode_id": episode, "offered_on": offered, "job_id": job["job_id"]}
        advice |= {"held_on": dice.maybe(offered + timedelta(days=dice.number(0, 25)))}
        advice |= {"adviser": dice.pick(["trained_adviser", "employment_specialist"]), "written_result": None}
        advice |= {"prompted_by": "before_start", "declined": dice.chance(0.1)}
        tables["benefits_advice"].append(advice)
