"""Leads beyond the data package: what the work is like, who was told of it and what they said; what matters to a person.

The lead itself (title, employer, who found it, until when) is the package's (`records.employers.Lead`).
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from placewell.records.base import Record, between, day, filled, known, link, number, once, one_of, text, yes_no
from placewell.records.contact_words import Mode
from placewell.records.jobs import Contract
from placewell.rules.matching import Aspect

BETWEEN = ";"


class WorkTime(models.TextChoices):
    """When people are at work. A lead and a person's wishes name any of them."""

    EARLY = "early", "Early mornings, before 8"
    DAYTIME = "daytime", "Daytime"
    EVENING = "evening", "Evenings"
    NIGHT = "night", "Nights"
    WEEKEND = "weekend", "Weekends"


class PayPer(models.TextChoices):
    HOUR = "hour", "An hour"
    WEEK = "week", "A week"
    MONTH = "month", "A month"
    YEAR = "year", "A year"


class Market(models.TextChoices):
    """Where a lead was found: most jobs of IPS are found before anybody advertises them."""

    HIDDEN = "hidden", "Not advertised: we heard of it"
    ADVERTISED = "advertised", "Advertised"


class OfferAnswer(models.TextChoices):
    INTERESTED = "interested", "Interested"
    NOT_INTERESTED = "not_interested", "Not interested"


class Matter(models.TextChoices):
    """What can matter to somebody about a job."""

    KIND = Aspect.KIND.value, "The kind of work"
    HOURS = Aspect.HOURS.value, "How many hours"
    TIMES = Aspect.TIMES.value, "The times of day"
    TRAVEL = Aspect.TRAVEL.value, "Where it is"
    PAY = Aspect.PAY.value, "The pay"
    CONTRACT = Aspect.CONTRACT.value, "The contract"


def several(words: str) -> tuple[str, ...]:
    """The words of a field that holds any of a list, as they stand between semicolons."""
    return tuple(one.strip() for one in words.split(BETWEEN) if one.strip())


def refuse_strange(field: str, words: str, choices) -> None:
    """Raise ValidationError for a word that the list does not have."""
    if set(several(words)) - set(choices.values):
        raise ValidationError({field: f"Choose from: {', '.join(choices.values)}."})


class LeadDetails(Record):
    """What the work of a lead is like and how somebody applies. Nothing about a person stands here."""

    goes_with = "lead"

    lead = link("Lead")
    site = link("EmployerSite", optional=True, db_index=False)
    place = text("where it is")
    postcode = text()
    from_home = yes_no("can be done from home", optional=True)
    pay = number(optional=True)
    pay_per = one_of(PayPer, "per what", optional=True)
    hours_min = number("fewest hours a week", optional=True)
    hours_max = number("most hours a week", optional=True)
    times = text("when", help_text="Words of a list, separated by ;")
    contract = one_of(Contract, optional=True)
    market = one_of(Market, "where it was found", optional=True)
    tasks = text("what the work is")
    looks_for = text("what the employer looks for")
    apply_how = text("how to apply")
    remarks = text()

    class Meta:
        verbose_name = "details of a lead"
        verbose_name_plural = "details of leads"
        constraints = [
            once("lead", name="once", message="The details of this lead are already recorded. Correct those."),
            known("pay_per", PayPer, optional=True),
            known("contract", Contract, optional=True),
            known("market", Market, optional=True),
            between("pay", 0, message="Pay is 0 or more."),
            between("hours_min", 0, 80, message="Hours are from 0 to 80."),
            between("hours_max", 0, 80, message="Hours are from 0 to 80."),
            models.CheckConstraint(
                condition=Q(hours_min=None) | Q(hours_max=None) | Q(hours_max__gte=F("hours_min")),
                name="leaddetails_hours_in_order",
                violation_error_message="The most hours are the same as or more than the fewest.",
            ),
            models.CheckConstraint(
                condition=Q(pay=None, pay_per="") | (Q(pay__isnull=False) & ~Q(pay_per="")),
                name="leaddetails_pay_is_per_something",
                violation_error_message="Say both what it pays and whether that is an hour, a week, a month or a year.",
            ),
        ]

    def __str__(self):
        return f"details of {self.lead.title}"

    def clean(self):
        """Raise ValidationError for a site of another employer, or a time of day that is none."""
        super().clean()
        refuse_strange("times", self.times, WorkTime)
        if self.site_id is not None and self.site.employer_id != self.lead.employer_id:
            raise ValidationError({"site": "This is a site of another employer. Choose one of this employer's."})

    @property
    def employer(self):
        """The employer whose lead it is."""
        return self.lead.employer


class LeadOffer(Record):
    """That a person was told of a lead: by whom, how, and what they answered in their own words.

    It tells the employer nothing, so that no decision about disclosure stands against it.
    """

    happened = "offered_on"

    lead = link("Lead")
    episode = link("Episode")
    staff = link("Staff", optional=True, db_index=False)
    offered_on = day()
    how = one_of(Mode, optional=True)
    answer = one_of(OfferAnswer, optional=True)
    words = text("what the person said")
    answered_on = day("when they answered", optional=True)

    class Meta:
        verbose_name = "offer of a lead"
        verbose_name_plural = "offers of leads"
        constraints = [
            once(
                "lead", "episode", name="once", message="They were told of this lead already. Add what they answered."
            ),
            known("how", Mode, optional=True),
            known("answer", OfferAnswer, optional=True),
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="", words="") | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="leadoffer_answer_has_its_day",
                violation_error_message="An answer has its day. Say what they answered and when, or neither.",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("offered_on")),
                name="leadoffer_answered_not_before",
                violation_error_message="The answer is before the day they were told. Correct one of the two days.",
            ),
        ]

    def __str__(self):
        return f"offer of {self.lead.title}"

    def clean(self):
        """Raise ValidationError when there was no support on the day."""
        super().clean()
        if self.episode_id is not None and self.offered_on is not None and not self.episode.lives_on(self.offered_on):
            raise ValidationError({"offered_on": "There is no support on that day. Choose a day of the episode."})


class WorkWishes(Record):
    """What matters to a person about a job, beside the kind of work and hours (`JobPreference`).

    The latest words hold; what was said before is kept as a version. `matters_most` are aspects, the
    most important first. `carried_from` is what they said in an earlier stretch of support, where it was
    taken over as it stood; words said anew have none.
    """

    happened = "stated_on"

    episode = link("Episode")
    stated_on = day()
    times = text("times that suit", help_text="Words of a list, separated by ;")
    areas = text("where they can get to", help_text="Places or postcode districts, separated by ;")
    travel = text("how they travel, in their words")
    pay_least = number("least pay an hour", optional=True)
    contracts = text("contracts that suit", help_text="Words of a list, separated by ;")
    stay_away = text("what to stay away from, in their words")
    matters_most = text("what matters most", help_text="Words of a list, separated by ;")
    carried_from = link("WorkWishes", optional=True)

    class Meta:
        verbose_name = "what matters at work"
        verbose_name_plural = "what matters at work"
        constraints = [
            once("episode", name="once", message="What matters to them is already recorded. Change that."),
            between("pay_least", 0, message="Pay is 0 or more."),
        ]

    def __str__(self):
        return f"what matters at work, {self.stated_on:%-d %B %Y}"

    def clean(self):
        """Raise ValidationError for a word that its list does not have, and a source that is none."""
        super().clean()
        for field, choices in (("times", WorkTime), ("contracts", Contract), ("matters_most", Matter)):
            refuse_strange(field, getattr(self, field), choices)
        if self.carried_from_id is not None:
            self._refuse_strange_source(self.carried_from)

    def _refuse_strange_source(self, source: "WorkWishes") -> None:
        if source.episode.client_id != self.episode.client_id:
            raise ValidationError({"carried_from": "This is what another person said."})
        if source.episode_id == self.episode_id:
            raise ValidationError({"carried_from": "It is carried over from an earlier stretch of support only."})


class LeadDigest(Record):
    """That a colleague was sent the unit's leads by mail on a day: which, and the words as they went.

    `found` and `closing` name the leads told of as new and as closing soon, so that none is told twice.
    """

    happened = "sent_on"

    staff = link("Staff")
    sent_on = day()
    found = text("new leads in it", help_text="Row ids, separated by ;")
    closing = text("leads in it that close soon", help_text="Row ids, separated by ;")
    words = text(optional=False)
    failed_because = text("what the mail server said")

    class Meta:
        verbose_name = "mail with leads"
        verbose_name_plural = "mails with leads"
        constraints = [
            once("staff", "sent_on", name="once", message="They were sent the leads on that day already."),
            filled("words"),
            models.CheckConstraint(
                condition=~Q(found="") | ~Q(closing=""),
                name="leaddigest_has_leads",
                violation_error_message="There is nothing new to send.",
            ),
        ]

    def __str__(self):
        return f"leads sent on {self.sent_on:%-d %B %Y}"
