"""What people state and judge about fidelity: attestations, reviews and their ratings."""

from django.db import models

from placewell.records.base import (
    KeyedRecord,
    Record,
    between,
    day,
    filled,
    known,
    link,
    once,
    one_of,
    text,
    whole,
    yes_no,
)


class EvidenceSource(models.TextChoices):
    MANAGEMENT_INFORMATION = "management_information", "Management information (MIS)"
    DOCUMENT = "document", "Document (DOC)"
    INTERVIEW = "interview", "Interview (INT)"
    OBSERVATION = "observation", "Observation (OBS)"
    PLAN = "plan", "Individual plan (ISP)"


class ReviewKind(models.TextChoices):
    INDEPENDENT = "independent", "Independent review"
    GUIDED_SELF = "guided_self", "Guided self-assessment"
    SELF = "self", "Self-assessment"
    PEER = "peer", "Peer review"


class Attestation(Record):
    """A statement, with its evidence, that a component of a standard is met or not."""

    scale = text(optional=False)
    item = whole()
    component = text(help_text="a to f; empty for the whole item")
    met = yes_no()
    stated_on = day()
    valid_until = day(optional=True)
    source = one_of(EvidenceSource)
    statement = text()

    class Meta:
        constraints = [
            once(
                "service",
                "scale",
                "item",
                "component",
                "stated_on",
                name="once",
                message="A statement about this on that day is already recorded. Correct that one.",
            ),
            filled("scale"),
            between("item", 1, message="Items count from 1."),
            known("source", EvidenceSource),
        ]


class FidelityReview(KeyedRecord):
    """A fidelity review that was done."""

    scale = text(optional=False)
    kind = one_of(ReviewKind)
    scored_on = day()

    class Meta(KeyedRecord.Meta):
        constraints = [*KeyedRecord.Meta.constraints, filled("scale"), known("kind", ReviewKind)]


class FidelityScore(Record):
    """The agreed rating of one item in a review."""

    review = link("FidelityReview")
    item = whole()
    rating = whole()
    rationale = text()

    class Meta:
        constraints = [
            once("review", "item", name="once", message="This item already has a rating in that review."),
            between("item", 1, message="Items count from 1."),
            between("rating", 1, 5, message="A rating is from 1 to 5."),
        ]
