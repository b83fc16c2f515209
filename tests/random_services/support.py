"""What is done with a person: contacts, profiles, wishes, plans, advice, disclosure."""

from datetime import timedelta
from fractions import Fraction

from .dice import covers, last_day_of

MODES = ("face_to_face", "face_to_face", "face_to_face", "video", "telephone", "text", "email")
PLACES = ("community", "workplace", "home", "clinical_base", "employment_office")
PHASES = ("intake", "engagement", "assessment", "job_search", "job_coaching", "follow_along", "career")
ATTENDANCE = ("attended",) * 5 + ("did_not_attend", "no_answer", "cancelled_by_person", "cancelled_by_service")
GROUPS = ("11", "21", "23", "52", "61", "92")
PLAN_KINDS = ("action_plan", "job_search_plan", "job_search_plan", "disclosure_plan", "re_engagement_plan")


def add_support(tables, dice, sid):
    """Everything about the person, for each episode that had at least one day."""
    mine = {row["client_id"] for row in tables["clients"] if row["service_id"] == sid}
    staff = [row["staff_id"] for row in tables["staff"] if row["service_id"] == sid]
    rhythm, plans_first = dice.pick([4, 10, 25]), dice.chance(0.5)
    for episode in [row for row in tables["episodes"] if row["client_id"] in mine]:
        last = last_day_of(episode, dice.today)
        if last is not None:
            add_contacts(tables, dice, episode, last, staff, rhythm)
            add_profiles(tables, dice, episode, last)
            add_preferences(tables, dice, episode, last)
            add_plans(tables, dice, episode, last, plans_first)
            add_advice(tables, dice, episode, last)
            add_disclosure(tables, dice, episode, last)


def holder(tables, episode, day):
    """The key worker of the day, or None."""
    for row in tables["allocations"]:
        if row["episode_id"] == episode["episode_id"] and row["kind"] == "key_worker" and covers(row, day):
            return row["staff_id"]
    return None


def add_contacts(tables, dice, episode, last, staff, rhythm):
    """Contacts at a rhythm that changes, most by the key worker, some missed, some on edges."""
    days = list(dice.days_from(episode["entered_on"], last, 1, dice.pick([rhythm, 2 * rhythm])))
    days = [day for day in days if dice.chance(0.7)]
    days += [dice.day(episode["entered_on"], last) for _ in range(3)]
    for number, day in enumerate(days, 1):
        mode = dice.pick(MODES)
        attendance = dice.pick(ATTENDANCE)
        by = holder(tables, episode, day) if dice.chance(0.85) else None
        tables["contacts"].append(
            {
                "contact_id": f"{episode['episode_id']}-K{number}",
                "episode_id": episode["episode_id"],
                "staff_id": by or dice.pick(staff),
                "began_at": dice.moment(day),
                "minutes": dice.pick([0, 15, 30, 60, 90]),
                "mode": mode,
                "place": dice.pick(PLACES) if mode == "face_to_face" else "remote",
                "phase": dice.pick(PHASES),
                "attendance": attendance,
                "with": dice.pick(["client", "client", "client;family", "clinician", "client;clinician"]),
                "attempt_by": dice.pick(["employment_specialist", "clinician", "joint", None])
                if attendance != "attended"
                else None,
                "about_job_loss": dice.pick([True, False, None]),
                "note": dice.maybe('She said "not yet", then: yes', 0.05),
            }
        )


def add_profiles(tables, dice, episode, last):
    """No, one or several versions of the vocational profile."""
    day = episode["entered_on"]
    for version in range(1, dice.number(0, 3) + 1):
        day = dice.day(day, min(last, day + timedelta(days=60)))
        tables["vocational_profiles"].append(
            {
                "episode_id": episode["episode_id"],
                "version": version,
                "written_on": day,
                "sessions": dice.pick([None, 1, 2, 3]),
                "sources": dice.pick([None, 1, 2, 4]),
                "prompted_by": "first" if version == 1 else dice.pick(["job_start", "job_end", None]),
            }
        )


def add_preferences(tables, dice, episode, last):
    """Wishes that replace one another, stand side by side, or last no day."""
    stated = set()
    for _ in range(dice.number(0, 4)):
        day, group = dice.day(episode["entered_on"], last), dice.pick(GROUPS)
        if (day, group) in stated:
            continue
        stated.add((day, group))
        tables["job_preferences"].append(
            {
                "episode_id": episode["episode_id"],
                "stated_on": day,
                "occupation_group": group,
                "hours_min": dice.maybe(Fraction(8)),
                "hours_max": dice.maybe(Fraction("37.5")),
                "superseded_on": dice.maybe(dice.near(day, dice.today, 1, 2), 0.35),
            }
        )


def add_plans(tables, dice, episode, last, plans_first):
    """Plans of several kinds, each agreed on a day of the episode; a search plan at once or not."""
    agreed = set()
    wanted = [(dice.pick(PLAN_KINDS), dice.day(episode["entered_on"], last)) for _ in range(dice.number(0, 4))]
    if plans_first and dice.chance(0.97):
        wanted.append(("job_search_plan", episode["entered_on"]))
    for kind, day in wanted:
        if (kind, day) not in agreed:
            agreed.add((kind, day))
            tables["plans"].append(
                {
                    "episode_id": episode["episode_id"],
                    "kind": kind,
                    "agreed_on": day,
                    "reviewed_on": dice.maybe(day + timedelta(days=28)),
                    "shared_with_team_on": dice.maybe(day + timedelta(days=dice.number(0, 9))),
                    "job_id": None,
                }
            )


def add_advice(tables, dice, episode, last):
    """Benefits advice offered, and perhaps held or declined."""
    offered = {dice.day(episode["entered_on"], last) for _ in range(dice.number(0, 2))}
    for day in sorted(offered):
        tables["benefits_advice"].append(
            {
                "episode_id": episode["episode_id"],
                "offered_on": day,
                "held_on": dice.maybe(day + timedelta(days=dice.number(0, 14))),
                "adviser": dice.pick(["trained_adviser", "specialist_service", "employment_specialist", None]),
                "written_result": dice.pick([True, False, None]),
                "job_id": None,
                "prompted_by": dice.pick(["before_start", "change", "other"]),
                "declined": dice.pick([True, False, False, None]),
            }
        )


def add_disclosure(tables, dice, episode, last):
    """Talks about who may be told what."""
    for day in sorted({dice.day(episode["entered_on"], last) for _ in range(dice.number(0, 2))}):
        tables["disclosure_discussions"].append(
            {
                "episode_id": episode["episode_id"],
                "held_on": day,
                "pros_and_cons": dice.chance(0.8),
                "wording_agreed": dice.chance(0.5),
                "choice": dice.pick(["tell_nobody", "tell_some", "tell_all", "undecided"]),
                "specialist_may_contact_employers": dice.chance(0.7),
            }
        )
