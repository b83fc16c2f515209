"""What the person wants, and the jobs they get: where, as what, on what terms."""

from placewell.exchange.demo.employers import pick_employer
from placewell.exchange.demo.occupations import BY_GROUP, GROUPS, HOURS, OCCUPATIONS, living_wage

CONTRACTS = (
    ("permanent", 66),
    ("zero_hours", 9),
    ("agency", 7),
    ("seasonal", 4),
    ("fixed_term", 3),
    ("apprenticeship", 2),
    ("self_employed", 4),
)
COMMON_GROUPS = tuple(g for g in GROUPS for _ in BY_GROUP[g])


def make_wants(unit, rng, course) -> None:
    """Two or three kinds of work wanted; one of them changes its mind later."""
    stated = min(unit.days.working(course.entered + rng.randint(3, 15)), course.stop - 1)
    groups = sorted(set(rng.choices(COMMON_GROUPS, k=rng.choice((1, 2, 2, 3)))))
    for place, group in enumerate(groups):
        change = stated + rng.randint(60, 260) if place == 0 and rng.random() < 0.35 else None
        if change is not None and change >= course.stop:
            change = None
        course.wants.append((stated, change, group))
        if change is not None:
            free = [other for other in COMMON_GROUPS if other not in groups]
            course.wants.append((change, None, rng.choice(free)))
    low = rng.choice((0, 4, 8, 12, 16, 16, 20, 30))
    course.hours = (low, min(40, low + rng.choice((4, 8, 8, 12, 16))))
    for start, stop, group in course.wants:
        unit.add(
            "job_preferences",
            {
                "episode_id": course.key,
                "stated_on": unit.days.on(start),
                "occupation_group": group,
                "hours_min": course.hours[0],
                "hours_max": course.hours[1],
                "superseded_on": unit.days.on(stop),
            },
        )


def make_jobs(unit, rng, course) -> None:
    """A row for each job of the course, with its changes of hours and pay."""
    for place, job in enumerate(course.jobs):
        wanted = [one for group in course.groups(job.started) for one in BY_GROUP[group]]
        fits = wanted if wanted and rng.random() < 0.8 else list(OCCUPATIONS)
        job.occupation = unit.least_used(rng, fits)
        contract = _contract(unit, rng, job)
        if contract != "self_employed":
            job.employer = pick_employer(rng, unit, job.occupation, for_a_job=True)
        job.key = unit.key("J")
        near = [hours for hours in HOURS if course.hours[0] - 2 <= hours <= course.hours[1] + 4]
        hours = rng.choice(near or HOURS) if place < 2 else rng.choice((8, 10, 16))
        _write(unit, rng, course, job, hours, contract)
        _changes(unit, rng, course, job, hours)


def _pay(rng, day, occupation) -> float:
    floor = living_wage(day)
    return round((floor + occupation.above_floor * rng.uniform(0.3, 1.2)) * 20) / 20 + 0.0


def _contract(unit, rng, job) -> str:
    """By the shares above; a job that ran out had an end from the start."""
    if job.reason == "finished_contract":
        return rng.choice(("fixed_term", "seasonal", "agency", "agency"))
    place = unit.spread("contracts") * sum(weight for _, weight in CONTRACTS)
    for contract, weight in CONTRACTS:
        place -= weight
        if place < 0:
            return contract
    return "permanent"


def _write(unit, rng, course, job, hours, contract: str) -> None:
    on = unit.days.on
    own = job.employer is None
    started = on(job.started)
    helped = None
    if job.known is not None and job.known < course.stop and rng.random() < 0.74:
        helped = job.known + rng.choice((0, 1, 3, 5, 7, 10, 14, 21, 35))
    pay = max(_pay(rng, started, job.occupation), living_wage(started))
    is_placement = unit.spread("placements") < 0.02 and not own
    unit.add(
        "jobs",
        {
            "job_id": job.key,
            "episode_id": course.key,
            "employer_id": None if own else job.employer.key,
            "title": rng.choice(job.occupation.titles),
            "occupation_code": job.occupation.code,
            "started_on": started,
            "ended_on": on(job.ended),
            "end_reason": job.reason,
            "end_known_on": on(job.known),
            "hours_per_week": hours,
            "pay_per_hour": pay,
            "currency": "GBP",
            "contract": contract,
            "meets_minimum_wage": True,
            "open_to_anyone": not is_placement,
            "paid_by_employer": not own,
            "next_job_help_offered_on": on(helped),
        },
    )


def _changes(unit, rng, course, job, hours) -> None:
    """More hours, fewer hours, and the yearly rise, while the person is supported."""
    stop = min(course.stop, job.ended if job.ended is not None else course.stop)
    day = job.started + rng.randint(45, 240)
    while day < min(stop, unit.days.last + 1) and rng.random() < 0.55:
        new = None
        if rng.random() < 0.7:
            new = max(4, min(37.5, hours + rng.choice((-8, -4, 4, 4, 6, 8))))
        pay = None
        if new is None or rng.random() < 0.3:
            pay = max(_pay(rng, unit.days.on(day), job.occupation), living_wage(unit.days.on(day)))
        hours = new or hours
        unit.add(
            "job_changes",
            {
                "job_id": job.key,
                "changed_on": unit.days.on(day),
                "hours_per_week": new,
                "pay_per_hour": pay,
            },
        )
        _advise(unit, rng, course, job, day)
        day += rng.randint(90, 260)


def _advise(unit, rng, course, job, day: int) -> None:
    """Benefits advice offered around a change, mostly."""
    if rng.random() > 0.25 + 0.5 * unit.days.progress(day):
        return
    offered = day + rng.choice((-7, -3, 0, 2, 6, 12))
    offered = max(offered, job.started)
    write_advice(unit, rng, course, offered, job=job, prompted="change")


def write_advice(unit, rng, course, offered: int, *, job, prompted: str) -> None:
    """One offer of benefits counselling, taken up or declined."""
    offered = unit.days.working(offered)
    progress = unit.days.progress(offered)
    declined = rng.random() < 0.14
    held = None if declined or rng.random() < 0.08 else unit.days.working(offered + rng.choice((0, 2, 5, 7, 9)))
    adviser = None
    if held is not None:
        trained = rng.random() < 0.35 + 0.45 * progress
        adviser = rng.choice(("trained_adviser", "specialist_service")) if trained else "employment_specialist"
    unit.add(
        "benefits_advice",
        {
            "episode_id": course.key,
            "offered_on": unit.days.on(offered),
            "held_on": unit.days.on(held),
            "adviser": adviser,
            "written_result": None if held is None else adviser != "employment_specialist" and rng.random() < 0.8,
            "job_id": job.key if job else None,
            "prompted_by": prompted,
            "declined": declined,
        },
    )
