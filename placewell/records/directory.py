"""What the unit knows of an employer beyond the data package: needs, sites, people, who keeps in touch.

The employer itself and the contacts with it are the package's (`records.employers`).
"""

from django.db import models
from django.db.models import Q

from placewell.records.base import Record, day, filled, known, link, once, one_of, text, yes_no


class DisabilityConfident(models.TextChoices):
    """The level of the UK government's scheme that an employer has reached."""

    COMMITTED = "committed", "Level 1, committed"
    EMPLOYER = "employer", "Level 2, employer"
    LEADER = "leader", "Level 3, leader"


class EmployerCard(Record):
    """What an employer needs, has done for people before, and who of us keeps in touch.

    With `leave_alone_because` nobody gets in touch: the contact form says so.
    """

    employer = link("Employer")
    division = text("what they do", help_text="SIC 2007 division, two digits")
    needs = text("what they need", help_text="In their words: roles, shifts, how they recruit")
    adjustments = text("adjustments they have made")
    disability_confident = one_of(DisabilityConfident, "Disability Confident", optional=True)
    keeps_in_touch = link("Staff", optional=True, db_index=False)
    leave_alone_because = text("why nobody gets in touch")

    class Meta:
        constraints = [
            once("employer", name="once", message="This employer is described already. Correct that description."),
            known("disability_confident", DisabilityConfident, optional=True),
        ]

    def __str__(self):
        return f"what {self.employer} needs"


class EmployerSite(Record):
    """A place where an employer has people at work."""

    employer = link("Employer")
    name = text(optional=False)
    address = text()
    postcode = text()

    class Meta:
        constraints = [
            once("employer", "name", name="once", message="A site of this name is already recorded. Correct that one."),
            filled("name"),
        ]

    def __str__(self):
        return self.name


class EmployerPerson(Record):
    """Somebody at an employer whom the unit knows."""

    employer = link("Employer")
    site = link("EmployerSite", optional=True, db_index=False)
    full_name = text(optional=False)
    job_title = text()
    phone = text()
    email = text()
    can_hire = yes_no("can hire", optional=True)
    left_on = day("left on", optional=True)

    class Meta:
        verbose_name_plural = "employer people"
        constraints = [
            once("employer", "full_name", name="once", message="Somebody of this name is already known here."),
            filled("full_name"),
        ]

    def __str__(self):
        return self.full_name


class EmployerVisit(Record):
    """The words of a contact with an employer: whom we met, where, and what was learned."""

    goes_with = "employer_contact"

    employer_contact = link("EmployerContact")
    person = link("EmployerPerson", optional=True)
    site = link("EmployerSite", optional=True, db_index=False)
    learned = text("what was learned")

    class Meta:
        verbose_name = "words of an employer contact"
        verbose_name_plural = "words of employer contacts"
        constraints = [
            once("employer_contact", name="once", message="The words of this contact are already recorded."),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(site__isnull=False) | ~Q(learned=""),
                name="employervisit_says_something",
                violation_error_message="Say whom you met, where, or what was learned.",
            ),
        ]


class EmployerMerge(Record):
    """Two rows that meant one employer: what was of `gone` is `kept`'s since."""

    kept = link("Employer")
    gone = link("Employer")
    merged_on = day()
    because = text()

    class Meta:
        verbose_name = "merging of employers"
        verbose_name_plural = "mergings of employers"
        constraints = [
            once("gone", name="once", message="This employer was merged already."),
            models.CheckConstraint(
                condition=~Q(kept=models.F("gone")),
                name="employermerge_of_two",
                violation_error_message="An employer cannot be merged with itself. Choose another one.",
            ),
        ]

    @property
    def employer_id(self) -> int:
        """The employer that both are since."""
        return self.kept_id
