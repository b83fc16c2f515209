"""What each field says about whom, and how long it is kept.

Every field of every record is named here (kept by a house test), so that a new one cannot slip
in unasked. Retention itself is done by an action; this is what it asks.
"""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """Whom a field tells something about."""

    NOBODY = "nobody"
    CLIENT = "a client"
    STAFF = "a member of staff"
    EMPLOYER = "an employer"


@dataclass(frozen=True)
class Retention:
    """How long rows are kept, from when the clock starts, and who says so."""

    years: int | None
    clock: str
    source: str
    mark: str


CARE_RECORD = Retention(
    20,
    "the end of the last episode (10 years after death)",
    "Records Management Code of Practice, NHS England: mental health records; New Zealand keeps 10 years "
    "(Health (Retention of Health Information) Regulations 1996)",
    "verified; which class a charity's file falls in is a local decision",
)
STAFF_RECORD = Retention(
    6, "the end of employment", "Limitation Act 1980, section 5: claims on a contract", "from memory"
)
SERVICE_RECORD = Retention(None, "never: it holds no person", "counts and statements about the service", "own rule")


@dataclass(frozen=True)
class Privacy:
    """One field: whom it is about and how long it is kept."""

    about: About
    retention: Retention


def _all(fields: str, about: About, retention: Retention) -> dict[str, Privacy]:
    return {name: Privacy(about, retention) for name in fields.split()}


def _client(fields: str) -> dict[str, Privacy]:
    return _all(fields, About.CLIENT, CARE_RECORD)


def _staff(fields: str) -> dict[str, Privacy]:
    return _all(fields, About.STAFF, STAFF_RECORD)


def _service(fields: str, about: About = About.NOBODY) -> dict[str, Privacy]:
    return _all(fields, about, SERVICE_RECORD)


PRIVACY: dict[str, dict[str, Privacy]] = {
    "service": _service("key name country provider_name health_provider_name started_on time_zone accent_colour"),
    "clinicalteam": _service("name kind base started_on ended_on"),
    "clinicalteamcount": _service("team counted_on caseload asked_about_work in_paid_work in_education"),
    "staff": _staff("full_name email started_on ended_on"),
    "staffterm": _staff("staff role fte supervisor base new_or_struggling started_on ended_on"),
    "teamattachment": _staff("staff team started_on ended_on"),
    "staffweek": _staff(
        "staff week_starting employment_minutes other_minutes community_minutes leave_days log_complete log_reviewed_on"
    ),
    "client": _client(
        "given_name family_name preferred_name date_of_birth gender ethnic_group nhs_number phone email postcode "
        "language interpreter_needed"
    ),
    "referral": _client(
        "client team received_on source channel wants_to_work work_status acknowledged_on first_contact_on "
        "decision decided_on"
    ),
    "episode": _client("client referral team entered_on work_status_at_entry ended_on end_reason stepped_down_on"),
    "allocation": _client("episode staff kind started_on ended_on"),
    "contact": _client(
        "episode staff began_on began_time minutes mode place phase attendance with_whom attempt_by about_job_loss note"
    ),
    "vocationalprofile": _client("episode number written_on sessions sources prompted_by"),
    "jobpreference": _client("episode stated_on occupation_group hours_min hours_max superseded_on"),
    "plan": _client("episode kind agreed_on reviewed_on shared_with_team_on job"),
    "benefitsadvice": _client("episode offered_on held_on adviser written_result job prompted_by declined"),
    "disclosurediscussion": _client(
        "episode held_on pros_and_cons wording_agreed choice specialist_may_contact_employers"
    ),
    "employer": _service("name sector size_band postcode", About.EMPLOYER),
    "employercontact": {
        **_client("staff episode occupation_group made_by_client"),
        **_service("employer made_on mode purpose hiring_authority planned", About.EMPLOYER),
    },
    "lead": _service("employer found_by title occupation_group found_on closes_on status", About.EMPLOYER),
    "job": _client(
        "episode employer title occupation_code started_on ended_on end_reason end_known_on hours_per_week "
        "pay_per_hour currency contract meets_minimum_wage open_to_anyone paid_by_employer next_job_help_offered_on"
    ),
    "jobchange": _client("job changed_on hours_per_week pay_per_hour"),
    "meeting": _service(
        "kind team scheduled_on held minutes people_discussed decisions not_yet_referred_raised executive_present "
        "barriers_raised goals_set"
    ),
    "meetingattendance": _staff("meeting staff"),
    "partnercontact": _client("staff episode made_on mode"),
    "attestation": _service("scale item component met stated_on valid_until source statement"),
    "fidelityreview": _service("scale kind scored_on"),
    "fidelityscore": _service("review item rating rationale"),
    "chosenstandard": _service("standard at_least at_most unit source started_on ended_on"),
    "step": _client(
        "episode employer what by_whom named staff due_on plan contact employer_contact done_on dropped_because"
    ),
    "planpart": _client("plan part words"),
    "planagreement": _client("plan how name confirmed_on comment"),
    "planreview": _client("plan reviewed_on what_changed"),
    "betteroffsum": _client(
        "advice worked_out_on adviser_name tool tool_version rates_on weekly_difference result given_on"
    ),
    "appointment": _client("episode employer staff begins_on begins_time mode place purpose cancelled_because"),
    "supportrhythm": _client("job side every unit started_on ended_on agreed_because"),
    "snooze": _client("rule client job step staff put_off_on until_on put_off_because"),
    "missedsupport": _client("job side began_on over_on reason words"),
    "concern": _client(
        "episode staff noticed_on kind note done_at_once before_visits supervisor_told_on supervisor_told_how "
        "team_told_on team_told_how team_told_whom decided held_back_because closed_on outcome"
    ),
    "concernread": _client("concern reader read_on"),
    "exitwords": _client(
        "episode few_tries_because team_consulted_on team_consulted_whom feedback handed_to way_back letter_given_on"
    ),
    "lonevisit": {
        **_staff("staff begins_on begins_time back_by checks phone called_off_because"),
        **_client("episode employer place"),
    },
    "visitword": _staff("visit heard back_by note"),
    "weekstamp": _staff("week kind stamped_on remark"),
    "jobproof": _client("job kind seen_on covers_from covers_to note"),
    "jobview": _client("job said_on words satisfied"),
    "jobconfirmation": _client("job said_on still_in_work how"),
    "jobending": _client(
        "job person_words employer_reason employer_not_asked employer_words notice learned claim_help"
    ),
    "disclosureterms": _client(
        "discussion may_say must_not_say who_tells when_and_how gaps convictions adjustments review_on is_withdrawal "
        "reason"
    ),
    "employerexception": _client("discussion employer may_be_contacted how_much words"),
    "disclosureoverride": _client("employer_contact reason locked_because supervisor read_on read_by"),
    "profilepart": _client("profile part words source told_by said_on agreed_on"),
    "pastjob": _client(
        "client job title employer from_year until_year hours_per_week duties liked disliked why_ended what_helped told_on"
    ),
    "cv": _client("client made_on aimed_at reach about strengths education licences languages digital_skills other"),
    "cvjob": _client("cv position title employer dates duties"),
    "employercard": _service(
        "employer division needs adjustments disability_confident keeps_in_touch leave_alone_because", About.EMPLOYER
    ),
    "employersite": _service("employer name address postcode", About.EMPLOYER),
    "employerperson": _all(
        "employer site full_name job_title phone email can_hire left_on", About.EMPLOYER, STAFF_RECORD
    ),
    "employervisit": _service("employer_contact person site learned", About.EMPLOYER),
    "employermerge": _service("kept gone merged_on because", About.EMPLOYER),
    "contactwishes": _client(
        "client stated_on preferred may_leave_voicemail may_text may_email safe_times who_else large_print easy_words "
        "interpreter_note access_needs"
    ),
    "message": _client(
        "client employer appointment employer_contact kind channel sent_on address subject words failed_because"
    ),
    "application": _client(
        "episode employer lead title occupation_code applied_on how sent_by staff told employer_contact"
    ),
    "interview": _client(
        "application held_on held_time kind place preparation goes_along appointment came_of words employer_contact"
    ),
    "applicationresult": _client("application came_on kind words starts_on"),
    "applicationjob": _client("application job"),
    "leaddetails": _service(
        "lead site place postcode from_home pay pay_per hours_min hours_max times contract market tasks looks_for "
        "apply_how remarks",
        About.EMPLOYER,
    ),
    "leadoffer": _client("lead episode staff offered_on how answer words answered_on"),
    "workwishes": _client(
        "episode stated_on times areas travel pay_least contracts stay_away matters_most carried_from"
    ),
    "leaddigest": _staff("staff sent_on found closing words failed_because"),
}
