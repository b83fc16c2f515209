"""Jobs: started, changed, ended."""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.days import not_before, not_to_come
from placewell.records.jobs import Contract
from placewell.records.models import Employer, Episode, Job, JobChange, JobEnding, Service


@action("job.started", needs=Permission.RECORD_SUPPORT)
def start(*, by: Worker, service: Service, episode: Episode, employer: Employer | None = None, **facts) -> Job:
    """Note a job start. A self-employed person's job has no employer, every other job has one."""
    return begin(by=by, service=service, episode=episode, employer=employer, **facts)


def begin(*, by: Worker, service: Service, episode: Episode, employer: Employer | None, **facts) -> Job:
    """Keep a job that has started, as part of an action."""
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    if (employer is None) != (facts.get("contract") == Contract.SELF_EMPLOYED):
        said = "Leave the employer out of self-employed work." if employer else "Choose the employer."
        raise ValidationError({"employer": said})
    return keep(Job(service=service, key=new_key("J"), episode=episode, employer=employer, **facts))


@action("job.changed", needs=Permission.RECORD_SUPPORT)
def change(
    *, by: Worker, service: Service, job: Job, changed_on: date, hours_per_week=None, pay_per_hour=None
) -> JobChange:
    """Note a change of hours or pay from a day of the job on."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    if not job.runs_on(changed_on) or changed_on > service.today(by.now):
        raise ValidationError({"changed_on": "Choose a day on which the job ran, today at the latest."})
    if hours_per_week is None and pay_per_hour is None:
        raise ValidationError("Say what changed: the hours, the pay or both.")
    return keep(
        JobChange(
            service=service, job=job, changed_on=changed_on, hours_per_week=hours_per_week, pay_per_hour=pay_per_hour
        )
    )


@action("job.ended", needs=Permission.RECORD_SUPPORT)
def end(
    *,
    by: Worker,
    service: Service,
    job: Job,
    ended_on: date,
    end_reason: str,
    end_known_on: date | None = None,
    next_job_help_offered_on: date | None = None,
    told: dict | None = None,
) -> Job:
    """Note that a job ended, why, when the specialist learned of it, and help offered towards the next one.

    `end_reason` is the person's. `told` are the facts of the `JobEnding`: the words of both sides, the
    employer's reason or why it is not known, what was learned. Raises ValidationError for a day to come,
    an end before the first day, help before the end, and a job that has ended already.
    """
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, ended_on=ended_on, end_known_on=end_known_on)
    not_before(job.started_on, "the first day of the job", ended_on=ended_on)
    if job.ended_on is not None and job.ended_on <= service.today(by.now):
        raise ValidationError(f"The job ended on {job.ended_on:%-d %B %Y} already. Correct that record instead.")
    if next_job_help_offered_on is not None:
        _after_the_end(by, service, ended_on, next_job_help_offered_on)
    ended = correct(
        job,
        ended_on=ended_on,
        end_reason=end_reason,
        end_known_on=end_known_on,
        next_job_help_offered_on=next_job_help_offered_on,
    )
    if told is not None:
        keep(JobEnding(service=service, job=ended, **told))
    return ended


@action("job.end_told", needs=Permission.RECORD_SUPPORT)
def tell_ending(*, by: Worker, service: Service, job: Job, **facts) -> JobEnding:
    """Note how a job ended, as each side tells it, once it has. Raises ValidationError while it runs."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    if job.ended_on is None or job.ended_on > service.today(by.now):
        raise ValidationError("The job has not ended. Record its end first.")
    return keep(JobEnding(service=service, job=job, **facts))


@action("job.next_help_offered", needs=Permission.RECORD_SUPPORT)
def offer_next_help(*, by: Worker, service: Service, job: Job, next_job_help_offered_on: date) -> Job:
    """Note that help towards the next job was offered after this one ended."""
    require_client(by, job.episode.client, to=Permission.RECORD_SUPPORT)
    _after_the_end(by, service, job.ended_on, next_job_help_offered_on)
    return correct(job, next_job_help_offered_on=next_job_help_offered_on)


def _after_the_end(by: Worker, service: Service, ended_on: date | None, offered_on: date) -> None:
    not_to_come(by, service, next_job_help_offered_on=offered_on)
    if ended_on is None or offered_on < ended_on:
        raise ValidationError(
            {"next_job_help_offered_on": "Help towards the next job is offered after this one has ended."}
        )
