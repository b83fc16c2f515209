"""All records, room by room, where Django looks for them."""

from placewell.records.applications import Application, ApplicationJob, ApplicationResult, Interview
from placewell.records.better_off import BetterOffSum
from placewell.records.clients import Client, Referral
from placewell.records.concerns import Concern, ConcernRead
from placewell.records.directory import EmployerCard, EmployerMerge, EmployerPerson, EmployerSite, EmployerVisit
from placewell.records.disclosure import DisclosureOverride, DisclosureTerms, EmployerException
from placewell.records.employers import Employer, EmployerContact, Lead
from placewell.records.events import Event
from placewell.records.exits import ExitWords
from placewell.records.fidelity import Attestation, FidelityReview, FidelityScore
from placewell.records.in_work import MissedSupport, SupportRhythm
from placewell.records.job_endings import JobEnding
from placewell.records.job_evidence import JobConfirmation, JobProof, JobView
from placewell.records.jobs import Job, JobChange
from placewell.records.leads import LeadDetails, LeadDigest, LeadOffer, WorkWishes
from placewell.records.messages import ContactWishes, Message
from placewell.records.plan_words import PlanAgreement, PlanPart, PlanReview
from placewell.records.plans import BenefitsAdvice, DisclosureDiscussion, Plan
from placewell.records.profiles import Cv, CvJob, PastJob, ProfilePart
from placewell.records.reading_log import ReadingLog
from placewell.records.services import ClinicalTeam, ClinicalTeamCount, Service
from placewell.records.snoozes import Snooze
from placewell.records.staff import Staff, StaffTerm, StaffWeek, TeamAttachment
from placewell.records.standards import ChosenStandard
from placewell.records.steps import Appointment, Step
from placewell.records.submissions import Submission
from placewell.records.support import Allocation, Contact, Episode, JobPreference, VocationalProfile
from placewell.records.teamwork import Meeting, MeetingAttendance, PartnerContact
from placewell.records.versions import Version
from placewell.records.visits import LoneVisit, VisitWord
from placewell.records.week_stamps import WeekStamp

# In the order in which they refer to one another: a table stands after those it names.
RECORDS = (
    Service,
    ClinicalTeam,
    ClinicalTeamCount,
    Staff,
    StaffTerm,
    TeamAttachment,
    StaffWeek,
    Client,
    Referral,
    Episode,
    Allocation,
    Contact,
    VocationalProfile,
    JobPreference,
    Employer,
    Job,
    JobChange,
    Plan,
    BenefitsAdvice,
    DisclosureDiscussion,
    EmployerContact,
    Lead,
    Meeting,
    MeetingAttendance,
    PartnerContact,
    Attestation,
    FidelityReview,
    FidelityScore,
)

# What the product keeps beyond the data package: kept like every record, and in no table of it (ADR 18).
OWN = (
    ChosenStandard,
    Step,
    Appointment,
    PlanPart,
    PlanAgreement,
    PlanReview,
    BetterOffSum,
    Snooze,
    SupportRhythm,
    MissedSupport,
    Concern,
    ConcernRead,
    ExitWords,
    LoneVisit,
    VisitWord,
    JobEnding,
    DisclosureTerms,
    EmployerException,
    DisclosureOverride,
    ProfilePart,
    PastJob,
    Cv,
    CvJob,
    EmployerCard,
    EmployerSite,
    EmployerPerson,
    EmployerVisit,
    EmployerMerge,
    ContactWishes,
    Message,
    JobProof,
    JobView,
    JobConfirmation,
    Application,
    Interview,
    ApplicationResult,
    ApplicationJob,
    LeadDetails,
    LeadOffer,
    WorkWishes,
    LeadDigest,
    WeekStamp,
)

__all__ = [
    *(model.__name__ for model in (*RECORDS, *OWN)),
    "Event", "ReadingLog", "Submission", "Version", "RECORDS", "OWN",
]  # fmt: skip
