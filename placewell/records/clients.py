"""The people who use the service, and their requests for support."""

from django.db import models
from django.db.models import Q

from placewell.records.base import KeyedRecord, day, filled, known, link, one_of, text, yes_no
from placewell.records.nhs_number import check_digit_is_right


class ReferralSource(models.TextChoices):
    SELF = "self", "The person themselves"
    CARE_COORDINATOR = "care_coordinator", "Care co-ordinator"
    PSYCHIATRIST = "psychiatrist", "Psychiatrist"
    OTHER_CLINICIAN = "other_clinician", "Other clinician"
    JOINT = "joint", "Clinician and specialist together"
    GENERAL_PRACTITIONER = "general_practitioner", "General practitioner"
    FAMILY = "family", "Family"
    PEER = "peer", "Peer"
    EMPLOYMENT_SERVICE = "employment_service", "Public employment service"
    OTHER = "other", "Other"


class ReferralChannel(models.TextChoices):
    ONLINE_FORM = "online_form", "Online form"
    EMAIL = "email", "Email"
    TELEPHONE = "telephone", "Telephone"
    LETTER = "letter", "Letter"
    IN_PERSON = "in_person", "In person"
    CLINICAL_SYSTEM = "clinical_system", "Clinical system"


class ReferralDecision(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    WITHDRAWN_BY_PERSON = "withdrawn_by_person", "Withdrawn by the person"
    MOVED_AWAY = "moved_away", "Moved away"
    UNDER_AGE = "under_age", "Under age"
    NOT_READY = "not_ready", "Judged not ready"
    DIAGNOSIS = "diagnosis", "Diagnosis"
    SUBSTANCE_USE = "substance_use", "Substance use"
    OFFENDING_HISTORY = "offending_history", "Offending history"
    ENGAGEMENT_HISTORY = "engagement_history", "Engagement history"
    NO_CAPACITY = "no_capacity", "No capacity"
    OTHER = "other", "Other"


class WorkStatus(models.TextChoices):
    OUT_OF_WORK = "out_of_work", "Out of work"
    IN_WORK = "in_work", "In work"
    OFF_SICK = "off_sick", "Employed, off sick"
    STUDENT = "student", "Student"


class Client(KeyedRecord):
    """A person who uses the service."""

    given_name = text(optional=False)
    family_name = text(optional=False)
    preferred_name = text()
    date_of_birth = day(optional=True)
    gender = text()
    ethnic_group = text()
    nhs_number = text("NHS number")
    phone = text()
    email = text()
    postcode = text()
    language = text(help_text="BCP 47, for example en or mi")
    interpreter_needed = yes_no(optional=True)

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            filled("given_name", "family_name"),
            models.CheckConstraint(
                condition=Q(nhs_number="") | check_digit_is_right("nhs_number"),
                name="client_nhs_number_check_digit",
                violation_error_message="This is not an NHS number. It has ten digits and the last one fits them.",
            ),
        ]
        indexes = [
            models.Index(fields=["service", "family_name", "given_name"], name="client_by_name"),
            models.Index(fields=["service", "date_of_birth"], name="client_by_birth"),
            models.Index(fields=["service", "nhs_number"], name="client_by_nhs_number"),
        ]

    def __str__(self):
        return self.known_as

    @property
    def known_as(self) -> str:
        """The name the person goes by, with the family name."""
        return f"{self.preferred_name or self.given_name} {self.family_name}"


class Referral(KeyedRecord):
    """A request for support."""

    client = link("Client")
    team = link("ClinicalTeam", optional=True)
    received_on = day()
    source = one_of(ReferralSource)
    channel = one_of(ReferralChannel, optional=True)
    wants_to_work = yes_no(optional=True)
    work_status = one_of(WorkStatus, "work status at referral", optional=True)
    acknowledged_on = day(optional=True)
    first_contact_on = day("first contact with the person", optional=True)
    decision = one_of(ReferralDecision, optional=True)
    decided_on = day(optional=True)

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            known("source", ReferralSource),
            known("channel", ReferralChannel, optional=True),
            known("work_status", WorkStatus, optional=True),
            known("decision", ReferralDecision, optional=True),
        ]
        indexes = [
            models.Index(fields=["service", "received_on"], name="referral_by_day"),
            models.Index(fields=["recorded_by"], name="referral_by_recorder"),
        ]
