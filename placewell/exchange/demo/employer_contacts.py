"""Visits and calls to employers, about a person or about nobody yet, and leads.

A specialist speaks to an employer about a person only after that person said
so; until then, and for those who tell nobody, people make the contact
themselves.
"""

from placewell.exchange.demo.employers import pick_employer
from placewell.exchange.demo.occupations import BY_GROUP, OCCUPATIONS

VISITS_A_WEEK = (1.9, 4.3)  # face to face, a full-time specialist: at opening, now
NEARBY_PURPOSES = (
    ("introduce", 30),
    ("learn_needs", 38),
    ("follow_up", 20),
    ("thank", 8),
    ("follow_advert", 4),
)
PERSON_PURPOSES = (("present_person", 45), ("follow_advert", 26), ("follow_up", 22), ("learn_needs", 7))
LEAD_WEEKS = 0.45


def _pick(rng, table):
    return rng.choices([key for key, _ in table], [weight for _, weight in table])[0]


def make_first_contact(unit, rng, course) -> None:
    """The first face-to-face contact with an employer, by the person or the specialist."""
    progress = unit.days.progress(course.entered)
    if course.person.status in ("in_work", "off_sick") or rng.random() < 0.10:
        return
    wait = round(rng.lognormvariate(0, 0.55) * (62 - 34 * progress))
    day = unit.days.working(course.entered + max(4, wait))
    if course.jobs:
        day = min(day, unit.days.working(max(course.entered + 2, course.jobs[0].started - 14)))
    if day >= course.stop:
        return
    course.first_employer = day
    worker = course.worker(day)
    by_person = not course.may_contact(day) or worker.is_away(day) or rng.random() < 0.15
    _about(unit, rng, course, None if by_person else worker, day, "face_to_face")


def make_own_contacts(unit, rng, course) -> None:
    """Employers that the person went to or wrote to without the specialist."""
    first = course.first_employer
    if first is None:
        return
    day = first
    until = min(course.stop, unit.days.last + 1, first + 300)
    while True:
        day = unit.days.working(day + rng.randint(14, 60))
        if day >= until:
            return
        if not course.is_working(day):
            _about(unit, rng, course, None, day, rng.choice(("face_to_face", "email", "telephone")))


def _about(unit, rng, course, worker, day: int, mode: str) -> None:
    """One contact about a person, mostly for a kind of work the person wants."""
    groups = course.groups(day)
    wanted = [one for group in groups for one in BY_GROUP[group]]
    fits = wanted if wanted and rng.random() < 0.58 + 0.24 * unit.days.progress(day) else OCCUPATIONS
    occupation = rng.choice(fits)
    employer = pick_employer(rng, unit, occupation)
    purpose = _pick(rng, PERSON_PURPOSES) if worker else rng.choice(("follow_advert", "introduce", "follow_up"))
    _row(unit, rng, employer, worker, course.key, day, mode, purpose, occupation.group)


def _row(unit, rng, employer, worker, episode, day, mode, purpose, group) -> None:
    likely = 0.3 if purpose == "introduce" else 0.64
    unit.add(
        "employer_contacts",
        {
            "employer_contact_id": unit.key("X"),
            "employer_id": employer.key,
            "staff_id": worker.key if worker else None,
            "episode_id": episode,
            "made_on": unit.days.on(day),
            "mode": mode,
            "purpose": purpose,
            "hiring_authority": rng.random() < likely,
            "planned": rng.random() < likely if worker else None,
            "occupation_group": group if rng.random() < 0.93 else None,
            "made_by_client": worker is None,
        },
    )


def make_visits(unit) -> None:
    """Each specialist's job development, week by week."""
    rng = unit.rng("visits")
    for worker in (one for one in unit.workers if one.is_specialist):
        start = max(worker.started, unit.days.first)
        stop = unit.days.last + 1 if worker.ended is None else worker.ended
        known = rng.sample(unit.employers, max(6, len(unit.employers) // 4))
        for monday in unit.days.mondays(start, stop):
            _week(unit, rng, worker, monday, known)


def _week(unit, rng, worker, monday: int, known: list) -> None:
    here = len(worker.weekdays) - worker.leave.get(monday, 0)
    if here < 1:
        return
    low, high = VISITS_A_WEEK
    settled = min(1.0, max(0.35, (monday - worker.started) / 180)) if worker.is_new else 1.0
    rate = (low + (high - low) * unit.days.progress(monday)) * worker.drive * settled * here / 5
    days = [
        monday + weekday
        for weekday in worker.weekdays
        if unit.days.is_worked(monday + weekday) and (worker.ended is None or monday + weekday < worker.ended)
    ][: max(1, round(here))]
    if not days:
        return
    seekers = [
        course
        for course in unit.courses
        if course.worker(days[0]) is worker
        and course.is_open(days[0])
        and not course.is_working(days[0])
        and course.first_employer is not None
        and course.first_employer <= monday
    ]
    for mode, mean in (("face_to_face", rate), ("telephone", rate * 0.3), ("email", rate * 0.2)):
        for _ in range(_count(rng, mean)):
            _visit(unit, rng, worker, rng.choice(days), mode, seekers, known)
    if rng.random() < LEAD_WEEKS * unit.days.progress(monday):
        _lead(unit, rng, worker, rng.choice(days))


def _count(rng, mean: float) -> int:
    """A whole number around the mean: even weeks with some luck."""
    spread = mean * rng.uniform(0.45, 1.55)
    return int(spread) + (rng.random() < spread % 1)


def _visit(unit, rng, worker, day: int, mode: str, seekers: list, known: list) -> None:
    able = [course for course in seekers if course.is_open(day) and course.may_contact(day)]
    if able and rng.random() < 0.56:
        _about(unit, rng, rng.choice(able), worker, day, mode)
        return
    employer = rng.choice(known) if rng.random() < 0.6 else rng.choice(unit.employers)
    fitting = [one for one in OCCUPATIONS if employer.sector in one.sectors] or OCCUPATIONS
    _row(unit, rng, employer, worker, None, day, mode, _pick(rng, NEARBY_PURPOSES), rng.choice(fitting).group)


def make_in_work_contacts(unit, rng, course) -> None:
    """With the employer of a running job, where the person wants that."""
    for job in (one for one in course.jobs if one.employer):
        day = job.started + rng.randint(3, 14)
        stop = min(course.stop, unit.days.last + 1, job.ended if job.ended is not None else course.stop)
        while day < stop:
            day = unit.days.working(day)
            worker = course.worker(day) if day < stop else None
            if worker and course.may_contact(day) and not worker.is_away(day):
                _row(
                    unit,
                    rng,
                    job.employer,
                    worker,
                    course.key,
                    day,
                    rng.choice(("face_to_face", "telephone")),
                    "in_work_support",
                    job.occupation.group,
                )
            day += rng.randint(35, 90)


def _lead(unit, rng, worker, day: int) -> None:
    employer = rng.choice(unit.employers)
    fitting = [one for one in OCCUPATIONS if employer.sector in one.sectors] or OCCUPATIONS
    occupation = rng.choice(fitting)
    closes = day + rng.choice((7, 10, 14, 14, 21, 28))
    status = rng.choice(("filled", "gone", "gone")) if closes < 0 else rng.choice(("open", "shared", "shared"))
    unit.add(
        "leads",
        {
            "lead_id": unit.key("L"),
            "employer_id": employer.key,
            "found_by_id": worker.key,
            "title": rng.choice(occupation.titles),
            "occupation_group": occupation.group,
            "found_on": unit.days.on(day),
            "closes_on": unit.days.on(closes) if rng.random() < 0.8 else None,
            "status": status,
        },
    )
