"""What was agreed with the person: plans, benefits advice, what may be said to whom."""

from django.db import models

from placewell.records.base import Record, day, filled, known, link, once, one_of, text, yes_no
from placewell.records.support import OfEpisode


class PlanKind(models.TextChoices):
    ACTION_PLAN = "action_plan", "Action plan"
    JOB_SEARCH_PLAN = "job_search_plan", "Job search plan"
    DISCLOSURE_PLAN = "disclosure_plan", "Disclosure plan"
    IN_WORK_SUPPORT_PLAN = "in_work_support_plan", "In-work support plan"
    RE_ENGAGEMENT_PLAN = "re_engagement_plan", "Re-engagement plan"


class AdviserKind(models.TextChoices):
    TRAINED_ADVISER = "trained_adviser", "Trained adviser"
    SPECIALIST_SERVICE = "specialist_service", "Specialist benefits service"
    EMPLOYMENT_SPECIALIST = "employment_specialist", "Employment specialist"


# Who is trained to give it, as item 12 of the scale asks.
ADVISERS = (AdviserKind.TRAINED_ADVISER, AdviserKind.SPECIALIST_SERVICE)


class AdvicePrompt(models.TextChoices):
    BEFORE_START = "before_start", "Before a job starts"
    CHANGE = "change", "A change of hours or pay"
    OTHER = "other", "Other"


class DisclosureChoice(models.TextChoices):
    TELL_NOBODY = "tell_nobody", "Tell nobody"
    TELL_SOME = "tell_some", "Tell some"
    TELL_ALL = "tell_all", "Tell all"
    UNDECIDED = "undecided", "Undecided"


class Plan(OfEpisode, Record):
    """A plan agreed with the person."""

    happened = "agreed_on"

    episode = link("Episode")
    kind = one_of(PlanKind)
    agreed_on = day()
    reviewed_on = day("latest review", optional=True)
    shared_with_team_on = day(optional=True)
    job = link("Job", optional=True, db_index=False)

    class Meta:
        constraints = [
            once(
                "episode",
                "kind",
                "agreed_on",
                optional=("job",),
                name="once",
                message="A plan of this kind is already recorded for that day. Correct that one.",
            ),
            known("kind", PlanKind),
        ]


class BenefitsAdvice(Record):
    """Benefits counselling (work incentives planning), offered or given."""

    episode = link("Episode")
    offered_on = day()
    held_on = day(optional=True)
    adviser = one_of(AdviserKind, optional=True)
    written_result = yes_no("a personal, written calculation was given", optional=True)
    job = link("Job", optional=True, db_index=False)
    prompted_by = text(optional=False, help_text="before_start, change or other; other words are kept as they came")
    declined = yes_no(optional=True)

    class Meta:
        verbose_name_plural = "benefits advice"
        constraints = [
            once(
                "episode",
                "offered_on",
                "prompted_by",
                optional=("job",),
                name="once",
                message="This offer of benefits advice is already recorded.",
            ),
            filled("prompted_by"),
            known("adviser", AdviserKind, optional=True),
        ]


class DisclosureDiscussion(Record):
    """A talk about managing personal information, and what the person chose."""

    episode = link("Episode")
    held_on = day()
    pros_and_cons = yes_no()
    wording_agreed = yes_no()
    choice = one_of(DisclosureChoice)
    specialist_may_contact_employers = yes_no()

    class Meta:
        constraints = [
            once(
                "episode",
                "held_on",
                name="once",
                message="A discussion on that day is already recorded. Correct that one.",
            ),
            known("choice", DisclosureChoice),
        ]
