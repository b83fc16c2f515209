"""The vocational profile of a person: looked at, added to session by session, changed, written anew."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import profiles
from placewell.actions.base import ChangedMeanwhile
from placewell.records.models import (
    Client,
    Cv,
    Episode,
    Job,
    JobEnding,
    PastJob,
    ProfilePart,
    VocationalProfile,
)
from placewell.records.profiles import Part, Source
from placewell.records.standards import chosen_on
from placewell.records.support import Prompt
from placewell.rules.profiles import turns_of
from placewell.scales.postcode_districts import district_known
from placewell.web.doors import Page
from placewell.web.forms.profiles import PastJobForm, RewordForm, SessionForm, VersionForm
from placewell.web.pages.episodes import find_open
from placewell.web.pages.records.asking import AT_ONCE, Question, ask, sent
from placewell.web.pages.records.finding import find, may, may_for, note_reading
from placewell.web.presenters.clients.due import Standards
from placewell.web.presenters.clients.rooms import rooms_of
from placewell.web.presenters.profiles.page import Told, profile_page
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.work.learned import learned

SEE, RECORD = Permission.SEE_PEOPLE, Permission.RECORD_SUPPORT
STANDARD = "days_to_profile_after_a_job_change"
FORM = "profiles/form.html"


def profile(request: HttpRequest, service, client: int) -> HttpResponse:
    """What the profile says, whose words they are and what changed; `?version=` shows an earlier one."""
    person = find(request, Client, client)
    note_reading(request, person, "Vocational profile")
    today, told = request.worker.today(service), told_of(request, person)
    episode = open_episode(request, person)
    may_change = episode is not None and may_for(request, person, RECORD)
    standard = Standards(service.country, chosen_on(service, today)).of(STANDARD)
    page = profile_page(
        told, episode=episode, may_change=may_change, notes=may(request, Permission.SEE_NOTES), standard=standard,
        today=today,
    )  # fmt: skip
    more = {
        "person": person, "page": page, "episode": episode, "may_change": may_change,
        "near": district_known(postcode=person.postcode) if may(request, Permission.RECORD_EMPLOYERS) else "",
        "shown": told.shown, "may_hand_out": may(request, Permission.SEE_NOTES),
        "cvs": list(scope.about(person, Cv).order_by("-made_on", "-pk")),
        "learned": learned(endings_of(person)) if may(request, Permission.SEE_NOTES) else [],
        "current": told.shown if told.versions and told.shown == told.versions[0] else None,
        "pages_of_person": rooms_of(request.worker, person, "client_profile"),
        "recorded": recorded(request), "back": reverse("client", args=[service.pk, person.pk]),
    }  # fmt: skip
    return render(request, "profiles/profile.html", more)


def endings_of(person: Client):
    """How the jobs of a person ended, the latest first."""
    told = scope.about(person, JobEnding).select_related("job__employer")
    return told.order_by("-job__ended_on", "-pk")


def told_of(request: HttpRequest, person: Client) -> Told:
    """What the page is made of. Raises Http404 for a version that the person has not got."""
    versions = versions_of(person)
    asked = request.GET.get("version", "")
    shown = versions[0] if versions and not asked else next((one for one in versions if str(one.pk) == asked), None)
    if asked and shown is None:
        raise Http404("no such version of this person's profile")
    before = versions[versions.index(shown) + 1] if shown and shown != versions[-1] else None
    entries = entries_of(person, [one for one in (shown, before) if one])
    return Told(
        versions=versions,
        shown=shown,
        entries=[one for one in entries if shown and one.profile_id == shown.pk],
        before=before,
        entries_before=[one for one in entries if before and one.profile_id == before.pk],
        past_jobs=past_jobs_of(person),
        jobs=list(scope.about(person, Job)),
    )


def versions_of(person: Client) -> list[VocationalProfile]:
    """All versions of a person's profile that stand, the latest first."""
    versions = scope.about(person, VocationalProfile).select_related("episode")
    return list(versions.order_by("-episode__entered_on", "-episode", "-number"))


def entries_of(person: Client, versions: list[VocationalProfile]) -> list[ProfilePart]:
    """What versions say, in the order in which it was written down."""
    rows = scope.about(person, ProfilePart).filter(profile__in=versions)
    return list(rows.select_related("recorded_by").order_by("pk"))


def past_jobs_of(person: Client) -> list[PastJob]:
    """The person's jobs of the time before, the latest first; those without a year at the end."""
    jobs = list(scope.about(person, PastJob))
    return sorted(jobs, key=lambda one: (-(one.until_year or one.from_year or 0), -(one.from_year or 0), one.pk))


def open_episode(request: HttpRequest, person: Client) -> Episode | None:
    """The support that goes on today."""
    today = request.worker.today(person.service)
    episodes = scope.about(person, Episode).order_by("-entered_on")
    return next((one for one in episodes if one.lives_on(today)), None)


def address_of(person: Client) -> str:
    """Where a person's profile is."""
    return reverse("client_profile", args=[person.service_id, person.pk])


def asked(heading: str, person: Client, **more) -> Question:
    """What the forms of this room say around them."""
    seen = lambda made: f"{address_of(person)}?recorded={made.event_id}"  # noqa: E731
    told = {"back": address_of(person), "leads_to": seen, "template": FORM, **more}
    return Question(heading, person, **told)


def session(request: HttpRequest, service, episode: int) -> HttpResponse:
    """What was said in a session, added to the current version; the first begins it."""
    held = find_open(request, episode)
    current = next((one for one in versions_of(held.client) if one.episode_id == held.pk), None)
    entries = entries_of(held.client, [current] if current and may(request, Permission.SEE_NOTES) else [])
    initial = {"held_on": request.worker.today(service), "source": Source.PERSON}
    form = SessionForm(**sent(request, initial=initial, entries=entries))
    intro = "Write down what you heard today, in their words. Leave the rest empty: there will be another day."
    return ask(
        request, form, asked("Add a session to the profile", held.client, intro=intro),
        lambda: profiles.add_session(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def new_version(request: HttpRequest, service, episode: int) -> HttpResponse:
    """The next version of the vocational profile, with what the last one says in its boxes."""
    held = find_open(request, episode)
    versions = versions_of(held.client)
    is_first = not any(one.episode_id == held.pk for one in versions)
    entries = entries_of(held.client, versions[:1])
    initial = {
        "written_on": request.worker.today(service), "source": Source.PERSON,
        "prompted_by": Prompt.FIRST if is_first else likely_prompt(request, held, versions[0]),
    }  # fmt: skip
    form = VersionForm(**sent(request, initial=initial, entries=entries))
    intro = "Change what has changed, and empty what no longer holds. The rest is carried over as it is."
    question = asked(
        "Vocational profile" if is_first else "New version of the vocational profile", held.client,
        intro=intro if entries else "",
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: profiles.write(by=request.worker, service=service, episode=held, **form.facts()),
    )  # fmt: skip


def likely_prompt(request: HttpRequest, episode: Episode, last: VocationalProfile) -> str:
    """What most likely prompts a version: the latest job start or end since the last one, else a review."""
    jobs, today = scope.about(episode.client, Job).filter(episode=episode), request.worker.today(episode.service)
    since = [turn for turn in turns_of(jobs) if last.written_on < turn.on <= today]
    return max(since, key=lambda turn: turn.on).why if since else Prompt.REVIEW


def change(request: HttpRequest, service, profile: int) -> HttpResponse:
    """All of the current version on one page, to be changed."""
    return reworded(request, find(request, VocationalProfile, profile, to=RECORD), "Change the profile", Part.values)


def change_part(request: HttpRequest, service, profile: int, part: str) -> HttpResponse:
    """One part of the current version, to be changed or begun."""
    held = find(request, VocationalProfile, profile, to=RECORD)
    if part not in Part.values:
        raise Http404("no such part of a profile")
    return reworded(request, held, str(Part(part).label), [part])


def reworded(request: HttpRequest, held: VocationalProfile, heading: str, parts: list[str]) -> HttpResponse:
    """Parts of a version, each entry in its box."""
    person, service = held.episode.client, request.service
    entries = entries_of(person, [held])
    initial = {"said_on": request.worker.today(service), "source": Source.PERSON}
    form = RewordForm(**sent(request, initial=initial, entries=entries, asked=parts))

    def do():
        facts = {**form.facts(), "reworded": form.reworded()}
        try:
            return profiles.reword(by=request.worker, service=service, profile=held, **facts)
        except ChangedMeanwhile:
            # The form has looked before; this was the same moment.
            raise ValidationError(AT_ONCE) from None

    return ask(request, form, asked(heading, person), do)


def past_job(request: HttpRequest, service, client: int) -> HttpResponse:
    """A job that the person had."""
    person = find(request, Client, client, to=RECORD)
    jobs = scope.about(person, Job).order_by("-started_on")
    form = PastJobForm(**sent(request, initial={"told_on": request.worker.today(service)}, rows={"job": jobs}))
    return ask(
        request, form, asked("A past job", person, template="records/form.html"),
        lambda: profiles.tell_past_job(by=request.worker, service=service, client=person, **form.facts()),
    )  # fmt: skip


PAGES = [
    Page("s/<int:service>/clients/<int:client>/profile/", profile, "client_profile", SEE),
    Page("s/<int:service>/episodes/<int:episode>/profile/session/", session, "profile_session", RECORD),
    Page("s/<int:service>/episodes/<int:episode>/profiles/new/", new_version, "profile_new", RECORD),
    Page("s/<int:service>/profiles/<int:profile>/change/", change, "profile_change", RECORD),
    Page("s/<int:service>/profiles/<int:profile>/parts/<str:part>/", change_part, "profile_part", RECORD),
    Page("s/<int:service>/clients/<int:client>/past-jobs/new/", past_job, "past_job_new", RECORD),
]
