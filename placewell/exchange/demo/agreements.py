"""What is agreed with the person: profile, plans, disclosure, benefits advice."""

from placewell.exchange.demo.jobs import write_advice

REVIEW_EVERY = 35  # days between plan reviews, about; the last one is kept


def make_agreements(unit, rng, course) -> None:
    """Everything agreed in one episode, in the order in which it is agreed."""
    _consents(unit, rng, course)
    _profiles(unit, rng, course)
    _plans(unit, rng, course)
    for job in course.jobs:
        if rng.random() < 0.35 + 0.45 * unit.days.progress(job.started):
            offered = max(course.entered, job.started - rng.randint(2, 30))
            write_advice(unit, rng, course, offered, job=job, prompted="before_start")
    if rng.random() < 0.3:
        offered = course.entered + rng.randint(5, 40)
        if offered < course.stop:
            write_advice(unit, rng, course, offered, job=None, prompted="other")


def _consents(unit, rng, course) -> None:
    """Disclosure talked about early, and again when things stand still or change."""
    progress = unit.days.progress(course.entered)
    day = course.entered + rng.randint(2, 9 + round(14 * (1 - progress)))
    choice = rng.choices(("tell_nobody", "tell_some", "tell_all", "undecided"), (24, 45, 16, 15))[0]
    for _ in range(4):
        day = unit.days.working(day)
        if day >= course.stop:
            break
        may = choice in ("tell_some", "tell_all") and rng.random() < 0.94
        course.consents.append((day, choice, may))
        unit.add(
            "disclosure_discussions",
            {
                "episode_id": course.key,
                "held_on": unit.days.on(day),
                "pros_and_cons": rng.random() < 0.75 + 0.23 * progress,
                "wording_agreed": choice != "undecided" and (not may or rng.random() < 0.8),
                "choice": choice,
                "specialist_may_contact_employers": may,
            },
        )
        if rng.random() > (0.9 if choice == "undecided" else 0.2 + 0.4 * progress):
            break
        day += rng.randint(14, 40) if choice == "undecided" else rng.randint(45, 150)
        if choice in ("undecided", "tell_nobody"):
            choice = rng.choice(("tell_some", "tell_some", "tell_nobody"))


def _profiles(unit, rng, course) -> None:
    """The first in a month or so, then a version with most job starts and ends."""
    progress = unit.days.progress(course.entered)
    late = rng.random() < 0.40 - 0.22 * progress
    wanted = [(course.entered + (rng.randint(33, 75) if late else rng.randint(10, 28)), "first")]
    for job in course.jobs:
        wanted.append((job.started + rng.randint(2, 28), "job_start"))
        if job.ended is not None:
            wanted.append((job.ended + rng.randint(2, 28), "job_end"))
    if rng.random() < 0.4:
        wanted.append((course.entered + rng.randint(110, 220), "review"))
    version = 0
    for day, why in sorted(wanted):
        day = unit.days.working(day)
        keeps = why == "first" or rng.random() < 0.3 + 0.45 * unit.days.progress(day)
        if day >= course.stop or not keeps or (why != "first" and not version):
            continue
        version += 1
        unit.add(
            "vocational_profiles",
            {
                "episode_id": course.key,
                "version": version,
                "written_on": unit.days.on(day),
                "sessions": rng.choices((1, 2, 3), (15, 50, 35))[0] if version == 1 else 1,
                "sources": rng.choices((1, 2, 3, 4), (14, 44, 32, 10))[0],
                "prompted_by": why,
            },
        )


def _plans(unit, rng, course) -> None:
    progress = unit.days.progress(course.entered)
    agreed = course.entered + rng.randint(5, 28 + round(20 * (1 - progress)))
    _plan(unit, rng, course, "action_plan", agreed)
    if rng.random() < 0.78 + 0.2 * progress:
        _plan(unit, rng, course, "job_search_plan", agreed + rng.randint(0, 14))
    for day, choice, _ in course.consents:
        if choice in ("tell_some", "tell_all") and rng.random() < 0.7:
            _plan(unit, rng, course, "disclosure_plan", day + rng.choice((0, 0, 7)))
    for job in course.jobs:
        if rng.random() < 0.5 + 0.4 * unit.days.progress(job.started):
            _plan(unit, rng, course, "in_work_support_plan", job.started + rng.randint(0, 12), job)
    for start, _ in course.quiet:
        if rng.random() < 0.4:
            _plan(unit, rng, course, "re_engagement_plan", start + rng.randint(14, 24))


def _plan(unit, rng, course, kind: str, agreed: int, job=None) -> None:
    """One plan, shared with the clinical team and reviewed until it is done with."""
    agreed = unit.days.working(agreed)
    if agreed >= course.stop:
        return
    until = min(course.stop - 1, unit.days.last)
    if kind == "job_search_plan" and course.jobs:
        until = min(until, course.jobs[0].started)
    reviewed = agreed + REVIEW_EVERY - rng.randint(0, 10)
    if rng.random() < 0.85:
        reviewed = max(reviewed, until - rng.choice((3, 8, 14, 20, 26, 40, 75)))
    shared = unit.days.working(agreed + rng.choice((0, 1, 3, 7, 12))) if rng.random() < 0.72 else None
    reviewed = unit.days.working(reviewed)
    on = unit.days.on
    unit.add(
        "plans",
        {
            "episode_id": course.key,
            "kind": kind,
            "agreed_on": on(agreed),
            "reviewed_on": on(reviewed) if agreed < reviewed <= until else None,
            "shared_with_team_on": on(shared),
            "job_id": job.key if job else None,
        },
    )
