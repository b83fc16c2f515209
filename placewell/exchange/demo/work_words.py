"""What stands around the jobs of the made-up service: how they ended, what was seen, what people said of them.

Put in by the same actions as anybody's; which job gets which words follows from its number among the jobs.
"""

from datetime import date, timedelta

from placewell.access.disclosure import may_tell
from placewell.access.worker import Worker
from placewell.actions import in_work, job_evidence, jobs
from placewell.records.job_endings import NotAsked
from placewell.records.jobs import JobEnd
from placewell.records.models import Job, Service

A_MONTH, STEADY = timedelta(days=28), timedelta(days=180)
NO_MORE_WORK = (
    "I liked it. There was no more work for me.",
    "Fewer orders than expected",
    "Ask about the quiet months.",
)
# The person's words, the employer's, and what was learned, by the person's reason.
ENDINGS = {
    JobEnd.FINISHED_CONTRACT: NO_MORE_WORK,
    JobEnd.REDUNDANT: NO_MORE_WORK,
    JobEnd.BUSINESS_CLOSED: NO_MORE_WORK,
    JobEnd.RESIGNED_HEALTH: (
        "The early bus was too much for me.", "Often late", "Not before nine, or within walking distance.",
    ),
    JobEnd.RESIGNED_BETTER_JOB: (
        "I have found something closer to what I want.", "Sorry to see them go", "Speaks well with customers.",
    ),
    JobEnd.RESIGNED_OTHER: ("It was not what I thought.", "Left at short notice", "See a place at work first."),
    JobEnd.DISMISSED: (
        "I did not know whom to ask.", "Several mistakes", "Needs one person to turn to in the first weeks.",
    ),
}  # fmt: skip
VIEWS = [
    ("They are patient with me and I know my way round now.", 4),
    ("Tiring, but I sleep better.", None),
    ("I would like more hours.", 3),
]
PROOFS = ("payslip", "contract", "employer_word", "payslip")
OTHER_SIDE = {JobEnd.RESIGNED_HEALTH: JobEnd.RESIGNED_OTHER, JobEnd.RESIGNED_OTHER: JobEnd.DISMISSED}


def put_work_in_words(*, by: Worker, service: Service, today: date) -> int:
    """Tell how jobs ended, note proofs and what people said, agree rhythms after half a year; how many jobs."""
    found = Job.objects.standing().filter(service=service).select_related("episode__client", "employer")
    rows = list(found.order_by("pk"))
    for place, job in enumerate(rows):
        about = {"by": by, "service": service, "job": job}
        if job.ended_on is not None and job.ended_on <= today:
            _tell(about, place, today)
            continue
        _see(about, place, today)
        if place % 2 == 0:
            words, satisfied = VIEWS[place // 2 % len(VIEWS)]
            said_on = min(today, job.started_on + A_MONTH)
            job_evidence.tell_view(**about, said_on=said_on, words=words, satisfied=satisfied)
        if place % 3 == 0:
            said_on = max(job.started_on, today - timedelta(days=place % 5))
            job_evidence.note_confirmation(**about, said_on=said_on, still_in_work=True)
        if today - job.started_on > STEADY and place % 4 == 0:
            in_work.agree_rhythm(
                **about, side="person", started_on=today - A_MONTH, every=6, unit="weeks",
                agreed_because="I know where to find you.",
            )  # fmt: skip
    return len(rows)


def _tell(about: dict, place: int, today: date) -> None:
    """How a job ended; every fourth still waits for it, and an employer is asked only where that is allowed."""
    job = about["job"]
    if place % 4 == 3:
        return
    person, employer, learned = ENDINGS.get(job.end_reason, ("", "", ""))
    told = {"person_words": person, "learned": learned, "notice": "worked", "claim_help": "offered"}
    if job.employer_id is None:
        told["employer_not_asked"] = NotAsked.NO_EMPLOYER
    elif not may_tell(job.episode.client, job.employer, on=today).is_allowed:
        told["employer_not_asked"] = NotAsked.TOLD_NOBODY
    else:
        told |= {"employer_reason": OTHER_SIDE.get(job.end_reason, job.end_reason), "employer_words": employer}
    if told.get("employer_reason") in ("", JobEnd.STILL_UNKNOWN):
        told |= {"employer_reason": "", "employer_words": "", "employer_not_asked": NotAsked.NOT_YET}
    jobs.tell_ending(**about, **told)


def _see(about: dict, place: int, today: date) -> None:
    """A proof of the first weeks of a job that runs, for three in four."""
    job = about["job"]
    if place % 4 == 2 or job.started_on >= today:
        return
    covers_to = min(today, job.started_on + 4 * A_MONTH)
    job_evidence.see_proof(
        **about, kind="invoices" if job.employer_id is None else PROOFS[place % len(PROOFS)], seen_on=today,
        covers_from=job.started_on, covers_to=covers_to, note="In the person’s file",
    )  # fmt: skip
