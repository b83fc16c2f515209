"""Benefits advice of one person: what is to be offered, what was, and the better-off sums beside it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.access import scope
from placewell.documents.plans import difference
from placewell.records.due import offer_of
from placewell.records.models import BenefitsAdvice, BetterOffSum, Client, Episode, Job, JobChange, Service
from placewell.records.plans import AdvicePrompt
from placewell.rules.benefits_prompts import CHANGE, END, START, Prompt, prompts
from placewell.rules.deadlines import Standard
from placewell.rules.due import JobFacts
from placewell.rules.finding import Verdict
from placewell.web.presenters.wording import day, sentence

TAGS = {
    Verdict.MET: ("In time", "green"),
    Verdict.NOT_DUE: ("To offer", "yellow"),
    Verdict.NOT_MET: ("Missing", "red"),
    Verdict.DOES_NOT_APPLY: ("No standard", "grey"),
}
SAID = {START: "start", CHANGE: "change of hours or pay", END: "end"}
ABOUT = {START: AdvicePrompt.BEFORE_START, CHANGE: AdvicePrompt.CHANGE, END: AdvicePrompt.OTHER}


@dataclass(frozen=True)
class Asked:
    """A start, change or end of a job: whether advice went with it, and where to offer it now ('' when it was)."""

    what: str
    when: str
    tag: str
    colour: str
    because: str
    offer: str


@dataclass(frozen=True)
class Sum:
    """A better-off sum, in words."""

    result: str
    week: str
    by: str
    given: str
    address: str


@dataclass(frozen=True)
class Given:
    """One offer, what came of it, and what can be done with it now."""

    heading: str
    lines: list[str]
    sum: Sum | None
    answer: str
    add_sum: str
    address: str


@dataclass(frozen=True)
class Benefits:
    """The page: what is prompted, in which order, and every offer, the newest first."""

    asked: list[Asked]
    is_waiting: bool
    before_a_job: str
    offer_new: str
    given: list[Given]
    source: str


def benefits(person: Client, *, service: Service, standard: Standard | None, today: date, may_write: bool) -> Benefits:
    """What the page says of a person who has been opened through a door; `standard` is that for advice."""
    episodes = list(scope.about(person, Episode).order_by("-entered_on", "-pk"))
    episode = episodes[0] if episodes else None
    is_open = episode is not None and episode.lives_on(today)
    advice = list(scope.about(person, BenefitsAdvice).select_related("job").order_by("-offered_on", "-pk"))
    sums = {one.advice_id: one for one in scope.about(person, BetterOffSum)}
    may = may_write and is_open
    offer = reverse("benefits_advice_new", args=[service.pk, episode.pk]) if may else ""
    jobs = list(scope.about(person, Job))
    found = prompts_of(episodes, jobs, list(scope.about(person, JobChange)), advice, standard, today)
    titles = {job.pk: job.title for job in jobs}
    asked = [asked_of(prompt, titles[prompt.job], offer) for prompt in found]
    none_yet = is_open and not any(one.episode_id == episode.pk for one in advice)
    return Benefits(
        asked=asked,
        is_waiting=any(one.offer for one in asked),
        before_a_job="Advice is worth offering before a job starts. None was offered yet."
        if none_yet and not asked
        else "",
        offer_new=offer,
        given=[given(one, sums.get(one.pk), service, may_write) for one in advice],
        source=standard.name if standard else "",
    )


def prompts_of(
    episodes: list[Episode], jobs: list[Job], changes: list[JobChange], advice: list[BenefitsAdvice],
    standard: Standard | None, today: date,
) -> list[Prompt]:  # fmt: skip
    """What asks for advice in each stretch of support, the latest first."""
    found = []
    for episode in episodes:
        offers = [one for one in advice if one.episode_id == episode.pk]
        found += prompts(
            jobs=[working(job, changes) for job in jobs if job.episode_id == episode.pk],
            advice=[offer_of(one.job_id, one.offered_on, one.held_on, one.declined, one.adviser) for one in offers],
            standard=standard, today=today, ended_on=episode.ended_on,
        )  # fmt: skip
    return sorted(found, key=lambda one: one.on, reverse=True)


def working(job: Job, changes: list[JobChange]) -> JobFacts:
    """A job with the days on which its hours or pay changed."""
    changed = sorted(change.changed_on for change in changes if change.job_id == job.pk)
    return JobFacts(job.pk, job.title, job.started_on, job.ended_on, tuple(changed))


def asked_of(prompt: Prompt, title: str, offer: str) -> Asked:
    """A start, change or end in words."""
    tag, colour = TAGS[prompt.finding.verdict]
    if prompt.finding.verdict == Verdict.NOT_MET and not prompt.is_open:
        tag, colour = "Offered later", "grey"
    address = f"{offer}?about={ABOUT[prompt.kind]}&job={prompt.job}" if offer and prompt.asks else ""
    return Asked(
        f"{title}: {SAID[prompt.kind]}", day(prompt.on), tag, colour, sentence(prompt.finding.because), address
    )


def given(advice: BenefitsAdvice, found: BetterOffSum | None, service: Service, may_write: bool) -> Given:
    """One offer in words."""
    is_answered = advice.held_on is not None or advice.declined
    here = [service.pk, advice.pk]
    return Given(
        heading=f"Offered on {day(advice.offered_on)}",
        lines=[line for line in lines_of(advice) if line],
        sum=sum_in_words(found, service) if found else None,
        answer=reverse("benefits_advice_answer", args=here) if may_write and not is_answered else "",
        add_sum=reverse("better_off_new", args=here) if may_write and advice.held_on and found is None else "",
        address=reverse("record", args=[service.pk, "benefits-advice", advice.pk]),
    )


def lines_of(advice: BenefitsAdvice) -> list[str]:
    """What it was about and what came of it; what is not recorded is said."""
    if advice.declined:
        came = "The person did not want it"
    elif advice.held_on:
        by = advice.get_adviser_display()
        came = f"Given on {day(advice.held_on)}" + (f" by: {by.lower()}" if by else ", by whom is not recorded")
    else:
        came = "What came of it is not recorded yet"
    written = {
        True: "Written calculation given",
        False: "No written calculation",
        None: "Written calculation: not recorded",
    }
    return [
        dict(AdvicePrompt.choices).get(advice.prompted_by, advice.prompted_by),
        f"Job: {advice.job.title}" if advice.job_id else "",
        came,
        written[advice.written_result] if advice.held_on else "",
    ]


def sum_in_words(found: BetterOffSum, service: Service) -> Sum:
    """A better-off sum in words."""
    rates = f", rates of {day(found.rates_on)}" if found.rates_on else ", the day of the rates is not recorded"
    tool = f"{found.tool} {found.tool_version}".strip()
    return Sum(
        result=found.result,
        week=difference(found, service.country),
        by=f"Worked out by {found.adviser_name} on {day(found.worked_out_on)}, using: {tool}{rates}.",
        given=f"Given to the person on {day(found.given_on)}." if found.given_on else "Not given to the person yet.",
        address=reverse("record", args=[service.pk, "better-off", found.pk]),
    )
