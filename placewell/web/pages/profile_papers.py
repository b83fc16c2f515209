"""The vocational profile handed out: to the person by a worker, and to the person by themselves."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from placewell.access.permissions import Permission
from placewell.documents.paper import Document
from placewell.documents.profile import may_stand, profile_document
from placewell.records.models import Client, VocationalProfile
from placewell.web.doors import Page
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.own_record import own
from placewell.web.pages.profiles import entries_of, past_jobs_of, versions_of
from placewell.web.pages.records.finding import find
from placewell.web.presenters.profiles.own import own_profile

OWN = Permission.SEE_OWN_RECORD


def profile_file(request: HttpRequest, service, profile: int) -> HttpResponse:
    """A version as a paper for the person: `?form=word` or pdf, `&large=yes`, `&others=yes`, `&convictions=yes`."""
    held = find(request, VocationalProfile, profile)
    paper = paper_of(
        request, held, held.episode.client, with_others="others" in request.GET,
        with_convictions="convictions" in request.GET,
    )  # fmt: skip
    return handed(request, held.episode.client, paper)


def paper_of(request: HttpRequest, held: VocationalProfile, person: Client, **what) -> Document:
    """The paper of one version."""
    return profile_document(
        held, entries_of(person, [held]), past_jobs_of(person), name=person.known_as, service=request.service,
        made_on=request.worker.today(request.service), **what,
    )  # fmt: skip


def handed(request: HttpRequest, person: Client | None, paper: Document) -> HttpResponse:
    """The paper in the form that is asked for."""
    form = request.GET.get("form", "word")
    return hand_out(request, person, paper, form=form, large=is_large(request), name="Vocational profile")


def my_profile(request: HttpRequest, service) -> HttpResponse:
    """A person's own profile, as they are shown it, with the papers to take along."""
    person = own(request, service)
    latest = versions_of(person)[:1]
    entries = [one for one in entries_of(person, latest) if may_stand(one, True, True)] if latest else []
    page = own_profile(latest[0] if latest else None, entries, past_jobs_of(person))
    return render(request, "own_record/profile.html", {"page": page, "name": person.known_as})


def my_profile_file(request: HttpRequest, service) -> HttpResponse:
    """One's own profile as a paper. Nothing is noted: it is one's own."""
    person = own(request, service)
    held = own_version(person)
    paper = paper_of(
        request, held, person, with_others="others" in request.GET, with_convictions="convictions" in request.GET
    )
    return handed(request, None, paper)


def own_version(person: Client) -> VocationalProfile:
    """The latest version. Raises Http404 before the first."""
    versions = versions_of(person)
    if not versions:
        raise Http404("no profile is written yet")
    return versions[0]


PAGES = [
    Page("s/<int:service>/profiles/<int:profile>/file/", profile_file, "profile_file", Permission.SEE_NOTES),
    Page("s/<int:service>/my-record/profile/", my_profile, "my_profile", OWN),
    Page("s/<int:service>/my-record/profile/file/", my_profile_file, "my_profile_file", OWN),
]
