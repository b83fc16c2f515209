"""Applications for jobs: made, invited to, interviewed for, answered, and the job that came of one.

What goes to an employer from one of us, a meeting of ours included, is subject to what the person chose to
tell employers (`placewell.access.disclosure`). What the person does themselves is always recorded.
"""

from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.disclosure import require_may_tell
from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions import jobs
from placewell.actions.base import action, correct, keep, new_key
from placewell.actions.days import not_before, not_to_come
from placewell.actions.disclosure import refuse_if_locked
from placewell.records.application_courses import course_of
from placewell.records.applications import ApplicationHow, CameOf, InterviewKind, ResultKind, SentBy, Told
from placewell.records.base import Kept
from placewell.records.contact_words import Mode
from placewell.records.employers import EmployerContactPurpose, LeadStatus
from placewell.records.models import (
    Application,
    ApplicationJob,
    ApplicationResult,
    Appointment,
    Employer,
    EmployerContact,
    Episode,
    Interview,
    Job,
    Lead,
    Service,
    Staff,
)
from placewell.rules.applications import State, stands

RECORD = Permission.RECORD_SUPPORT
SEND = (
    "Talk it over and record what they decide, or help the person to apply themselves. If it was sent all the same, "
    "record it as an employer contact and say why there; then it can be recorded here too."
)
GO_ALONG = "Let the person go alone, or talk it over first and record what they decide."
BY = {
    ApplicationHow.IN_PERSON: Mode.FACE_TO_FACE,
    ApplicationHow.TELEPHONE: Mode.TELEPHONE,
    ApplicationHow.AGENCY: Mode.TELEPHONE,
}
MET_BY = {InterviewKind.PHONE: Mode.TELEPHONE, InterviewKind.VIDEO: Mode.VIDEO}
PURPOSES = {InterviewKind.TRIAL_SHIFT: "Trial shift"}


@action("application.recorded", needs=RECORD)
def record(
    *, by: Worker, service: Service, episode: Episode, employer: Employer, hiring_authority: bool = False, **facts
) -> Application:
    """Note that a person applied for a job; with one made by one of us the contact with the employer.

    `facts` are those of the `Application`; `hiring_authority` says of one of ours whether somebody who can
    hire was met. Raises NotAllowedToTell for one of ours that the person did not allow, ValidationError for
    a day to come or outside the support.
    """
    require_client(by, episode.client, to=RECORD)
    made = Application(service=service, episode=episode, employer=employer, **facts)
    not_to_come(by, service, applied_on=made.applied_on)
    if made.sent_by == SentBy.SPECIALIST and made.staff is not None:
        made.employer_contact = _sent(made, hiring_authority)
    return keep(made)


def _sent(made: Application, hiring_authority: bool) -> EmployerContact | None:
    """Keep the contact by which one of us made an application; None where one of that day stands already."""
    if made.told == Told.AGREED:
        require_may_tell(made.episode.client, made.employer, on=made.applied_on)
    about = {"episode": made.episode, "employer": made.employer, "made_on": made.applied_on, "made_by_client": False}
    if EmployerContact.objects.standing().filter(**about).exists():
        return None
    refuse_if_locked(made.episode, made.employer, made.applied_on, remedy=SEND)
    return _contact(
        made, **about, staff=made.staff, mode=BY.get(made.how, Mode.EMAIL), hiring_authority=bool(hiring_authority)
    )


def _contact(application: Application, **facts) -> EmployerContact:
    """Keep a contact with an employer that an application or an interview was."""
    return keep(
        EmployerContact(
            service=application.service, key=new_key("X"), purpose=EmployerContactPurpose.PRESENT_PERSON,
            occupation_group=application.occupation_code[:2], **facts,
        )
    )  # fmt: skip


@action("interview.booked", needs=RECORD)
def book_interview(
    *, by: Worker, service: Service, application: Application, held_on: date, goes_along: Staff | None = None, **facts
) -> Interview:
    """Note an interview or a trial shift, to come or past; for who of us goes along it is an appointment.

    An application that was closed is open again by it. Raises NotAllowedToTell when one of us would go along
    to an employer whom the person did not allow, ValidationError before the day applied.
    """
    require_client(by, application.episode.client, to=RECORD)
    not_before(application.applied_on, "the application", held_on=held_on)
    today = by.today(service)
    interview = Interview(service=service, application=application, held_on=held_on, goes_along=goes_along, **facts)
    if goes_along is not None:
        on = min(held_on, today)
        refuse_if_locked(application.episode, application.employer, on, remedy=GO_ALONG)
        if held_on >= today:
            interview.appointment = _appointment(interview)
    now = stands(course=course_of(application), today=today)
    _refuse_started(now.state)
    if not now.is_open:
        keep(ApplicationResult(service=service, application=application, came_on=today, kind=ResultKind.INVITED))
    return keep(interview)


def _appointment(interview: Interview) -> Appointment:
    """Keep the appointment of who goes along."""
    application = interview.application
    return keep(
        Appointment(
            service=interview.service, episode=application.episode, employer=application.employer,
            staff=interview.goes_along, **when_and_where(interview),
        )
    )  # fmt: skip


def when_and_where(interview: Interview) -> dict:
    """What the appointment of who goes along says, worked out from the interview."""
    what = PURPOSES.get(interview.kind, "Interview")
    return {
        "begins_on": interview.held_on,
        "begins_time": interview.held_time,
        "mode": MET_BY.get(interview.kind, Mode.FACE_TO_FACE),
        "place": interview.place,
        "purpose": f"{what}: {interview.application.title}",
    }


@action("interview.told", needs=RECORD)
def tell_interview(
    *,
    by: Worker,
    service: Service,
    interview: Interview,
    came_of: str,
    words: str = "",
    hiring_authority: bool = False,
    result: dict | None = None,
) -> Interview:
    """Note whether an interview took place, how it went, and what came of it if that is known (`result`).

    One that took place is a contact with the employer: of who went along, else of the person. One that did
    not calls off its appointment. Raises ValidationError before its day, or told already.
    """
    require_client(by, interview.application.episode.client, to=RECORD)
    if interview.came_of:
        raise ValidationError("What came of this interview is recorded already. Correct that record instead.")
    facts = {"came_of": came_of, "words": words.strip()}
    if came_of == CameOf.HELD:
        not_to_come(by, service, held_on=interview.held_on)
        facts["employer_contact"] = _met(interview, hiring_authority)
    elif interview.appointment is not None and not interview.appointment.cancelled_because:
        correct(interview.appointment, cancelled_because=str(CameOf(came_of).label) if came_of in CameOf else came_of)
    told = correct(interview, **facts)
    if result is not None:
        _keep_result(by, service, interview.application, result)
    return told


def _met(interview: Interview, hiring_authority: bool) -> EmployerContact:
    """The contact that an interview was."""
    application, along = interview.application, interview.goes_along
    return _contact(
        application, episode=application.episode, employer=application.employer, made_on=interview.held_on, staff=along,
        made_by_client=along is None, mode=MET_BY.get(interview.kind, Mode.FACE_TO_FACE), planned=True,
        hiring_authority=bool(hiring_authority),
    )  # fmt: skip


@action("application.answered", needs=RECORD)
def answer(*, by: Worker, service: Service, application: Application, **result) -> ApplicationResult:
    """Note what came of an application: an invitation, an offer, a yes or no of either side, or no answer.

    Raises ValidationError for a day to come or before the application, and once the job has started.
    """
    require_client(by, application.episode.client, to=RECORD)
    return _keep_result(by, service, application, result)


def _keep_result(by: Worker, service: Service, application: Application, result: dict) -> ApplicationResult:
    not_to_come(by, service, came_on=result.get("came_on"))
    if result.get("came_on") is not None:
        not_before(application.applied_on, "the application", came_on=result["came_on"])
    _refuse_started(stands(course=course_of(application), today=by.today(service)).state)
    return keep(ApplicationResult(service=service, application=application, **result))


def _refuse_started(state: State) -> None:
    if state == State.STARTED:
        raise ValidationError("The job that came of this application has started. What comes next belongs to the job.")


@action("application.job_started", needs=RECORD)
def start_job(
    *,
    by: Worker,
    service: Service,
    application: Application,
    employer: Employer | None,
    is_filled: bool = False,
    **facts,
) -> Job:
    """Note the start of the job that came of an application, and that its lead is filled, if so.

    `facts` are those of the job. Raises ValidationError when a job came of it already.
    """
    require_client(by, application.episode.client, to=RECORD)
    started = jobs.begin(by=by, service=service, episode=application.episode, employer=employer, **facts)
    keep(ApplicationJob(service=service, application=application, job=started))
    if is_filled and application.lead is not None:
        fill(application.lead)
    return started


def fill(lead: Lead) -> Lead:
    """Let a lead say that somebody got the job, as part of an action."""
    return correct(lead, because="A job came of it.", status=LeadStatus.FILLED)


def move(application: Application, facts: dict) -> None:
    """Before an application is corrected to another day: let its contact go along.

    Raises ValidationError after what came of it, NotAllowedToTell for a day on which the person did not allow it.
    """
    on = facts.get("applied_on", application.applied_on)
    days = [*_days(application, ApplicationResult, "came_on"), *_days(application, Interview, "held_on")]
    if days and on > min(days):
        raise ValidationError({"applied_on": "Something came of it before that day. Check the day."})
    contact = application.employer_contact
    if contact is not None and on != application.applied_on:
        refuse_if_locked(application.episode, application.employer, on, remedy=SEND)
        correct(contact, made_on=on)


def _days(application: Application, model, name: str) -> list[date]:
    return list(model.objects.standing().filter(application=application).values_list(name, flat=True))


def follow_interview(interview: Interview, because: str) -> None:
    """Let its appointment and the contact that it was say what an interview says since it was corrected."""
    told = when_and_where(interview)
    if interview.appointment is not None and interview.appointment.withdrawn_at is None:
        correct(interview.appointment, because=because, **told)
    if interview.employer_contact is not None and interview.employer_contact.withdrawn_at is None:
        correct(interview.employer_contact, because=because, made_on=told["begins_on"], mode=told["mode"])


def made_beside(record: Kept) -> list[Kept]:
    """What was made with an application or an interview and says the same: it is withdrawn with it."""
    if isinstance(record, Interview):
        found = [record.appointment, record.employer_contact]
    elif isinstance(record, Application):
        found = [record.employer_contact]
        for one in Interview.objects.standing().filter(application=record):
            found += [one.appointment, one.employer_contact]
    else:
        return []
    return [one for one in found if one is not None and one.withdrawn_at is None]
