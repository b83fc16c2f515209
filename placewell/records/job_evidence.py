"""What shows that a job is held: proofs that were seen, and the person's own word that they still work there."""

from django.db import models
from django.db.models import F, Q

from placewell.records.base import Record, between, day, filled, known, link, once, one_of, text, whole, yes_no

MOST_SATISFIED = 5


class ProofKind(models.TextChoices):
    """What was seen."""

    PAYSLIP = "payslip", "Payslip"
    CONTRACT = "contract", "Contract of employment"
    EMPLOYER_WORD = "employer_word", "The employer’s word, in writing"
    TAX_RECORD = "tax_record", "Tax record (HMRC or Inland Revenue)"
    BANK_STATEMENT = "bank_statement", "Bank statement"
    INVOICES = "invoices", "Invoices or accounts of self-employed work"
    OTHER = "other", "Something else"


class ToldHow(models.TextChoices):
    """How the person said whether they still work there."""

    OWN_PAGE = "own_page", "On their own page"
    TOLD_US = "told_us", "Told one of us"


class JobProof(Record):
    """A proof of a job that was seen: what it was, and which days of the job it shows."""

    happened = "seen_on"

    job = link("Job")
    kind = one_of(ProofKind)
    seen_on = day()
    covers_from = day("shows the job from")
    covers_to = day("shows the job until")
    note = text("where it is kept")

    class Meta:
        constraints = [
            once(
                "job", "kind", "covers_from", "covers_to",
                name="once", message="This proof is already recorded. Correct that one.",
            ),
            known("kind", ProofKind),
            models.CheckConstraint(
                condition=Q(covers_to__gte=F("covers_from")),
                name="jobproof_covers_to_not_before",
                violation_error_message="The last day it shows is before the first. Correct one of the two dates.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()} seen on {self.seen_on:%-d %B %Y}"


class JobView(Record):
    """What the person thinks of their job, in their own words, on a day."""

    happened = "said_on"

    job = link("Job")
    said_on = day()
    words = text("in the person's words", optional=False)
    satisfied = whole("how satisfied, from 1 to 5", optional=True)

    class Meta:
        constraints = [
            once("job", "said_on", name="once", message="What the person said that day is recorded. Correct that one."),
            filled("words"),
            between("satisfied", 1, MOST_SATISFIED, message="How satisfied goes from 1 to 5."),
        ]

    def __str__(self):
        return f"what the person said of the job on {self.said_on:%-d %B %Y}"


class JobConfirmation(Record):
    """The person's own word on a day: still in the job, or not any more."""

    happened = "said_on"

    job = link("Job")
    said_on = day()
    still_in_work = yes_no("still in the job")
    how = one_of(ToldHow)

    class Meta:
        constraints = [
            once("job", "said_on", "how", name="once", message="The person’s word of that day is already recorded."),
            known("how", ToldHow),
        ]

    def __str__(self):
        return f"the person’s word of {self.said_on:%-d %B %Y}"
