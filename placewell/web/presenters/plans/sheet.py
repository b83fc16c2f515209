"""One plan on one page."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.urls import reverse

from placewell.documents.message import message
from placewell.documents.paper import Text
from placewell.documents.plans import NOT_YET, WholePlan, plan_paper, sum_in_words, wish_in_words
from placewell.records.models import Service, Step
from placewell.records.plans import PlanKind
from placewell.rules.finding import Verdict
from placewell.rules.plan_parts import PARTS
from placewell.web.presenters.wording import counted, day, sentence


@dataclass(frozen=True)
class Part:
    """One part: what stands over it, its words, and where they are put right ('' when there are none)."""

    heading: str
    words: str
    is_missing: bool
    address: str


@dataclass(frozen=True)
class StepLine:
    """One step: what, who and when; `is_late` only while it is open. `submission` is the id of its button’s form."""

    pk: int
    what: str
    who: str
    when: str
    is_open: bool
    is_late: bool
    was_done: bool
    how_it_went: str
    submission: str


@dataclass(frozen=True)
class Review:
    """One review: its day and what changed."""

    when: str
    what_changed: str
    address: str


@dataclass(frozen=True)
class Sheet:
    """A plan, ready to print. `waits_for` says what is still to be done with it."""

    pk: int
    kind: str
    title: str
    job: str
    is_current: bool
    made_on: str
    goal: str
    has_words: bool
    asks_words: bool
    parts: list[Part]
    wishes: list[str]
    sum: list[str]
    steps: list[StepLine]
    open_steps: str
    agreed: str
    agreed_by: str
    comment: str
    agreement_address: str
    reviews: list[Review]
    next_review: str
    is_late: bool
    standard: str
    shared: str
    message: str


def sheet(whole: WholePlan, *, service: Service, today: date) -> Sheet:
    """What the page of a plan says."""
    plan, agreed = whole.plan, whole.last_agreement()
    steps = [step_line(whole, step, today) for step in whole.steps]
    to_do = [step for step in steps if step.is_open]
    late = whole.due is not None and whole.due.finding.verdict == Verdict.NOT_MET
    return Sheet(
        pk=plan.pk,
        kind=plan.kind,
        title=whole.title,
        job=plan.job.title if plan.job_id else "",
        is_current=whole.is_current,
        made_on=day(plan.agreed_on),
        goal=next((words.words for _, words in whole.answers() if words), ""),
        has_words=bool(whole.parts),
        asks_words=plan.kind in PARTS,
        parts=[part_of(service, part, words) for part, words in whole.answers()],
        wishes=[wish_in_words(wish) for wish in whole.wishes] if plan.kind == PlanKind.JOB_SEARCH_PLAN else [],
        sum=the_sum(whole, service),
        steps=steps,
        open_steps=counted(len(to_do), "step to do", "steps to do") if to_do else "",
        agreed=day(agreed.confirmed_on) if agreed else "",
        agreed_by=f"{agreed.name}, {agreed.get_how_display().lower()}" if agreed else "",
        comment=agreed.comment if agreed else "",
        agreement_address=record_address(service, "plan-agreement", agreed.pk) if agreed else "",
        reviews=[review_of(service, review) for review in reversed(whole.reviews)],
        next_review=next_review(whole) if whole.is_current else "",
        is_late=late and whole.is_current,
        standard=(whole.due.standard or "") if whole.due else "",
        shared=day(plan.shared_with_team_on) if plan.shared_with_team_on else "",
        message=message(plan_paper(whole, service=service, made_on=today)),
    )


def record_address(service: Service, kind: str, pk: int) -> str:
    """Where one record is seen, with its earlier versions."""
    return reverse("record", args=[service.pk, kind, pk])


def part_of(service: Service, part, words) -> Part:
    if words is None:
        return Part(part.heading, NOT_YET, True, "")
    return Part(part.heading, words.words, False, record_address(service, "plan-part", words.pk))


def review_of(service: Service, review) -> Review:
    return Review(day(review.reviewed_on), review.what_changed, record_address(service, "plan-review", review.pk))


def step_line(whole: WholePlan, step: Step, today: date) -> StepLine:
    """One step, and how it went."""
    is_open = step.done_on is None and not step.dropped_because
    went = f"Done on {day(step.done_on)}" if step.done_on else ""
    return StepLine(
        pk=step.pk,
        what=step.what,
        who=whole.who(step),
        when=f"by {day(step.due_on)}" if step.due_on else "",
        is_open=is_open,
        is_late=is_open and step.due_on is not None and step.due_on < today,
        was_done=step.done_on is not None,
        submission=str(uuid4()),
        how_it_went=went or (f"Not done after all: {step.dropped_because}" if step.dropped_because else ""),
    )


def the_sum(whole: WholePlan, service: Service) -> list[str]:
    """The better-off sum that stands in an in-work support plan."""
    if whole.sum is None:
        return []
    return [block.words for block in sum_in_words(whole.sum, service.country) if isinstance(block, Text)]


def next_review(whole: WholePlan) -> str:
    """When it is looked at next, or why that is not said."""
    if whole.due is None:
        return ""
    finding = whole.due.finding
    if finding.verdict in (Verdict.NOT_DUE, Verdict.NOT_MET):
        return sentence(finding.because)
    return "" if finding.verdict == Verdict.MET else sentence(finding.because)
