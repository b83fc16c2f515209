"""Support: begun, handed over, covered, stepped down, ended."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import support
from placewell.records.models import Client, Episode, Referral
from placewell.records.stages import courses, speaks
from placewell.web.doors import Page
from placewell.web.forms.episodes import CoverForm, EnterForm, HandOverForm, StepDownForm
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues_in_post, find, own_staff, teams

RECORD = Permission.RECORD_SUPPORT


def enter(request: HttpRequest, service, client: int) -> HttpResponse:
    """Begin a stretch of support, after a referral or when somebody comes back."""
    person = find(request, Client, client, to=RECORD)
    referral = accepted_referral(request, person)
    initial = {"entered_on": request.worker.today(service), "key_worker": own_staff(request)}
    if referral is not None:
        initial |= {"team": referral.team_id, "work_status_at_entry": referral.work_status}
    rows = {"key_worker": colleagues_in_post(request), "team": teams(request)}
    form = EnterForm(**sent(request, rows=rows, initial=initial))
    heading = "Begin support" if referral else "Begin support again"
    return ask(
        request, form, Question(heading, person),
        lambda: support.enter(by=request.worker, service=service, client=person, referral=referral, **form.facts()),
    )  # fmt: skip


def accepted_referral(request: HttpRequest, person: Client) -> Referral | None:
    """The latest referral, when it was accepted and no support came of it yet."""
    today = request.worker.today(request.service)
    episodes, referrals = courses([person.pk], today)
    latest = next(iter(referrals[person.pk]), None)
    fits = latest is not None and latest.decision == "accepted" and speaks(latest, episodes[person.pk], today)
    return latest if fits else None


def hand_over(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Another key worker from a day on."""
    held = find(request, Episode, episode, to=RECORD)
    initial = {"started_on": request.worker.today(service)}
    form = HandOverForm(**sent(request, rows={"key_worker": colleagues_in_post(request)}, initial=initial))
    return ask(
        request, form, Question("Hand over to another key worker", held.client, button="Hand over", **with_handover(held)),
        lambda: support.allocate(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def cover(request: HttpRequest, service, episode: int) -> HttpResponse:
    """Somebody who stands in."""
    held = find(request, Episode, episode, to=RECORD)
    initial = {"started_on": request.worker.today(service)}
    form = CoverForm(**sent(request, rows={"staff": colleagues_in_post(request)}, initial=initial))
    return ask(
        request, form, Question("Arrange cover", held.client, **with_handover(held)),
        lambda: support.cover(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def with_handover(held: Episode) -> dict:
    """What a form says that puts somebody in another's hands: where the handover is, to print or to send."""
    address = reverse("person_handover", args=[held.service_id, held.client_id])
    return {"template": "handover/form.html", "more": {"handover": address}}


def step_down(request: HttpRequest, service, episode: int) -> HttpResponse:
    """The clinical team carries the support on."""
    held = find(request, Episode, episode, to=RECORD)
    form = StepDownForm(**sent(request, initial={"stepped_down_on": request.worker.today(service)}))
    intro = "For somebody who is steady in work. They can come back any day."
    return ask(
        request, form, Question("Step down to the clinical team", held.client, intro=intro),
        lambda: support.step_down(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def find_open(request: HttpRequest, episode: int) -> Episode:
    """An episode in which something is recorded, with its person."""
    return find(request, Episode, episode, to=RECORD)


def latest_episode(person: Client, today) -> Episode | None:
    """The latest stretch of support of a person who came through a door, begun by today; it may have ended."""
    found = scope.about(person, Episode).filter(entered_on__lte=today).order_by("-entered_on", "-pk").first()
    if found is not None:
        found.client = person
    return found


def jobs_of(episode: Episode, model):
    """The person's jobs, newest first, to be named on a form."""
    return scope.about(episode.client, model).order_by("-started_on", "-pk")


PAGES = [
    Page("s/<int:service>/clients/<int:client>/support/new/", enter, "episode_new", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/key-worker/", hand_over, "episode_hand_over", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/cover/", cover, "episode_cover", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/step-down/", step_down, "episode_step_down", RECORD),
]
