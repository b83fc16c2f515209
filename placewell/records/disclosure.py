"""What a talk about managing personal information agreed, beyond what the data package keeps of it.

The talk itself, the choice and whether a specialist may contact employers are the package's
(`records.plans.DisclosureDiscussion`). Here stand its words, what holds for one employer alone,
and contacts that were made against it.
"""

from django.db import models
from django.db.models import Q

from placewell.records.base import Record, Standing, day, filled, known, link, once, one_of, text, yes_no


class WhoTells(models.TextChoices):
    """Who says to an employer what was agreed."""

    PERSON = "person", "The person themselves"
    SPECIALIST = "specialist", "The employment specialist"
    BOTH = "both", "Both, as it comes"


class HowMuch(models.TextChoices):
    """How much one employer may hear."""

    SOME = "some", "Only the words agreed"
    ALL = "all", "Whatever matters for the job"


class DisclosureTerms(Record):
    """The terms of a talk: what may be said in agreed words, what must not, who tells, when and how.

    `is_withdrawal`: the person took back what they had allowed, on the day of the talk; `reason`
    is why, in their words, if they gave any.
    """

    goes_with = "discussion"

    discussion = link("DisclosureDiscussion")
    may_say = text("what may be said", help_text="In the words agreed with the person")
    must_not_say = text("what must not be said")
    who_tells = one_of(WhoTells, "who tells", optional=True)
    when_and_how = text("when and how it is told")
    gaps = text("words for gaps in the work history")
    convictions = text("words about convictions, if asked")
    adjustments = text("words to ask for adjustments")
    review_on = day("talk about it again on", optional=True)
    is_withdrawal = yes_no("the person withdrew", default=False)
    reason = text("why, in the person's words")

    class Meta:
        verbose_name = "terms of a talk"
        verbose_name_plural = "terms of talks"
        constraints = [
            once("discussion", name="once", message="The terms of this talk are already recorded. Correct those."),
            known("who_tells", WhoTells, optional=True),
            models.CheckConstraint(
                condition=Q(is_withdrawal=False) | Q(may_say="", who_tells=""),
                name="disclosureterms_withdrawn_or_agreed",
                violation_error_message="What the person withdrew may not be said. Clear the words.",
            ),
        ]

    def __str__(self):
        return f"terms of the talk on {self.discussion.held_on:%-d %B %Y}"


class EmployerException(Record):
    """What the person decided for one employer, beside what holds for employers in general."""

    goes_with = "discussion"

    discussion = link("DisclosureDiscussion")
    employer = link("Employer")
    may_be_contacted = yes_no("we may contact them about the person")
    how_much = one_of(HowMuch, "how much they may hear", optional=True)
    words = text("words for this employer", help_text="Instead of what may be said to others")

    class Meta:
        constraints = [
            once(
                "discussion", "employer", name="once",
                message="What holds for this employer is already recorded. Correct that.",
            ),
            known("how_much", HowMuch, optional=True),
            models.CheckConstraint(
                condition=Q(may_be_contacted=True) & ~Q(how_much="") | Q(may_be_contacted=False, how_much="", words=""),
                name="employerexception_says_how_much",
                violation_error_message="Say how much they may hear if we may contact them, and nothing if we may not.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"decision about {self.employer}"


class OverrideQuerySet(Standing):
    """Overrides by whether the supervisor has read them."""

    def unread(self):
        """Those that no supervisor has read."""
        return self.standing().filter(read_on=None)


class DisclosureOverride(Record):
    """A contact with an employer about a person that what they chose did not allow, and why it was made.

    `locked_because` is what stood against it. It waits for a supervisor until `read_on` is filled.
    """

    goes_with = "employer_contact"

    employer_contact = link("EmployerContact")
    reason = text("why it was made all the same", optional=False)
    locked_because = text("what stood against it", optional=False)
    supervisor = link("Staff", optional=True, db_index=False)
    read_on = day("read by a supervisor on", optional=True)
    read_by = text("read by")

    objects = OverrideQuerySet.as_manager()

    class Meta:
        verbose_name = "contact against the plan"
        verbose_name_plural = "contacts against the plan"
        constraints = [
            once("employer_contact", name="once", message="Why this contact was made is already recorded."),
            filled("reason", "locked_because"),
            models.CheckConstraint(
                condition=Q(read_on=None, read_by="") | Q(read_on__isnull=False) & ~Q(read_by=""),
                name="disclosureoverride_read_by_somebody",
                violation_error_message="Say who read it and on which day.",
            ),
        ]
        indexes = [models.Index(fields=["service", "read_on"], name="disclosureoverride_unread")]

    def __str__(self):
        return f"contact against the plan on {self.employer_contact.made_on:%-d %B %Y}"
