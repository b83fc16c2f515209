"""What is worked out with the person: wishes, plans, benefits advice."""

from django.http import HttpRequest, HttpResponse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import plans
from placewell.records.models import Episode, Job, JobPreference, Plan
from placewell.records.plans import AdvicePrompt
from placewell.rules.plan_parts import parts_of
from placewell.web.doors import Page
from placewell.web.forms.plans import (
    AdviceForm,
    PreferencesForm,
    ReviewForm,
    ShareForm,
)
from placewell.web.pages import plan_writing
from placewell.web.pages.episodes import find_open, jobs_of
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.beside import ask_beside
from placewell.web.pages.records.finding import find

RECORD = Permission.RECORD_SUPPORT


def preferences(request: HttpRequest, service, episode: int) -> HttpResponse:
    """What work the person wants, with what is wanted now filled in."""
    held = find_open(request, episode)
    wishes = list(of_episode(held, JobPreference).filter(superseded_on=None).order_by("-stated_on", "-pk"))
    initial = {
        "stated_on": request.worker.today(service),
        "occupation_groups": [wish.occupation_group for wish in wishes],
        "hours_min": wishes[0].hours_min if wishes else None,
        "hours_max": wishes[0].hours_max if wishes else None,
    }
    form = PreferencesForm(**sent(request, initial=initial))
    return ask(
        request, form, Question("What work does the person want?", held.client),
        lambda: first(plans.state_preferences(by=request.worker, service=service, episode=held, **form.facts()), held),
    )  # fmt: skip


def first(recorded: list, otherwise: Episode):
    """The first of several records; with nothing new, what they belong to."""
    return recorded[0] if recorded else otherwise


def review(request: HttpRequest, service, plan: int) -> HttpResponse:
    """A plan looked at again."""
    agreed = find(request, Plan, plan, to=RECORD)
    if parts_of(agreed.kind):
        return plan_writing.review(request, service, agreed)
    form = ReviewForm(**sent(request, initial={"reviewed_on": request.worker.today(service)}))
    heading = f"Review of the {agreed.get_kind_display().lower()}"
    return ask(
        request, form, Question(heading, agreed.episode.client),
        lambda: plans.review(by=request.worker, service=service, plan=agreed, **form.facts()),
    )  # fmt: skip


def share(request: HttpRequest, service, plan: int) -> HttpResponse:
    """A plan shared with the clinical team."""
    agreed = find(request, Plan, plan, to=RECORD)
    form = ShareForm(**sent(request, initial={"shared_with_team_on": request.worker.today(service)}))
    heading = f"{agreed.get_kind_display()} shared"
    return ask_beside(
        request, form, Question(heading, agreed.episode.client, back=plan_writing.page_of_plan(agreed)),
        lambda: plans.share(by=request.worker, service=service, plan=agreed, **form.facts()),
        plan_writing.page_of_plan,
    )  # fmt: skip


def advice(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Benefits advice offered, given or declined."""
    held = find_open(request, episode)
    jobs = jobs_of(held, Job)
    initial = {"offered_on": request.worker.today(service), **prompted(request, jobs)}
    form = AdviceForm(**sent(request, rows={"job": jobs}, initial=initial))
    return ask(
        request, form, Question("Benefits advice", held.client),
        lambda: plans.offer_benefits_advice(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def prompted(request: HttpRequest, jobs) -> dict:
    """What the address says the advice is about: a start or change, and the job."""
    about, job = request.GET.get("about", ""), request.GET.get("job", "")
    known = job.isascii() and job.isdigit() and len(job) < 19 and jobs.filter(pk=int(job)).exists()
    told = {"prompted_by": about} if about in AdvicePrompt.values else {}
    return told | ({"job": int(job)} if known else {})


def of_episode(episode: Episode, model):
    """Records of an episode that has been opened through a door."""
    return scope.about(episode.client, model).filter(episode=episode)


PAGES = [
    Page("s/<int:service>/episodes/<int:episode>/preferences/", preferences, "preferences_new", RECORD),
    Page("s/<int:service>/plans/<int:plan>/review/", review, "plan_review", RECORD),
    Page("s/<int:service>/plans/<int:plan>/share/", share, "plan_share", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/benefits-advice/new/", advice, "benefits_advice_new", RECORD),
]
