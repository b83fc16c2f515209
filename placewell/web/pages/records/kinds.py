"""Kinds of records that have pages: their words in an address, and the form that corrects them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.http import Http404, HttpRequest

from placewell.access import scope
from placewell.records import models
from placewell.web.forms.applications import WholeApplicationForm, WholeCameForm, WholeInterviewForm, WholeResultForm
from placewell.web.forms.benefits import SumForm
from placewell.web.forms.clients import PersonForm
from placewell.web.forms.concerns import WholeConcernForm
from placewell.web.forms.contacts import ContactForm, PartnerContactForm
from placewell.web.forms.cvs import CvWordsForm
from placewell.web.forms.directory import CardForm, WholePersonForm, WholeSiteForm
from placewell.web.forms.disclosure import ExceptionForm, OverrideForm, TalkForm, TermsForm
from placewell.web.forms.employers import EmployerForm, WholeEmployerContactForm
from placewell.web.forms.episodes import AllocationForm, WholeEpisodeForm
from placewell.web.forms.exits import WordsForm
from placewell.web.forms.in_work import ReasonForm, RhythmForm
from placewell.web.forms.job_endings import EndingForm
from placewell.web.forms.job_evidence import ConfirmationForm, ProofForm, ViewForm
from placewell.web.forms.jobs import JobChangeForm, WholeJobForm
from placewell.web.forms.leads import DetailsForm, WholeLeadForm, WholeOfferForm, WorkWishesForm
from placewell.web.forms.messages import ContactWishesForm, SentToForm
from placewell.web.forms.plan_words import AgreementForm, PartForm, PlanReviewForm
from placewell.web.forms.plans import AdviceForm, PreferenceForm, ProfileForm, WholePlanForm
from placewell.web.forms.profiles import EntryForm, PastJobForm
from placewell.web.forms.records import RecordForm
from placewell.web.forms.referrals import WholeReferralForm
from placewell.web.forms.steps import WholeAppointmentForm, WholeStepForm
from placewell.web.forms.today import PutOffForm
from placewell.web.pages.records.finding import colleagues, find, person_of, teams


@dataclass(frozen=True)
class Kind:
    """One kind of record: what it is called, and with which questions it is corrected."""

    title: str
    model: type[Model]
    form: type[RecordForm]


KINDS = {
    "person": Kind("Details of the person", models.Client, PersonForm),
    "referral": Kind("Referral", models.Referral, WholeReferralForm),
    "episode": Kind("Support", models.Episode, WholeEpisodeForm),
    "allocation": Kind("Key worker or cover", models.Allocation, AllocationForm),
    "contact": Kind("Contact", models.Contact, ContactForm),
    "partner-contact": Kind("Contact with a partner", models.PartnerContact, PartnerContactForm),
    "profile": Kind("Vocational profile", models.VocationalProfile, ProfileForm),
    "profile-part": Kind("Words of the profile", models.ProfilePart, EntryForm),
    "past-job": Kind("Past job", models.PastJob, PastJobForm),
    "cv": Kind("CV", models.Cv, CvWordsForm),
    "preference": Kind("Wish", models.JobPreference, PreferenceForm),
    "plan": Kind("Plan", models.Plan, WholePlanForm),
    "plan-part": Kind("Words of a plan", models.PlanPart, PartForm),
    "plan-agreement": Kind("How the person agreed", models.PlanAgreement, AgreementForm),
    "plan-review": Kind("Review of a plan", models.PlanReview, PlanReviewForm),
    "better-off": Kind("Better-off sum", models.BetterOffSum, SumForm),
    "benefits-advice": Kind("Benefits advice", models.BenefitsAdvice, AdviceForm),
    "disclosure": Kind("What to tell employers", models.DisclosureDiscussion, TalkForm),
    "disclosure-terms": Kind("Terms of a talk about what to tell employers", models.DisclosureTerms, TermsForm),
    "employer-exception": Kind("What one employer may hear", models.EmployerException, ExceptionForm),
    "contact-wishes": Kind("How to reach them", models.ContactWishes, ContactWishesForm),
    "message": Kind("Letter or message", models.Message, SentToForm),
    "disclosure-override": Kind("Contact against the plan", models.DisclosureOverride, OverrideForm),
    "employer": Kind("Employer", models.Employer, EmployerForm),
    "employer-contact": Kind("Employer contact", models.EmployerContact, WholeEmployerContactForm),
    "employer-card": Kind("What an employer needs", models.EmployerCard, CardForm),
    "employer-site": Kind("Site of an employer", models.EmployerSite, WholeSiteForm),
    "employer-person": Kind("Person at an employer", models.EmployerPerson, WholePersonForm),
    "lead": Kind("Lead", models.Lead, WholeLeadForm),
    "lead-details": Kind("What the work of a lead is like", models.LeadDetails, DetailsForm),
    "lead-offer": Kind("Offer of a lead", models.LeadOffer, WholeOfferForm),
    "work-wishes": Kind("What matters at work", models.WorkWishes, WorkWishesForm),
    "job": Kind("Job", models.Job, WholeJobForm),
    "exit-words": Kind("How support ended", models.ExitWords, WordsForm),
    "concern": Kind("Concern", models.Concern, WholeConcernForm),
    "step": Kind("Step", models.Step, WholeStepForm),
    "appointment": Kind("Appointment", models.Appointment, WholeAppointmentForm),
    "job-change": Kind("Change of hours or pay", models.JobChange, JobChangeForm),
    "rhythm": Kind("Rhythm of in-work support", models.SupportRhythm, RhythmForm),
    "missed-support": Kind("Missed in-work support", models.MissedSupport, ReasonForm),
    "application": Kind("Application", models.Application, WholeApplicationForm),
    "interview": Kind("Interview", models.Interview, WholeInterviewForm),
    "application-result": Kind("Answer to an application", models.ApplicationResult, WholeResultForm),
    "application-job": Kind("The job that came of an application", models.ApplicationJob, WholeCameForm),
    "job-proof": Kind("Proof of a job", models.JobProof, ProofForm),
    "job-view": Kind("What the person thinks of the job", models.JobView, ViewForm),
    "job-word": Kind("The person’s word on a job", models.JobConfirmation, ConfirmationForm),
    "job-ending": Kind("How the job ended", models.JobEnding, EndingForm),
    "snooze": Kind("Put off", models.Snooze, PutOffForm),
}


def kind_named(slug: str) -> Kind:
    """The kind that an address names. Raises Http404 for a word that is none."""
    if slug not in KINDS:
        raise Http404("no such kind of record")
    return KINDS[slug]


def find_kind(request: HttpRequest, slug: str, pk: int, **how):
    """A kind, and one record of it that the worker may open. Raises Http404 otherwise."""
    kind = kind_named(slug)
    return kind, find(request, kind.model, pk, **how)


# What may be named on a form, by the field that names it.
ROWS: dict[str, Callable] = {
    "staff": lambda request, person: colleagues(request),
    "found_by": lambda request, person: colleagues(request),
    "key_worker": lambda request, person: colleagues(request),
    "keeps_in_touch": lambda request, person: colleagues(request),
    "team": lambda request, person: teams(request),
    "employer": lambda request, person: (
        scope.employers_for(request.worker).filter(service=request.service).order_by("name")
    ),
    "job": lambda request, person: scope.about(person, models.Job).order_by("-started_on"),
}


def rows_for(request: HttpRequest, form: type[RecordForm], record) -> dict:
    """For each field of a form that names a record: those that may be named."""
    person = person_of(record)
    found = {name: rows(request, person) for name, rows in ROWS.items() if name in form.base_fields}
    if "site" in form.base_fields:
        found["site"] = scope.of_employer(record.employer, models.EmployerSite).order_by("name")
    return found
