"""What the made-up service's people applied for, with the interviews and the answers, at every state there is.

Put in by the same actions as anybody's; which application somebody gets follows from their place in the
list, so that a demo made twice says the same.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from placewell.access.disclosure import may_tell
from placewell.access.worker import Worker
from placewell.actions import application_jobs, applications
from placewell.records.models import Allocation, Application, Employer, Episode, Interview, Job, Service
from placewell.records.support import AllocationKind

DAY = timedelta(days=1)
TITLES = [
    ("Kitchen porter", "9263"), ("Shop assistant", "7111"), ("Warehouse operative", "9252"), ("Cleaner", "9223"),
    ("Receptionist", "4216"), ("Care assistant", "6135"), ("Gardener", "5113"), ("Delivery driver", "8214"),
]  # fmt: skip
HOW = ("form", "cv", "in_person", "form", "telephone", "agency")
SENT_BY = ("together", "person", "together", "specialist")
WANTED = "We wanted somebody with more experience of the till."
TOO_FAR = "Two buses each way, and home at midnight. Not for me."
WENT = ("They showed me round. I liked the people.", "I was nervous, but I said what we practised.")
PREPARED = "Practised three questions and the answer about the gap. Bus at 9:10, white shirt."
YES = ("I can walk there, and the hours are right.", "")
EVERY_OTHER = 2
HALF_A_YEAR, TIME_TO_APPLY = 182 * DAY, 24 * DAY


@dataclass(frozen=True)
class Told:
    """How an application went: days since it was made, interviews (days from today, what came of it), results."""

    ago: int
    interviews: tuple[tuple[int, str], ...] = ()
    results: tuple[tuple[int, str, str], ...] = ()


WENT_SO = [
    Told(5),
    Told(12, interviews=((3, ""),)),
    Told(26),
    Told(20, interviews=((-4, "held"),)),
    Told(33, interviews=((-12, "held"),), results=((-9, "turned_down_by_employer", WANTED),)),
    Told(16, interviews=((-2, ""),)),
    Told(24, interviews=((-6, "held"),), results=((-1, "offered", ""),)),
    Told(48, results=((-10, "no_answer", ""),)),
    Told(15, interviews=((6, ""),)),
    Told(40, interviews=((-16, "held"),), results=((-13, "offered", ""), (-12, "turned_down_by_person", TOO_FAR))),
    Told(9, results=((-1, "invited", ""),)),
    Told(29, interviews=((-15, "held"),), results=((-3, "offered", ""), (-2, "accepted", ""))),
    Told(19, interviews=((-5, "off_by_employer"),)),
]


def put_applications(*, by: Worker, service: Service, today: date) -> int:
    """Give people who look for work applications at every state, and some jobs the one they came of; how many."""
    who = {"by": by, "service": service}
    held = Allocation.objects.standing().covering(today).filter(
        service=service, kind=AllocationKind.KEY_WORKER, episode__ended_on=None, episode__stepped_down_on=None
    )  # fmt: skip
    working = Job.objects.standing().filter(service=service, ended_on=None).values("episode")
    rows = held.exclude(episode__in=working).select_related("episode__client", "staff").order_by("pk")
    employers = list(Employer.objects.standing().filter(service=service).order_by("pk"))
    made = 0
    for place, one in enumerate(rows):
        for more in range(1 + place % EVERY_OTHER):
            made += _apply(who, one, place * EVERY_OTHER + more, employers, today)
    return made + sum(_led(who, job, place, today) for place, job in enumerate(_jobs_that_came(service, today)))


def _jobs_that_came(service: Service, today: date) -> list[Job]:
    """Jobs of the last half year for which there was time to apply, one a person: every second came of an application."""
    rows = Job.objects.standing().filter(
        service=service, employer__isnull=False, started_on__range=(today - HALF_A_YEAR, today)
    )  # fmt: skip
    found: dict[int, Job] = {}
    for job in rows.select_related("episode__client", "employer").order_by("started_on", "pk"):
        if job.started_on - job.episode.entered_on > TIME_TO_APPLY:
            found.setdefault(job.episode_id, job)
    return list(found.values())[::EVERY_OTHER]


def _led(who: dict, job: Job, place: int, today: date) -> int:
    """The application of which a job came: sent by the person, interviewed for, offered, accepted."""
    made = applications.record(
        **who, episode=job.episode, employer=job.employer, title=job.title, occupation_code=job.occupation_code,
        applied_on=job.started_on - TIME_TO_APPLY, how=HOW[place % len(HOW)], sent_by=SENT_BY[place % EVERY_OTHER],
        told="nothing",
    )  # fmt: skip
    met = applications.book_interview(
        **who, application=made, held_on=job.started_on - 12 * DAY, held_time=time(9 + place % 7, 30),
        kind=("in_person", "trial_shift", "phone")[place % 3], preparation=PREPARED,
    )  # fmt: skip
    applications.tell_interview(
        **who, interview=met, came_of="held", words=WENT[place % len(WENT)], hiring_authority=True
    )
    applications.answer(**who, application=made, came_on=job.started_on - 9 * DAY, kind="offered", words="")
    applications.answer(
        **who, application=made, came_on=job.started_on - 8 * DAY, kind="accepted", words=YES[place % len(YES)],
        starts_on=job.started_on,
    )  # fmt: skip
    application_jobs.link(**who, application=made, job=job)
    return 1


def _apply(who: dict, one: Allocation, place: int, employers: list[Employer], today: date) -> int:
    """One application with all that came of it, if support had begun by then."""
    told = WENT_SO[place % len(WENT_SO)]
    applied_on, employer = today - told.ago * DAY, employers[place * 7 % len(employers)]
    if not one.episode.lives_on(applied_on):
        return 0
    title, code = TITLES[place % len(TITLES)]
    sent_by = SENT_BY[place % len(SENT_BY)]
    if sent_by == "specialist" and not may_tell(one.episode.client, employer, on=applied_on).is_allowed:
        sent_by = "together"
    made = applications.record(
        **who, episode=one.episode, employer=employer, title=title, occupation_code=code, applied_on=applied_on,
        how=HOW[place % len(HOW)], sent_by=sent_by, staff=one.staff if sent_by == "specialist" else None,
        told="nothing" if sent_by != "specialist" else "",
    )  # fmt: skip
    for days, came_of in told.interviews:
        _interview(who, made, one, place, today + days * DAY, came_of, today)
    for days, kind, words in told.results:
        starts_on = today + 5 * DAY if kind == "accepted" else None
        applications.answer(
            **who, application=made, came_on=today + days * DAY, kind=kind, words=words, starts_on=starts_on
        )
    return 1


def _interview(who: dict, made: Application, one: Allocation, place: int, on: date, came_of: str, today: date) -> None:
    """An interview, at which the specialist is there for every third person who allows it."""
    episode: Episode = made.episode
    goes = place % 3 == 0 and may_tell(episode.client, made.employer, on=min(on, today)).is_allowed
    booked: Interview = applications.book_interview(
        **who, application=made, held_on=on, held_time=time(9 + place % 7, 30), goes_along=one.staff if goes else None,
        kind=("in_person", "phone", "in_person", "trial_shift", "video")[place % 5], preparation=PREPARED,
    )  # fmt: skip
    if came_of:
        words = WENT[place % len(WENT)] if came_of == "held" else ""
        applications.tell_interview(
            **who, interview=booked, came_of=came_of, words=words, hiring_authority=came_of == "held"
        )
