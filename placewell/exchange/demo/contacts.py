"""Contacts with the person: who met whom, where, how it went, what was said."""

from datetime import datetime, time

from placewell.exchange.demo.notes import write_note
from placewell.exchange.demo.occupations import BY_GROUP

# The order in which a day fills up, begun at another place each day; a dozen meetings never happen.
SLOTS = tuple(
    time(*divmod(minutes, 60)) for minutes in (630, 810, 555, 900, 690, 975, 855, 735, 600, 945, 1020, 1035, 660, 780)
)
OUTCOMES = ("attended", "did_not_attend", "cancelled_by_person", "cancelled_by_service")
OUTCOME_WEIGHTS = (84, 7, 7, 2)
NOTED = 0.86


def make_contacts(unit, rng, course) -> None:
    """All contacts of an episode, first to last."""
    stop = min(course.stop, unit.days.last + 1)
    if course.stepped_down is not None:
        stop = min(stop, course.stepped_down)
    used = set()
    for wanted, why in sorted(_wanted(rng, course, stop)):
        day, worker = _when_and_who(unit, rng, course, wanted, why)
        if worker is None or day in used or day >= stop:
            continue
        used.add(day)
        _meet(unit, rng, course, worker, day, why)
    for start, end in course.quiet:
        _attempts(unit, rng, course, start, min(end, stop))


def _when_and_who(unit, rng, course, wanted: int, why: str) -> tuple:
    """The day and the worker of a wanted meeting; no worker when it falls through.

    A usual meeting waits a week for a worker on leave; one about a job start
    or a loss does not wait, and a colleague goes.
    """
    worker = course.worker(wanted)
    if worker is None or (why == "plain" and _is_quiet(course, wanted)):
        return wanted, None
    if why == "plain" and worker.is_away(wanted):
        wanted += 7
    elif worker.is_away(wanted):
        here = [one for one in unit.specialists_on(wanted) if not one.is_away(wanted)]
        day = unit.days.working(wanted)
        return day, rng.choice(here) if here and course.worker(day) else None
    day = wanted if why == "intake" else _free_day(unit, worker, wanted, span=5 if why == "plain" else 2)
    worker = course.worker(day)
    return day, None if worker is None or worker.is_away(day) else worker


def _free_day(unit, worker, wanted: int, *, span: int) -> int:
    """Of the worker's days from the wanted one on, the first with the fewest meetings."""
    able = [day for day in range(wanted, wanted + span) if day % 7 in worker.weekdays and unit.days.is_worked(day)]
    if not able:
        return unit.days.working(wanted, worker.weekdays)
    return min(able, key=lambda day: unit.diary.get((worker.key, day), 0))


def _is_quiet(course, day: int) -> bool:
    return any(start <= day < end for start, end in course.quiet)


def _wanted(rng, course, stop: int) -> set:
    """Days on which somebody means to meet: by stage, and around jobs."""
    days, day = {(course.entered, "intake")}, course.entered
    while True:
        day += _gap(rng, course, day)
        if day >= stop:
            break
        days.add((day, "plain"))
    for job in course.jobs:
        for offset in (-4, 1, 3, 8, 15, 22):
            if rng.random() < 0.9 and course.entered < job.started + offset < stop:
                days.add((job.started + offset, "job"))
        if job.known is not None and job.reason != "resigned_better_job" and rng.random() < 0.85:
            after = job.known + rng.choice((0, 1, 1, 2, 6))
            if after < stop:
                days.add((after, "loss"))
    return days


def _gap(rng, course, day: int) -> int:
    """Days to the next meeting: weekly at first and in search, thinning out in work."""
    running = [job for job in course.jobs if job.seems_on(day)]
    if running:
        tenure = day - running[0].started
        if tenure < 30:
            return 14
        if tenure < 120:
            return rng.randint(7, 12)
        return rng.randint(11, 24)
    return rng.randint(4, 7) if day - course.entered < 35 else rng.randint(5, 10)


def _phase(rng, course, day: int) -> str:
    running = [job for job in course.jobs if job.seems_on(day)]
    if running:
        tenure = day - running[0].started
        if tenure <= 35:
            return "job_coaching"
        return "career" if tenure > 150 and rng.random() < 0.12 else "follow_along"
    age = day - course.entered
    if age < 9:
        return "engagement"
    if age < 30:
        return rng.choice(("assessment", "assessment", "engagement", "job_search"))
    return "job_search"


def _mode(rng, phase: str, progress: float, may_visit: bool) -> tuple[str, str]:
    """How and where: in the community more and more often as the service matures.

    At work only when the person lets the specialist be seen there.
    """
    remote = 0.42 if phase == "follow_along" else 0.16
    if rng.random() < remote:
        return rng.choice(("telephone", "telephone", "video", "text", "email")), "remote"
    if may_visit and phase in ("job_coaching", "follow_along") and rng.random() < 0.4:
        return "face_to_face", "workplace"
    outside = 34 + 30 * progress
    places = ("community", "clinical_base", "home", "employment_office")
    return "face_to_face", rng.choices(places, (outside, 26, 10, 42 - 34 * progress))[0]


def _meet(unit, rng, course, worker, day: int, why: str) -> None:
    """One contact; a first meeting and a talk after a loss are always kept."""
    is_loss = why == "loss"
    phase = "intake" if why == "intake" else _phase(rng, course, day)
    mode, place = _mode(rng, phase, unit.days.progress(day), course.may_contact(day))
    attended = "attended"
    participants, kind = "client", phase
    if why == "intake":
        mode, place = "face_to_face", rng.choice(("community", "clinical_base", "clinical_base"))
    elif why == "plain" and rng.random() < 0.07:
        participants, mode, place, kind = "clinician", "telephone", "remote", "clinician"
    elif not is_loss:
        attended = rng.choices(OUTCOMES, OUTCOME_WEIGHTS)[0]
        participants = _participants(rng, place)
    if attended != "attended":
        participants, kind = "client", attended
    if is_loss:
        kind = "loss"
        mode, place = ("face_to_face", place) if place != "remote" else ("telephone", "remote")
    elif attended == "attended" and mode in ("text", "email"):
        kind = "message"
    minutes = rng.choice((30, 45, 45, 60, 60, 75)) if mode == "face_to_face" else rng.choice((10, 15, 20, 30))
    if attended in ("cancelled_by_person", "cancelled_by_service") or mode in ("text", "email"):
        minutes = 5
    told = {"minutes": minutes, "mode": mode, "place": place, "phase": phase, "attendance": attended}
    _row(unit, rng, course, worker, day, told, who=participants, kind=kind, is_loss=is_loss)
    if attended == "did_not_attend" and rng.random() < 0.7:
        after = day + rng.randint(1, 4)
        if after < min(course.stop, unit.days.last):
            _attempt(unit, rng, course, after, is_visit=False)


def _participants(rng, place: str) -> str:
    drawn = rng.random()
    if place == "workplace" and drawn < 0.25:
        return "client;employer"
    if place == "clinical_base" and drawn < 0.2:
        return "client;clinician"
    return "client;family" if drawn > 0.97 else "client"


def _attempts(unit, rng, course, start: int, end: int) -> None:
    """Outreach while the person is quiet: calls, texts, then visits."""
    day = start + rng.randint(2, 6)
    for turn in range(7):
        if day >= end:
            return
        day = _attempt(unit, rng, course, day, is_visit=turn in (1, 3, 5) and rng.random() < 0.7)
        day += rng.randint(3, 9)


def _attempt(unit, rng, course, day: int, *, is_visit: bool) -> int:
    """One attempt that reached nobody, by the specialist, the clinician or both; its day."""
    worker = course.worker(day)
    if worker is None:
        return day
    day = _free_day(unit, worker, day, span=3)
    worker = course.worker(day)
    if worker is None or worker.is_away(day):
        return day
    by = rng.choices(("employment_specialist", "joint", "clinician"), (5, 3, 2) if is_visit else (8, 0, 2))[0]
    mode, place = ("face_to_face", rng.choice(("home", "community")))
    if not is_visit:
        mode, place = rng.choice(("telephone", "telephone", "text")), "remote"
    told = {
        "minutes": 30 if is_visit else 5,
        "mode": mode,
        "place": place,
        "phase": _phase(rng, course, day),
        "attendance": "no_answer",
    }
    kind = "joint" if by == "joint" else "no_answer"
    _row(unit, rng, course, worker, day, told, who="client", kind=kind, attempt_by=by)
    return day


def _row(unit, rng, course, worker, day, told: dict, *, who, kind, attempt_by=None, is_loss=False) -> None:
    """The contact's row, at the next free time of the worker's day, with a note mostly."""
    slot = unit.diary.get((worker.key, day), 0)
    unit.diary[(worker.key, day)] = slot + 1
    note = None
    if rng.random() < NOTED:
        job, firm = _subject(unit, rng, course, day, kind)
        if kind == "job_search" and course.may_contact(day) and rng.random() < 0.5:
            kind = "job_search_told"
        note = write_note(rng, kind, told["place"], course.noted, name=course.person.name, job=job, firm=firm)
    unit.add(
        "contacts",
        {
            "contact_id": unit.key("K"),
            "episode_id": course.key,
            "staff_id": worker.key,
            "began_at": datetime.combine(unit.days.on(day), SLOTS[(slot + day * 3) % len(SLOTS)]),
            **told,
            "with": who,
            "attempt_by": attempt_by,
            "about_job_loss": is_loss,
            "note": note,
        },
    )


def _subject(unit, rng, course, day: int, kind: str) -> tuple[str, str]:
    """The kind of work and the employer that a note of this day would name."""
    had = [job for job in course.jobs if job.started <= day + 5]
    if had and (kind == "loss" or had[-1].seems_on(max(day, had[-1].started))):
        job = had[-1]
        return job.occupation.titles[0].lower(), job.firm
    wanted = [one for group in course.groups(day) for one in BY_GROUP[group]]
    if not wanted:
        return "part-time", rng.choice(unit.employers).name
    occupation = rng.choice(wanted)
    return occupation.titles[0].lower(), rng.choice(unit.by_sector(occupation.sectors)).name
