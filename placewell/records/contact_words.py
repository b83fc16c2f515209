"""The words in which a contact is described, for people and for employers alike."""

from django.db import models


class Mode(models.TextChoices):
    FACE_TO_FACE = "face_to_face", "Face to face"
    VIDEO = "video", "Video"
    TELEPHONE = "telephone", "Telephone"
    TEXT = "text", "Text message"
    EMAIL = "email", "Email"
    LETTER = "letter", "Letter"


class Place(models.TextChoices):
    COMMUNITY = "community", "Community (library, café, public place)"
    WORKPLACE = "workplace", "Workplace"
    HOME = "home", "Home"
    CLINICAL_BASE = "clinical_base", "Clinic or team base"
    EMPLOYMENT_OFFICE = "employment_office", "Our office"
    REMOTE = "remote", "Not in person"


class Phase(models.TextChoices):
    INTAKE = "intake", "Intake"
    ENGAGEMENT = "engagement", "Engagement"
    ASSESSMENT = "assessment", "Assessment"
    JOB_SEARCH = "job_search", "Job search"
    JOB_COACHING = "job_coaching", "Job coaching"
    FOLLOW_ALONG = "follow_along", "In-work support"
    CAREER = "career", "Next or better job"


class Attendance(models.TextChoices):
    ATTENDED = "attended", "Attended"
    DID_NOT_ATTEND = "did_not_attend", "Did not attend"
    CANCELLED_BY_PERSON = "cancelled_by_person", "Cancelled by the person"
    CANCELLED_BY_SERVICE = "cancelled_by_service", "Cancelled by us"
    NO_ANSWER = "no_answer", "No answer"


class Participant(models.TextChoices):
    CLIENT = "client", "Client"
    CLINICIAN = "clinician", "Clinician"
    FAMILY = "family", "Family"
    EMPLOYER = "employer", "Employer"
    BENEFITS_ADVISER = "benefits_adviser", "Benefits adviser"
    PARTNER = "partner", "Public employment service"


class AttemptBy(models.TextChoices):
    EMPLOYMENT_SPECIALIST = "employment_specialist", "Employment specialist"
    CLINICIAN = "clinician", "Clinician"
    JOINT = "joint", "Both together"
