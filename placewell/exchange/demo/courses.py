"""The course of an episode: when it began and ended, its jobs, who held it.

Drawn first, as day numbers; everything else (contacts, plans, employer
contacts) is written around it. Rates are made up, set so that about two in
five people get into work, as services of fair fidelity report.
"""

import math
from dataclasses import dataclass, field

from placewell.exchange.demo.staff import LEAVER_WENT, NEWCOMER_CAME

GETS_A_JOB = 0.52
LEAVES_WITHOUT = 0.42
ENDS = (
    ("person_chose_to_stop", 34),
    ("cannot_be_reached", 24),
    ("moved_away", 12),
    ("illness", 13),
    ("transferred", 8),
    ("other", 5),
    ("missed_appointments", 3),
    ("died", 1),
)
ENDS_IN_WORK = (
    ("in_work_support_no_longer_wanted", 50),
    ("goal_met", 25),
    ("stepped_down_to_clinical_team", 25),
)
JOB_ENDS = (
    ("resigned_health", 18),
    ("resigned_other", 18),
    ("resigned_better_job", 16),
    ("dismissed", 15),
    ("finished_contract", 14),
    ("redundant", 9),
    ("business_closed", 4),
    ("still_unknown", 6),
)
STILL_HELD = 10_000  # beyond every day drawn


@dataclass
class JobCourse:
    """A job's days; `ended` empty while it runs, `known` when the specialist heard."""

    started: int
    ended: int | None
    reason: str | None
    known: int | None = None
    key: str = ""
    employer: object = None
    occupation: object = None

    @property
    def firm(self) -> str:
        """What a note calls the place of work."""
        return self.employer.name if self.employer else "the new business"

    def seems_on(self, day: int) -> bool:
        """Does it run as far as the specialist knows?"""
        return self.started <= day and (self.known is None or day < self.known)

    def runs_on(self, day: int) -> bool:
        return self.started <= day and (self.ended is None or day < self.ended)


@dataclass
class Course:
    """One episode as day numbers, with what later parts add to it."""

    key: str
    person: object
    team: object
    entered: int
    ended: int | None = None
    end_reason: str | None = None
    stepped_down: int | None = None
    jobs: list = field(default_factory=list)
    holders: list = field(default_factory=list)  # (worker, kind, from, to or None)
    quiet: list = field(default_factory=list)  # (from, to)
    wants: list = field(default_factory=list)  # (from, to or None, SOC group)
    hours: tuple = (0, 40)  # least and most hours a week wanted
    noted: dict = field(default_factory=dict)  # note line → times written
    consents: list = field(default_factory=list)  # (day, choice, may contact employers)
    first_employer: int | None = None

    @property
    def stop(self) -> int:
        """The first day that is no longer of the episode."""
        return STILL_HELD if self.ended is None else self.ended

    def is_open(self, day: int) -> bool:
        stepped = self.stepped_down is not None and self.stepped_down <= day
        return self.entered <= day < self.stop and not stepped

    def holder(self, day: int):
        """The key worker of the day, or none."""
        return self._who("key_worker", day)

    def worker(self, day: int):
        """Who sees the person that day: whoever covers, else the key worker."""
        return self._who("cover", day) or self._who("key_worker", day)

    def _who(self, kind: str, day: int):
        for worker, held, start, stop in self.holders:
            if held == kind and start <= day and (stop is None or day < stop):
                return worker
        return None

    def is_working(self, day: int) -> bool:
        return any(job.runs_on(day) for job in self.jobs)

    def groups(self, day: int) -> list:
        """Occupation groups wanted on the day."""
        return [g for start, stop, g in self.wants if start <= day and (stop is None or day < stop)]

    def may_contact(self, day: int) -> bool:
        """Has the person last said that the specialist may speak to employers?"""
        said = [may for held, _, may in self.consents if held <= day]
        return bool(said) and said[-1]


def _pick(rng, table):
    return rng.choices([key for key, _ in table], [weight for _, weight in table])[0]


def make_course(unit, rng, person) -> Course | None:
    """The episode that follows an accepted referral; none when it is refused."""
    if person.decision != "accepted":
        return None
    progress = unit.days.progress(person.decided)
    entered = unit.days.working(person.decided + rng.randint(1, 6) + round(6 * (1 - progress)))
    worker, entered = _first_meeting(unit, rng, person.team, entered)
    course = Course(unit.key("P"), person, person.team, entered)
    if rng.random() < 0.03:
        course.team = None
    _draw_jobs(unit, rng, course)
    _draw_end(unit, rng, course)
    _draw_holders(unit, rng, course, worker)
    _draw_quiet(rng, course)
    unit.courses.append(course)
    _write(unit, course)
    return course


def _draw_jobs(unit, rng, course: Course) -> None:
    """First job after about four months, sooner in later years; some lose it and get another."""
    if course.person.status in ("in_work", "off_sick") or unit.spread("into work") > GETS_A_JOB:
        return
    pace = 125 - 35 * unit.days.progress(course.entered)
    start = course.entered + 14 + int(rng.lognormvariate(math.log(pace), 0.65))
    for _ in range(4):
        job = _job(unit, rng, start)
        course.jobs.append(job)
        if job.ended is None or rng.random() > 0.62:
            break
        start = job.ended + (0 if job.reason == "resigned_better_job" else rng.randint(21, 130))
    beside = course.jobs[0].started + rng.randint(30, 120)
    if course.jobs[0].runs_on(beside) and unit.spread("side by side") < 0.12:
        course.jobs.append(_job(unit, rng, beside))


def _job(unit, rng, start: int) -> JobCourse:
    start = unit.days.working(start, (0, 0, 1, 2, 3, 4))
    tenure = int(rng.weibullvariate(520, 0.85)) + 4
    if tenure > 800:
        return JobCourse(start, None, None)
    known = start + tenure + rng.choice((0, 0, 0, 1, 1, 2, 3, 5, 9, 16))
    return JobCourse(start, start + tenure, _pick(rng, JOB_ENDS), known)


def _draw_end(unit, rng, course: Course) -> None:
    """Some stop before a job, some after one has lasted; the rest go on."""
    if not course.jobs:
        if rng.random() < LEAVES_WITHOUT:
            _end(rng, unit, course, course.entered + rng.randint(50, 420), ENDS)
        return
    first = course.jobs[0].started
    done = first + rng.randint(200, 420)
    if rng.random() < 0.55 and course.is_working(done):
        course.jobs = [job for job in course.jobs if job.started < done - 14]
        if rng.random() < 0.3:
            course.stepped_down = unit.days.working(done - rng.randint(14, 60))
        _end(rng, unit, course, done, ENDS_IN_WORK)
    elif rng.random() < 0.1:
        _end(rng, unit, course, max(first + 40, max(job.started for job in course.jobs) + 20), ENDS)


def _end(rng, unit, course, day: int, reasons) -> None:
    course.ended = unit.days.working(day)
    course.end_reason = _pick(rng, reasons)
    if course.stepped_down is not None:
        course.end_reason = "stepped_down_to_clinical_team"
        course.jobs = [job for job in course.jobs if job.started < course.stepped_down]


def _choose(unit, rng, team, day: int):
    """A specialist of the team, in post and here, with the most room for one more."""
    able = [one for one in unit.specialists_on(day) if not one.is_on_long_leave(day)]
    own = [one for one in able if team in one.teams]
    if own and rng.random() < 0.96:
        able = own
    held = {one.key: 0 for one in able}
    for course in unit.courses:
        holder = course.holder(day) if course.is_open(day) else None
        if holder and holder.key in held:
            held[holder.key] += 1
    return min(able, key=lambda one: (held[one.key] + (6 if one.is_new else 0)) / one.fte)


def _first_meeting(unit, rng, team, day: int):
    """Who takes the person on, and the first day they are both free to meet."""
    worker = _choose(unit, rng, team, day)
    while worker.is_away(day):
        day += 7
    day = unit.days.working(day, worker.weekdays)
    if worker.in_post(day) and not worker.is_on_long_leave(day):
        return worker, day
    return _first_meeting(unit, rng, team, day)


def _draw_holders(unit, rng, course: Course, worker) -> None:
    """Key workers one after another, and cover while one of them is away for long."""
    start = course.entered
    for _ in range(3):
        leaves = worker.ended
        if leaves is None or leaves >= course.stop:
            break
        course.holders.append((worker, "key_worker", start, leaves))
        worker, start = _choose(unit, rng, course.team, leaves), leaves
        back = NEWCOMER_CAME + 14
        if leaves == LEAVER_WENT and rng.random() < 0.7 and back < course.stop:
            course.holders.append((worker, "key_worker", start, back))
            worker = next(one for one in unit.workers if one.started == NEWCOMER_CAME)
            start = back
    course.holders.append((worker, "key_worker", start, course.ended))
    away = worker.away_from
    if away is not None and away < course.stop:
        begins = max(away, start)
        stand_in = _choose(unit, rng, rng.choice(unit.teams), begins)
        course.holders.append((stand_in, "cover", begins, course.ended))


def _draw_quiet(rng, course: Course) -> None:
    """Weeks without an attended contact, for some people more than once."""
    for chance in (0.42, 0.2):
        if rng.random() < chance:
            start = course.entered + rng.randint(40, 330)
            if not any(abs(job.started - start) < 60 for job in course.jobs):
                course.quiet.append((start, start + rng.randint(16, 44)))
    if course.end_reason in ("cannot_be_reached", "missed_appointments"):
        course.quiet.append((course.ended - rng.randint(35, 60), course.ended))


def _write(unit, course: Course) -> None:
    on = unit.days.on
    unit.add(
        "episodes",
        {
            "episode_id": course.key,
            "client_id": course.person.key,
            "referral_id": course.person.referral,
            "team_id": course.team.key if course.team else None,
            "entered_on": on(course.entered),
            "work_status_at_entry": course.person.status,
            "ended_on": on(course.ended),
            "end_reason": course.end_reason,
            "stepped_down_on": on(course.stepped_down),
        },
    )
    for worker, kind, start, stop in course.holders:
        unit.add(
            "allocations",
            {
                "episode_id": course.key,
                "staff_id": worker.key,
                "kind": kind,
                "started_on": on(start),
                "ended_on": on(stop),
            },
        )
