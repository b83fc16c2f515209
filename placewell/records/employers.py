"""Employers known to the unit, contacts with them, and the leads that come of it."""

from django.db import models

from placewell.records.base import KeyedRecord, day, filled, known, link, one_of, text, yes_no
from placewell.records.contact_words import Mode
from placewell.records.support import OfEpisode


class EmployerContactPurpose(models.TextChoices):
    INTRODUCE = "introduce", "Introduce ourselves"
    LEARN_NEEDS = "learn_needs", "Learn what they need"
    PRESENT_PERSON = "present_person", "Present a person"
    FOLLOW_ADVERT = "follow_advert", "Follow an advert"
    FOLLOW_UP = "follow_up", "Follow up"
    IN_WORK_SUPPORT = "in_work_support", "In-work support"
    THANK = "thank", "Thank"


class LeadStatus(models.TextChoices):
    OPEN = "open", "Open"
    SHARED = "shared", "Shared"
    FILLED = "filled", "Filled"
    GONE = "gone", "Gone"


# Leads that somebody can still be told of and apply for.
STILL_OPEN = (LeadStatus.OPEN, LeadStatus.SHARED)


class SizeBand(models.TextChoices):
    MICRO = "1-9", "1 to 9 people"
    SMALL = "10-49", "10 to 49 people"
    MEDIUM = "50-249", "50 to 249 people"
    LARGE = "250+", "250 people or more"


class Employer(KeyedRecord):
    """An employer known to the service."""

    name = text(optional=False)
    sector = text(help_text="SIC 2007 section, one letter")
    size_band = text(help_text="1-9, 10-49, 50-249 or 250+; other words are kept as they came")
    postcode = text()

    class Meta(KeyedRecord.Meta):
        constraints = [*KeyedRecord.Meta.constraints, filled("name")]
        indexes = [
            # With all that lists and searches by name ask first, so that they need not look up its row.
            models.Index(fields=["service", "name", "id", "withdrawn_at"], name="employer_by_name_and_row"),
        ]

    def __str__(self):
        return self.name


class EmployerContact(OfEpisode, KeyedRecord):
    """A contact with an employer, by a specialist or by the person, about one person or nobody."""

    happened = "made_on"

    employer = link("Employer")
    staff = link("Staff", optional=True, db_index=False)
    episode = link("Episode", optional=True, db_index=False)
    made_on = day()
    mode = one_of(Mode)
    purpose = one_of(EmployerContactPurpose)
    hiring_authority = yes_no("met someone who can hire")
    planned = yes_no(optional=True)
    occupation_group = text(help_text="SOC 2020 sub-major group talked about")
    made_by_client = yes_no()

    class Meta(KeyedRecord.Meta):
        constraints = [
            *KeyedRecord.Meta.constraints,
            known("mode", Mode),
            known("purpose", EmployerContactPurpose),
        ]
        indexes = [
            models.Index(fields=["episode", "made_on"], name="employercontact_of_episode"),
            models.Index(fields=["service", "made_on"], name="employercontact_by_day"),
            # With all that the directory asks of each employer's contacts, so that it need not look up their rows.
            models.Index(
                fields=["employer", "made_on", "mode", "purpose", "made_by_client", "withdrawn_at", "occupation_group"],
                name="employercontact_of_employer",
            ),
            models.Index(fields=["event"], name="employercontact_by_event"),
        ]


class Lead(KeyedRecord):
    """A job lead shared in the vocational unit."""

    employer = link("Employer")
    found_by = link("Staff", optional=True)
    title = text(optional=False)
    occupation_group = text()
    found_on = day()
    closes_on = day(optional=True)
    status = one_of(LeadStatus)

    class Meta(KeyedRecord.Meta):
        constraints = [*KeyedRecord.Meta.constraints, filled("title"), known("status", LeadStatus)]
