"""Writing plans: their words, what a review changes, how the person agrees, and their steps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import plan_words, steps
from placewell.records.models import Episode, Job, Plan, PlanPart, Step
from placewell.records.plan_words import HowAgreed
from placewell.records.plans import PlanKind
from placewell.records.steps import StepBy
from placewell.rules.plan_parts import PARTS
from placewell.web.doors import Page
from placewell.web.forms import plan_words as forms
from placewell.web.pages.episodes import find_open, jobs_of
from placewell.web.pages.records.asking import Question, sent
from placewell.web.pages.records.beside import ask_beside
from placewell.web.pages.records.finding import find, note_reading
from placewell.web.presenters.plans import sheet, whole_plan
from placewell.web.presenters.wording import day

RECORD = Permission.RECORD_SUPPORT
FIRST_STEPS = {f"by_whom_{n}": StepBy.PERSON for n in forms.STEPS}
CARRIED = "It starts from the words of the last one, agreed on {on}. Steps that are still to do go on in this one."


def choose(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Which plan is to be written."""
    held = find_open(request, episode)
    note_reading(request, held.client, "Write a plan")
    kinds = [
        (str(PlanKind(kind).label), parts[0].asked, reverse("plan_write", args=[service.pk, held.pk, kind]))
        for kind, parts in PARTS.items()
    ]
    back = reverse("person_plans", args=[service.pk, held.client_id])
    return render(request, "plans/choose.html", {"person": held.client, "kinds": kinds, "back": back})


def write(request: HttpRequest, service, episode: int, kind: str) -> HttpResponse:
    """A plan in words, starting from the last one of its kind."""
    held = find_open(request, episode)
    if kind not in PARTS:
        raise Http404("no such kind of plan")
    last, words = last_words(held, kind)
    initial = {"agreed_on": request.worker.today(service), **FIRST_STEPS, **words}
    if kind == PlanKind.IN_WORK_SUPPORT_PLAN:
        initial["job"] = jobs_of(held, Job).values_list("pk", flat=True).first()
    form = forms.write_form(kind)(**sent(request, rows={"job": jobs_of(held, Job)}, initial=initial))
    question = Question(
        str(PlanKind(kind).label), held.client, button="Save the plan",
        intro=CARRIED.format(on=day(last.agreed_on)) if last else "",
        back=reverse("person_plans", args=[service.pk, held.client_id]),
    )  # fmt: skip
    return ask_beside(
        request, form, question,
        lambda: plan_words.write(by=request.worker, service=service, episode=held, kind=kind, **form.facts()),
        page_of_plan,
    )  # fmt: skip


def put_in_words(request: HttpRequest, service, plan: int) -> HttpResponse:
    """The words of a plan of which only the days are known."""
    known = find(request, Plan, plan, to=RECORD)
    if known.kind not in PARTS:
        raise Http404("no such kind of plan")
    form = forms.put_in_words_form(known.kind)(**sent(request, initial=FIRST_STEPS))
    question = Question(
        f"Words of the {known.get_kind_display().lower()}", known.episode.client, back=page_of_plan(known),
        intro=f"Made together on {day(known.agreed_on)}.",
    )  # fmt: skip
    return ask_beside(
        request, form, question,
        lambda: plan_words.put_in_words(by=request.worker, service=service, plan=known, **form.facts()),
        page_of_plan,
    )  # fmt: skip


def last_words(held: Episode, kind: str) -> tuple[Plan | None, dict[str, str]]:
    """The person's last plan of a kind, and its words by field."""
    last = scope.about(held.client, Plan).filter(kind=kind).order_by("-agreed_on", "-pk").first()
    return last, words_of(last) if last else {}


def words_of(plan: Plan) -> dict[str, str]:
    """The words of a plan by field."""
    rows = scope.about(plan.episode.client, PlanPart).filter(plan=plan)
    return {f"{forms.PART}{part}": words for part, words in rows.values_list("part", "words")}


def page_of_plan(record) -> str:
    """The page of a plan, from the plan or from something that belongs to it."""
    plan = record.pk if isinstance(record, Plan) else record.plan_id
    return reverse("plan", args=[record.service_id, plan])


def page_of_steps(step: Step) -> str:
    """The steps on the page of their plan."""
    return f"{page_of_plan(step)}#steps"


def review(request: HttpRequest, service, agreed: Plan) -> HttpResponse:
    """A plan with words looked at again: they are all there to be changed."""
    initial = {"reviewed_on": request.worker.today(service), **words_of(agreed)}
    form = forms.review_form(agreed.kind)(**sent(request, initial=initial))
    question = Question(
        f"Review of the {agreed.get_kind_display().lower()}", agreed.episode.client, button="Save the review",
        back=page_of_plan(agreed), intro="Change what is no longer right. What stood before is kept.",
    )  # fmt: skip
    return ask_beside(
        request, form, question,
        lambda: plan_words.review(by=request.worker, service=service, plan=agreed, **form.facts()),
        page_of_plan,
    )  # fmt: skip


def agree_on_screen(request: HttpRequest, service, plan: int) -> HttpResponse:
    """The person reads the plan on this screen and agrees to it."""
    agreed = find(request, Plan, plan, to=RECORD)
    person, today = agreed.episode.client, request.worker.today(service)
    form = forms.AgreeOnScreen(**sent(request))
    question = Question(
        f"Your {agreed.get_kind_display().lower()}", person, button="I agree", back=page_of_plan(agreed),
        template="plans/agree.html",
        more={"plan": sheet(whole_plan(agreed, person, today=today), service=service, today=today)},
    )  # fmt: skip
    how = {"how": HowAgreed.ON_SCREEN, "confirmed_on": today}
    return ask_beside(
        request, form, question,
        lambda: plan_words.confirm(by=request.worker, service=service, plan=agreed, **how, **form.facts()),
        page_of_plan,
    )  # fmt: skip


def agreed_otherwise(request: HttpRequest, service, plan: int) -> HttpResponse:
    """The person signed the printed plan, or agreed on the phone."""
    agreed = find(request, Plan, plan, to=RECORD)
    person = agreed.episode.client
    initial = {
        "how": HowAgreed.ON_PAPER, "confirmed_on": request.worker.today(service),
        "name": f"{person.given_name} {person.family_name}",
    }  # fmt: skip
    form = forms.AgreedOtherwise(**sent(request, initial=initial))
    question = Question(f"{agreed.get_kind_display()} agreed", person, back=page_of_plan(agreed))
    return ask_beside(
        request, form, question,
        lambda: plan_words.confirm(by=request.worker, service=service, plan=agreed, **form.facts()),
        page_of_plan,
    )  # fmt: skip


def step_new(request: HttpRequest, service, plan: int) -> HttpResponse:
    """One more step of a plan."""
    agreed = find(request, Plan, plan, to=RECORD)
    form = forms.PlanStepForm(**sent(request))
    question = Question(
        f"A step of the {agreed.get_kind_display().lower()}", agreed.episode.client, back=page_of_plan(agreed)
    )
    return ask_beside(
        request, form, question,
        lambda: steps.note(by=request.worker, service=service, episode=agreed.episode, plan=agreed, **form.facts()),
        page_of_steps,
    )  # fmt: skip


def step_of_plan(request: HttpRequest, pk: int) -> Step:
    """A step that belongs to a plan. Raises Http404 for any other."""
    step = find(request, Step, pk, to=RECORD)
    if step.plan_id is None:
        raise Http404("no step of a plan")
    return step


def step_done(request: HttpRequest, service, step: int) -> HttpResponse:
    """A step was done today: one tap on the page of the plan."""
    found = step_of_plan(request, step)
    form = forms.DoneForm(**sent(request))
    question = Question(f"Done: {found.what}", found.episode.client, button="Done", back=page_of_plan(found))
    return ask_beside(
        request, form, question,
        lambda: steps.finish(by=request.worker, service=service, step=found, done_on=request.worker.today(service)),
        page_of_steps,
    )  # fmt: skip


def step_drop(request: HttpRequest, service, step: int) -> HttpResponse:
    """A step is not done after all, and why."""
    found = step_of_plan(request, step)
    form = forms.DropForm(**sent(request))
    question = Question(f"Not done after all: {found.what}", found.episode.client, back=page_of_plan(found))
    return ask_beside(
        request, form, question,
        lambda: steps.drop(by=request.worker, service=service, step=found, **form.facts()),
        page_of_steps,
    )  # fmt: skip


PAGES = [
    Page("s/<int:service>/episodes/<int:episode>/plans/new/", choose, "plan_new", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/plans/new/<slug:kind>/", write, "plan_write", RECORD),
    Page("s/<int:service>/plans/<int:plan>/words/", put_in_words, "plan_put_in_words", RECORD),
    Page("s/<int:service>/plans/<int:plan>/agree/", agree_on_screen, "plan_agree", RECORD),
    Page("s/<int:service>/plans/<int:plan>/agreed/", agreed_otherwise, "plan_agreed", RECORD),
    Page("s/<int:service>/plans/<int:plan>/steps/new/", step_new, "plan_step_new", RECORD),
    Page("s/<int:service>/plan-steps/<int:step>/done/", step_done, "plan_step_done", RECORD),
    Page("s/<int:service>/plan-steps/<int:step>/drop/", step_drop, "plan_step_drop", RECORD),
]
