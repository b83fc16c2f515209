"""What has just been recorded, said above the page that follows."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from placewell.access import scope

WORDS = {
    "referral.received": "Referral recorded",
    "referral.acknowledged": "Acknowledgement recorded",
    "referral.person_contacted": "First contact recorded",
    "referral.decided": "Decision recorded",
    "episode.entered": "Support has begun",
    "episode.begun_again": "Support has begun again. Next: ask what employers may hear",
    "referral.asked_again": "Asked to begin again",
    "episode.allocated": "Handed over",
    "episode.covered": "Cover arranged",
    "episode.stepped_down": "Step down recorded",
    "episode.ended": "End of support recorded",
    "contact.noted": "Contact recorded",
    "concern.noted": "Concern noted. It stands in the supervisor’s list until they have read it",
    "concern.followed_up": "Recorded what has happened since",
    "concern.read": "Recorded that you have read this",
    "visit.planned": "Visit planned",
    "visit.called_off": "Visit called off",
    "visit.safe": "Safe. Thank you for saying so",
    "visit.longer": "New time recorded",
    "visit.tried": "Recorded what you tried",
    "profile.written": "Vocational profile recorded",
    "profile.session_added": "Session added to the profile",
    "profile.reworded": "Profile changed",
    "past_job.told": "Past job recorded",
    "cv.made": "CV made",
    "preferences.stated": "Wishes recorded",
    "plan.agreed": "Plan recorded",
    "plan.written": "Plan recorded",
    "plan.put_in_words": "Words of the plan recorded",
    "plan.confirmed": "Agreement recorded",
    "plan.reviewed": "Review recorded",
    "plan.reviewed_in_words": "Review recorded",
    "plan.shared": "Recorded that the plan was shared",
    "benefits_advice.offered": "Benefits advice recorded",
    "benefits_advice.answered": "Recorded what came of the advice",
    "better_off_sum.noted": "Better-off sum recorded",
    "disclosure.discussed": "Talk recorded",
    "disclosure.withdrawn": "Recorded: the person withdrew, and no employer is told anything from that day on",
    "contact_wishes.stated": "Recorded how to reach them",
    "message.sent": "Message recorded",
    "message.introduced": "Letter recorded, and the contact with the employer",
    "disclosure.override_read": "Marked as read",
    "employer.added": "Employer added",
    "employer_contact.noted": "Employer contact recorded",
    "application.recorded": "Application recorded",
    "application.answered": "Answer recorded",
    "application.job_started": "Job start recorded. The application is closed with it",
    "application.job_linked": "Recorded that the job came of this application",
    "interview.booked": "Interview recorded",
    "interview.told": "How the interview went is recorded",
    "lead.shared": "Lead shared with the unit",
    "lead.described": "Recorded what the work is like",
    "lead.closed": "Lead closed",
    "lead.offered": "Recorded that they were told",
    "lead.answered": "Answer recorded",
    "work_wishes.stated": "Recorded what matters to them",
    "job.started": "Job start recorded",
    "job.changed": "Change recorded",
    "job.ended": "End of the job recorded",
    "job.next_help_offered": "Help towards the next job recorded",
    "job.proof_seen": "Proof recorded",
    "job.view_told": "What the person thinks of the job is recorded",
    "job.confirmed": "The person’s word is recorded",
    "job.end_told": "How the job ended is recorded",
    "support_rhythm.agreed": "Rhythm of in-work support recorded",
    "support.missed": "Reason recorded",
    "step.noted": "Step recorded",
    "step.done": "Step done",
    "step.dropped": "Recorded that the step is not done",
    "due.put_off": "Put off",
    "due.brought_back": "Brought back",
    "record.corrected": "Correction recorded",
    "record.withdrawn": "Withdrawn",
    "record.undone": "Undone",
}
# A colleague may have acted on it: it is put right by what is said next.
VISITS = {"visit.planned", "visit.called_off", "visit.safe", "visit.longer", "visit.tried"}
NOT_UNDONE = {
    "record.withdrawn", "record.undone", "concern.read", "disclosure.override_read", "profile.reworded", "message.sent",
    *VISITS,
}  # fmt: skip


@dataclass(frozen=True)
class Recorded:
    """The words, and where it can be undone ('' where it cannot)."""

    words: str
    undo: str


def recorded(request: HttpRequest) -> Recorded | None:
    """What the address says was recorded: only the worker's own doing, in this service."""
    words = request.GET.get("recorded", "")
    if not (words.isascii() and words.isdigit() and len(words) < 19):
        return None
    event = scope.own_events(request.worker, request.service).filter(pk=int(words)).first()
    if event is None or event.verb not in WORDS:
        return None
    undo = "" if event.verb in NOT_UNDONE else reverse("record_undo", args=[request.service.pk, event.pk])
    return Recorded(WORDS[event.verb], undo)
