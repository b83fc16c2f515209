"""A plan on paper: in the person's words, with its steps, and lines to sign on."""

from dataclasses import dataclass, field
from datetime import date

from placewell.documents.paper import Block, Bullets, Document, Facts, Heading, Lines, Table, Text
from placewell.records.models import (
    BetterOffSum,
    Client,
    JobPreference,
    Plan,
    PlanAgreement,
    PlanPart,
    PlanReview,
    Service,
    Step,
)
from placewell.records.plans import PlanKind
from placewell.records.steps import StepBy
from placewell.rules.deadlines import Due
from placewell.rules.finding import said
from placewell.rules.occupations import title_of
from placewell.rules.plan_parts import Part, parts_of

NOT_YET = "We have not talked about this yet."
LANGUAGES = {"NZ": "en-NZ"}
SIGNS = {"GB": "£", "NZ": "$"}


@dataclass(frozen=True)
class WholePlan:
    """A plan with all that is kept about it. `specialist` is who supports the person now."""

    plan: Plan
    person: Client
    specialist: str = ""
    parts: dict[str, PlanPart] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    agreements: list[PlanAgreement] = field(default_factory=list)
    reviews: list[PlanReview] = field(default_factory=list)
    wishes: list[JobPreference] = field(default_factory=list)
    sum: BetterOffSum | None = None
    due: Due | None = None
    is_current: bool = True

    @property
    def title(self) -> str:
        """The kind of plan, in words."""
        return self.plan.get_kind_display()

    def answers(self) -> list[tuple[Part, PlanPart | None]]:
        """Each part that was answered, and those that are always asked."""
        return [
            (part, self.parts.get(part.key))
            for part in parts_of(self.plan.kind)
            if part.key in self.parts or part.is_always_asked
        ]

    def who(self, step: Step) -> str:
        """Who takes a step, by name where there is one."""
        if step.named:
            return step.named
        if step.by_whom == StepBy.PERSON:
            return self.person.known_as
        if step.by_whom == StepBy.SPECIALIST:
            return self.specialist or "My employment specialist"
        return step.get_by_whom_display()

    def last_agreement(self) -> PlanAgreement | None:
        """How the person agreed to the words as they stand; None when they were reviewed since, or never."""
        agreed = max(((one.confirmed_on, one.recorded_at, one) for one in self.agreements), default=None)
        changed = max(((one.reviewed_on, one.recorded_at) for one in self.reviews), default=None)
        return None if agreed is None or (changed and changed > agreed[:2]) else agreed[2]


def plan_paper(whole: WholePlan, *, service: Service, made_on: date) -> Document:
    """The plan as a paper for the person, with lines to sign on unless they have agreed already."""
    return Document(
        title=whole.title,
        subtitle=" · ".join(filter(None, [whole.person.known_as, whole.plan.job.title if whole.plan.job_id else ""])),
        blocks=tuple(blocks(whole, service.country)),
        made_on=made_on,
        footer=service.name,
        language=LANGUAGES.get(service.country, "en-GB"),
    )


def blocks(whole: WholePlan, country: str):
    """What the paper says, in order."""
    for part, words in whole.answers():
        yield Heading(part.heading)
        yield Text(words.words) if words else Text(NOT_YET, is_quiet=True)
    if whole.plan.kind == PlanKind.JOB_SEARCH_PLAN and whole.wishes:
        yield Heading("Work and hours I have said I want")
        yield Bullets(wish_in_words(wish) for wish in whole.wishes)
    if whole.sum is not None:
        yield Heading("What it does to my money")
        yield from sum_in_words(whole.sum, country)
    if whole.steps:
        yield Heading("Steps")
        yield Table(["What", "Who", "By when", "Done"], [step_in_words(whole, step) for step in whole.steps])
    yield Heading("Days")
    yield Facts(days(whole))
    yield from signed(whole)


def step_in_words(whole: WholePlan, step: Step) -> list[str]:
    """One row of the table of steps."""
    dropped = f"Not done after all: {step.dropped_because}" if step.dropped_because else ""
    done = said(step.done_on) if step.done_on else dropped
    return [step.what, whole.who(step), said(step.due_on) if step.due_on else "", done]


def wish_in_words(wish: JobPreference) -> str:
    """A kind of work, and how many hours."""
    few, many = (f"{hours:f}".rstrip("0").rstrip(".") if hours else "" for hours in (wish.hours_min, wish.hours_max))
    hours = f"{few} to {many}" if few and many and few != many else few or many
    return title_of(group=wish.occupation_group) + (f", {hours} hours a week" if hours else "")


def sum_in_words(found: BetterOffSum, country: str) -> list[Block]:
    """The better-off sum: what it says, who worked it out, with what."""
    by = f"Worked out by {found.adviser_name} on {said(found.worked_out_on)}, using: {found.tool}"
    by += f" {found.tool_version}" if found.tool_version else ""
    by += f", rates of {said(found.rates_on)}" if found.rates_on else ""
    week = difference(found, country)
    return [Text(f"{found.result}\n{week}" if week else found.result), Text(f"{by}.", is_quiet=True)]


def difference(found: BetterOffSum, country: str) -> str:
    """About £62 a week more; '' when no amount was noted."""
    if found.weekly_difference is None:
        return ""
    if found.weekly_difference == 0:
        return "About the same each week."
    amount = f"{SIGNS.get(country, '')}{abs(found.weekly_difference):,.2f}".removesuffix(".00")
    return f"About {amount} a week {'more' if found.weekly_difference > 0 else 'less'}."


def days(whole: WholePlan) -> list[tuple[str, str]]:
    """When it was agreed, looked at, shared, and when it is looked at next."""
    plan, agreed = whole.plan, whole.last_agreement()
    found = [("Made together on", said(plan.agreed_on))]
    if agreed is not None:
        how = agreed.get_how_display().lower()
        found.append(("Agreed by", f"{agreed.name}, {how}, on {said(agreed.confirmed_on)}"))
    if plan.reviewed_on:
        found.append(("Last looked at", said(plan.reviewed_on)))
    if whole.due is not None and whole.due.on and whole.is_current:
        found.append(("Look at it again by", said(whole.due.on)))
    shared = said(plan.shared_with_team_on) if plan.shared_with_team_on else "Not shared"
    return [*found, ("With my clinical team", shared)]


def signed(whole: WholePlan) -> list[Block]:
    """Lines to sign on, while nobody has agreed to these words."""
    if whole.last_agreement() is not None:
        return []
    return [Heading("Agreed"), Lines(["My signature", "Name", "Date"]), Lines(["My employment specialist", "Date"])]
