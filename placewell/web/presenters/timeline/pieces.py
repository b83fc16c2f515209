"""What makes up a person's timeline: which dates of which records, and which of their fields are read.

A record with several dates (a job that started and ended) makes an entry for each.
"""

from dataclasses import dataclass

from django.db.models import Model

from placewell.records.models import (
    Allocation,
    Application,
    ApplicationResult,
    Appointment,
    BenefitsAdvice,
    BetterOffSum,
    Concern,
    Contact,
    Cv,
    DisclosureDiscussion,
    DisclosureOverride,
    EmployerContact,
    Episode,
    ExitWords,
    Interview,
    Job,
    JobChange,
    JobConfirmation,
    JobEnding,
    JobPreference,
    JobProof,
    JobView,
    LeadOffer,
    Message,
    MissedSupport,
    PartnerContact,
    PastJob,
    Plan,
    PlanAgreement,
    Referral,
    Snooze,
    Step,
    SupportRhythm,
    VocationalProfile,
    WorkWishes,
)

ROOMS = {
    "next": "Steps and appointments",
    "contacts": "Contacts",
    "employers": "Employers",
    "applications": "Applications and interviews",
    "jobs": "Jobs",
    "plans": "Profile, wishes and plans",
    "support": "Referral and support",
}


@dataclass(frozen=True)
class Piece:
    """One kind of entry: `day` is its date, `fields` what is read of the record, as paths."""

    kind: str
    room: str
    record: str
    model: type[Model]
    day: str
    fields: tuple[str, ...]
    clock: str = ""


REFERRAL = ("source", "channel", "team__name", "decision")
EPISODE = ("team__name", "work_status_at_entry", "end_reason")
JOB = (
    "title", "employer__name", "hours_per_week", "pay_per_hour", "currency", "contract", "end_reason", "ended_on",
    "occupation_code", "end_known_on", "next_job_help_offered_on",
)  # fmt: skip
PLAN = ("kind", "reviewed_on", "shared_with_team_on", "job__title", "agreed_on", "episode")
STEP = ("what", "by_whom", "named", "done_on", "dropped_because", "employer__name")
ALLOCATION = ("kind", "staff__full_name", "ended_on", "episode", "staff__email")

_ALL = [
    Piece("step", "next", "step", Step, "due_on", STEP),
    Piece("step_done", "next", "step", Step, "done_on", STEP),
    Piece(
        "appointment", "next", "appointment", Appointment, "begins_on",
        ("mode", "place", "purpose", "cancelled_because", "employer__name", "staff__full_name"), clock="begins_time",
    ),
    Piece("referral", "support", "referral", Referral, "received_on", REFERRAL),
    Piece("acknowledged", "support", "referral", Referral, "acknowledged_on", REFERRAL),
    Piece("first_contact", "support", "referral", Referral, "first_contact_on", REFERRAL),
    Piece("decided", "support", "referral", Referral, "decided_on", REFERRAL),
    Piece("entered", "support", "episode", Episode, "entered_on", EPISODE),
    Piece("stepped_down", "support", "episode", Episode, "stepped_down_on", EPISODE),
    Piece("exit", "support", "episode", Episode, "ended_on", EPISODE),
    Piece("held", "support", "allocation", Allocation, "started_on", ALLOCATION),
    Piece(
        "contact", "contacts", "contact", Contact, "began_on",
        ("mode", "attendance", "phase", "place", "minutes", "with_whom", "attempt_by", "staff__full_name", "note"),
        clock="began_time",
    ),
    Piece("partner", "contacts", "partner-contact", PartnerContact, "made_on", ("mode", "staff__full_name")),
    Piece(
        "profile", "plans", "profile", VocationalProfile, "written_on",
        ("number", "sessions", "sources", "prompted_by"),
    ),
    Piece(
        "preference", "plans", "preference", JobPreference, "stated_on",
        ("occupation_group", "hours_min", "hours_max", "superseded_on", "episode"),
    ),
    Piece("past_job", "plans", "past-job", PastJob, "told_on", ("title", "employer")),
    Piece("cv", "plans", "cv", Cv, "made_on", ("aimed_at",)),
    Piece("plan", "plans", "plan", Plan, "agreed_on", PLAN),
    Piece("plan_reviewed", "plans", "plan", Plan, "reviewed_on", PLAN),
    Piece("plan_shared", "plans", "plan", Plan, "shared_with_team_on", PLAN),
    Piece(
        "plan_confirmed", "plans", "plan-agreement", PlanAgreement, "confirmed_on",
        ("plan__kind", "how", "name", "plan__job__title"),
    ),
    Piece(
        "better_off", "plans", "better-off", BetterOffSum, "worked_out_on",
        ("adviser_name", "tool", "tool_version", "given_on", "advice__job__title"),
    ),
    Piece(
        "advice", "plans", "benefits-advice", BenefitsAdvice, "offered_on",
        ("held_on", "adviser", "written_result", "prompted_by", "declined", "job__title", "job", "episode"),
    ),
    Piece(
        "disclosure", "plans", "disclosure", DisclosureDiscussion, "held_on",
        ("choice", "pros_and_cons", "wording_agreed", "specialist_may_contact_employers", "episode"),
    ),
    Piece(
        "employer_contact", "employers", "employer-contact", EmployerContact, "made_on",
        ("employer__name", "mode", "purpose", "hiring_authority", "planned", "occupation_group", "made_by_client",
         "staff__full_name"),
    ),
    Piece(
        "exit_words", "support", "exit-words", ExitWords, "episode__ended_on",
        ("handed_to", "team_consulted_on", "way_back", "feedback"),
    ),
    Piece(
        "concern", "support", "concern", Concern, "noticed_on",
        ("kind", "closed_on", "staff__full_name", "note", "outcome", "held_back_because"),
    ),
    Piece(
        "override", "employers", "disclosure-override", DisclosureOverride, "employer_contact__made_on",
        ("employer_contact__employer__name", "reason", "locked_because", "read_on", "read_by"),
    ),
    Piece(
        "message", "contacts", "message", Message, "sent_on",
        ("kind", "channel", "subject", "employer__name", "failed_because"),
    ),
    Piece(
        "lead_offered", "jobs", "lead-offer", LeadOffer, "offered_on",
        ("lead__title", "lead__employer__name", "how", "answer", "words", "answered_on", "staff__full_name"),
    ),
    Piece(
        "work_wishes", "plans", "work-wishes", WorkWishes, "stated_on",
        ("times", "areas", "travel", "pay_least", "contracts", "stay_away", "matters_most", "carried_from__stated_on"),
    ),
    Piece(
        "application", "applications", "application", Application, "applied_on",
        ("title", "employer__name", "how", "sent_by", "staff__full_name"),
    ),
    Piece(
        "interview", "applications", "interview", Interview, "held_on",
        ("application__title", "application__employer__name", "kind", "place", "goes_along__full_name", "came_of"),
        clock="held_time",
    ),
    Piece(
        "application_result", "applications", "application-result", ApplicationResult, "came_on",
        ("application__title", "application__employer__name", "kind", "starts_on"),
    ),
    Piece("job", "jobs", "job", Job, "started_on", (*JOB, "episode")),
    Piece("job_ended", "jobs", "job", Job, "ended_on", JOB),
    Piece("next_job_help", "jobs", "job", Job, "next_job_help_offered_on", JOB),
    Piece(
        "job_change", "jobs", "job-change", JobChange, "changed_on",
        ("job__title", "hours_per_week", "pay_per_hour", "job__currency", "job"),
    ),
    Piece(
        "rhythm", "jobs", "rhythm", SupportRhythm, "started_on",
        ("job__title", "side", "every", "unit", "agreed_because", "ended_on"),
    ),
    Piece(
        "missed_support", "jobs", "missed-support", MissedSupport, "over_on",
        ("job__title", "side", "reason", "words", "began_on"),
    ),
    Piece(
        "job_proof", "jobs", "job-proof", JobProof, "seen_on",
        ("job__title", "kind", "covers_from", "covers_to", "note"),
    ),
    Piece("job_view", "jobs", "job-view", JobView, "said_on", ("job__title", "words", "satisfied")),
    Piece("job_word", "jobs", "job-word", JobConfirmation, "said_on", ("job__title", "still_in_work", "how")),
    Piece(
        "job_ending", "jobs", "job-ending", JobEnding, "job__ended_on",
        ("job__title", "person_words", "employer_reason", "employer_not_asked", "employer_words", "learned"),
    ),
    Piece("put_off", "support", "snooze", Snooze, "put_off_on", ("rule", "until_on", "put_off_because")),
]  # fmt: skip
PIECES = {piece.kind: piece for piece in _ALL}
WIDTH = max(len(piece.fields) for piece in _ALL)
