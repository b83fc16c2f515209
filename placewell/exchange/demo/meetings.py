"""Meetings of every kind, held or missed, and who came."""

CAME_TO_TEAM = (0.68, 0.93)  # share of team meetings a specialist joins: at opening, now
CAME_TO_SUPERVISION = 0.97


def make_meetings(unit) -> None:
    """All meetings of the unit, week by week."""
    rng = unit.rng("meetings")
    sup = next(one for one in unit.workers if one.role == "supervisor")
    for week, monday in enumerate(unit.days.mondays(unit.days.first, unit.days.last + 1)):
        progress = unit.days.progress(monday)
        for place, team in enumerate(unit.teams):
            _clinical(unit, rng, team, monday + (1, 2, 3)[place], progress, week, sup)
        _unit_meeting(unit, rng, monday + 3, week)
        for worker in unit.specialists_on(monday):
            _with_one(unit, rng, worker, sup, monday, week)
        if week % 4 == 2 and rng.random() < 0.2 + progress:
            _others(unit, rng, "partner", monday + 1, [sup, *_some(rng, unit, monday)], goals_set=None)
        if week % 13 == 11:
            _others(
                unit,
                rng,
                "outcome_review",
                monday + 1,
                [sup, *unit.specialists_on(monday)],
                goals_set=rng.random() < 0.3 + 0.75 * progress,
            )
        if week % 13 == 6:
            _steering(unit, rng, monday + 2, sup)
        if rng.random() < 0.12:
            _others(
                unit,
                rng,
                "joint_planning",
                monday + 4,
                _some(rng, unit, monday),
                goals_set=None,
                team=rng.choice(unit.teams),
            )


def _meeting(unit, kind: str, day: int, held: bool, attendees, *, team=None, minutes=60, **counts) -> None:
    """A meeting and its attendance; on a closed day it is not held."""
    held = held and unit.days.is_worked(day)
    key = unit.key("G")
    row = {
        "meeting_id": key,
        "service_id": unit.service,
        "kind": kind,
        "team_id": team.key if team else None,
        "scheduled_on": unit.days.on(day),
        "held": held,
        "minutes": minutes if held else None,
        "people_discussed": None,
        "decisions": None,
        "not_yet_referred_raised": None,
        "executive_present": None,
        "barriers_raised": None,
        "goals_set": None,
    }
    if held:
        row.update(counts)
    unit.add("meetings", row)
    if not held:
        return
    for worker in attendees:
        if worker.in_post(day) and not worker.is_away(day):
            unit.add("meeting_attendance", {"meeting_id": key, "staff_id": worker.key})


def _clinical(unit, rng, team, day: int, progress: float, week: int, sup) -> None:
    low, high = CAME_TO_TEAM
    share = low + (high - low) * progress
    came = []
    for worker in unit.workers:
        if worker.is_specialist and team in worker.teams:
            split = 0.92 if len(worker.teams) > 1 else 1.04
            if worker.is_new:
                split = 0.6  # still learning the diary, and out with a mentor
            if rng.random() < share * split:
                came.append(worker)
        elif worker.role == "peer_worker" and team in worker.teams and rng.random() < 0.5:
            came.append(worker)
    if (week + unit.teams.index(team) * 3) % 8 == 0 or rng.random() < 0.04:
        came.append(sup)
    raised = rng.choices((0, 1, 2, 3), (5 - 4 * progress, 3, 2, 1))[0]
    _meeting(
        unit,
        "clinical_team",
        day,
        rng.random() < 0.94,
        came,
        team=team,
        minutes=rng.choice((60, 60, 75, 90)),
        people_discussed=rng.randint(8, 26),
        decisions=rng.randint(1, 9),
        not_yet_referred_raised=raised,
    )


def _unit_meeting(unit, rng, day: int, week: int) -> None:
    """Group supervision: the unit goes through its people and shares leads."""
    team = [one for one in unit.workers if one.is_specialist or one.role in ("supervisor", "peer_worker")]
    came = [one for one in team if rng.random() < CAME_TO_SUPERVISION]
    held = rng.random() < 0.78 + 0.19 * unit.days.progress(day)
    _meeting(
        unit,
        "group_supervision",
        day,
        held,
        came,
        minutes=rng.choice((60, 75, 90)),
        people_discussed=rng.randint(9, 24),
        decisions=rng.randint(2, 10),
    )


def _with_one(unit, rng, worker, sup, monday: int, week: int) -> None:
    """Individual supervision each four weeks (fortnightly when new) and field mentoring."""
    turn = unit.workers.index(worker)
    if worker.is_away(monday) or not worker.in_post(monday + 6):
        return
    day = unit.days.working(monday + worker.weekdays[turn % len(worker.weekdays)], worker.weekdays)
    if (week + turn) % (2 if worker.is_new else 4) == 0:
        _meeting(
            unit,
            "individual_supervision",
            day,
            rng.random() < 0.92,
            [worker, sup],
            people_discussed=rng.randint(3, 9),
            decisions=rng.randint(1, 5),
        )
    every = 4 if worker.is_new else 12
    mentors = [one for one in unit.workers if one.role == "senior_employment_specialist"]
    if (week + turn) % every == 1 and rng.random() < 0.35 + 0.65 * unit.days.progress(monday):
        mentor = sup if worker in mentors or rng.random() < 0.6 else mentors[0]
        _meeting(unit, "field_mentoring", day, rng.random() < 0.97, [worker, mentor], minutes=120)


def _others(unit, rng, kind: str, day: int, attendees, *, goals_set, team=None) -> None:
    _meeting(
        unit, kind, day, rng.random() < 0.93, attendees, team=team, goals_set=goals_set, decisions=rng.randint(1, 6)
    )


def _steering(unit, rng, day: int, sup) -> None:
    """Quarterly, with an executive in the room more often than not."""
    managers = [one for one in unit.workers if one.role == "service_manager"]
    _meeting(
        unit,
        "steering_group",
        day,
        rng.random() < 0.9,
        [sup, *managers],
        minutes=90,
        decisions=rng.randint(2, 7),
        barriers_raised=rng.choice((0, 1, 2, 2, 3)),
        executive_present=rng.random() < 0.5 + 0.4 * unit.days.progress(day),
    )


def _some(rng, unit, day: int) -> list:
    here = [one for one in unit.specialists_on(day) if not one.is_away(day)]
    return rng.sample(here, min(2, len(here)))
