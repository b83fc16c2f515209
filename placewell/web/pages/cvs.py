"""CVs of a person: made from the profile and past jobs, looked at, handed out, made again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import cvs
from placewell.actions.cvs import JobTold
from placewell.documents.cv import SECTIONS_AFTER, SECTIONS_BEFORE, cv_document
from placewell.documents.profile import years
from placewell.records.models import Client, Cv, CvJob, Job
from placewell.records.profiles import FOR_A_CV, Source
from placewell.web.doors import Page
from placewell.web.forms.cvs import CvForm
from placewell.web.pages.handing_out import hand_out, is_large
from placewell.web.pages.profiles import address_of, entries_of, past_jobs_of, versions_of
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import find, may_for, note_reading
from placewell.web.presenters.recorded import recorded
from placewell.web.presenters.wording import day, month

SEE_NOTES, RECORD = Permission.SEE_NOTES, Permission.RECORD_SUPPORT
INTRO = (
    "Go through it together. Everything is ticked: take out what the person does not want in it, and change the words. "
    "Nothing about health, benefits, convictions or our support is offered for a CV."
)


def new_cv(request: HttpRequest, service, client: int) -> HttpResponse:
    """A CV for a kind of work or an employer; `?from=` begins with the words of one made before."""
    person = find(request, Client, client, to=RECORD)
    before = earlier(request, person)
    jobs = jobs_to_tell(person)
    told = jobs_of(person, before) if before else []
    offered = [
        *told,
        *(one for one in jobs if (one.title, one.employer) not in {(old.title, old.employer) for old in told}),
    ]
    initial = (
        {"aimed_at": before.aimed_at, "reach": before.reach, "about": before.about, "other": before.other}
        if before
        else {}
    )
    words = {part.value: getattr(before, part.value) for part in FOR_A_CV} if before else words_of(person)
    form = CvForm(
        **sent(request, initial={"reach": reach(person), **initial}, words=words, jobs=offered),
        chosen=len(told) if before else None,
    )  # fmt: skip
    question = Question(
        "Make a CV", person, button="Make the CV", back=address_of(person), intro=INTRO, template="cvs/form.html",
        leads_to=lambda made: f"{reverse('cv', args=[service.pk, made.pk])}?recorded={made.event_id}",
    )  # fmt: skip
    today = request.worker.today(service)
    return ask(
        request, form, question,
        lambda: cvs.make(by=request.worker, service=service, client=person, made_on=today, **form.facts()),
    )  # fmt: skip


def earlier(request: HttpRequest, person: Client) -> Cv | None:
    """The CV that a new one begins with; None for a fresh one."""
    asked = request.GET.get("from", "")
    found = (
        scope.about(person, Cv).filter(pk=int(asked))
        if asked.isascii() and asked.isdigit() and len(asked) < 19
        else None
    )
    return found.first() if found is not None else None


def reach(person: Client) -> str:
    """How the person can be reached, a line each."""
    return "\n".join(filter(None, [person.phone, person.email]))


def words_of(person: Client) -> dict[str, str]:
    """What the person said of themselves in the latest profile, by part."""
    latest = versions_of(person)[:1]
    found: dict[str, list[str]] = {}
    for one in entries_of(person, latest) if latest else []:
        if one.part in FOR_A_CV and one.source == Source.PERSON:
            found.setdefault(one.part, []).append(one.words)
    return {part: "\n".join(words) for part, words in found.items()}


def jobs_to_tell(person: Client) -> list[JobTold]:
    """Jobs of the record and of the time before, the latest first."""
    past = past_jobs_of(person)
    written = {one.job_id: one for one in past if one.job_id}
    jobs = scope.about(person, Job).select_related("employer").order_by("-started_on", "-pk")
    told = [told_of_job(one, written[one.pk].duties if one.pk in written else "") for one in jobs]
    return told + [JobTold(one.title, one.employer, years(one), one.duties) for one in past if not one.job_id]


def told_of_job(job: Job, duties: str) -> JobTold:
    """A job of the record, with what the person said they did there."""
    dates = f"{month(job.started_on)} to {month(job.ended_on)}" if job.ended_on else f"Since {month(job.started_on)}"
    return JobTold(job.title, job.employer.name if job.employer else "", dates, duties)


def jobs_of(person: Client, made: Cv) -> list[JobTold]:
    """The jobs that a CV tells of."""
    rows = scope.about(person, CvJob).filter(cv=made).order_by("position")
    return [JobTold(one.title, one.employer, one.dates, one.duties) for one in rows]


def cv(request: HttpRequest, service, cv: int) -> HttpResponse:
    """A CV that was made: its words, and the ways to take it along."""
    made = find(request, Cv, cv)
    person = made.client
    note_reading(request, person, "A CV")
    told = [(title, getattr(made, field)) for field, title in (*SECTIONS_BEFORE, *SECTIONS_AFTER)]
    more = {
        "person": person, "cv": made, "made_on": day(made.made_on), "jobs": jobs_of(person, made),
        "told": [(title, words) for title, words in (("Contact", made.reach), *told) if words],
        "may_change": may_for(request, person, RECORD), "back": address_of(person), "recorded": recorded(request),
    }  # fmt: skip
    return render(request, "cvs/cv.html", more)


def cv_file(request: HttpRequest, service, cv: int) -> HttpResponse:
    """The CV as a file: Word to edit, or PDF; `?large=yes` in large print."""
    made = find(request, Cv, cv)
    person = made.client
    rows = scope.about(person, CvJob).filter(cv=made).order_by("position")
    name = f"{person.given_name} {person.family_name}" if not person.preferred_name else person.known_as
    paper = cv_document(made, rows, name=name, country=service.country)
    form = request.GET.get("form", "word")
    return hand_out(request, person, paper, form=form, large=is_large(request), name=f"CV {name}")


PAGES = [
    Page("s/<int:service>/clients/<int:client>/cv/new/", new_cv, "cv_new", RECORD),
    Page("s/<int:service>/cvs/<int:cv>/", cv, "cv", SEE_NOTES),
    Page("s/<int:service>/cvs/<int:cv>/file/", cv_file, "cv_file", SEE_NOTES),
]
