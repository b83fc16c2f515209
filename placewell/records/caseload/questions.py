"""The questions of a caseload, each in a wording that is kept."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from placewell.records.contact_words import Attendance, Mode
from placewell.records.employers import EmployerContactPurpose
from placewell.records.models import (
    Allocation,
    Application,
    Appointment,
    Contact,
    DisclosureDiscussion,
    EmployerContact,
    Episode,
    Interview,
    Job,
    Plan,
    Snooze,
    Step,
    VocationalProfile,
)
from placewell.records.plans import PlanKind
from placewell.records.stages import of_episode
from placewell.records.worded import Worded

# The paths by which an allocation leads to the fields of `facts.Held`, in their order.
PATHS = (
    "episode_id", "episode__client_id", "episode__client__given_name", "episode__client__preferred_name",
    "episode__client__family_name", "staff_id", "staff__full_name", "kind", "ended_on", "episode__team_id",
    "episode__team__name", "episode__entered_on", "episode__stepped_down_on", "episode__ended_on",
)  # fmt: skip


def rows_of_held(allocations: QuerySet, today: date) -> QuerySet:
    """These allocations as far as they hold today, in support that has begun and goes on, by name."""
    found = allocations.standing().covering(today)
    found = found.filter(
        Q(episode__ended_on=None) | Q(episode__ended_on__gt=today),
        episode__withdrawn_at=None, episode__entered_on__lte=today, episode__client__withdrawn_at=None,
    )  # fmt: skip
    order = ("episode__client__family_name", "episode__client__given_name", "episode_id", "kind")
    return found.order_by(*order).values_list(*PATHS)


def rows_of(model, episodes: Collection[int]) -> QuerySet:
    """Standing records of these episodes, in no order."""
    return model.objects.standing().filter(episode__in=episodes).order_by()


@Worded
def asked_holders(episodes, today):
    """Who holds and covers these episodes."""
    found = rows_of(Allocation, episodes).covering(today)
    return found.values_list("episode_id", "kind", "staff__full_name", "ended_on")


@Worded
def asked_jobs(episodes, today):
    """Jobs that have started."""
    return rows_of(Job, episodes).filter(started_on__lte=today).values_list("episode_id", "started_on", "ended_on")


@Worded
def asked_plans(episodes, today):
    """Action plans and job search plans, in the order in which they were agreed."""
    kinds = (PlanKind.ACTION_PLAN, PlanKind.JOB_SEARCH_PLAN)
    found = rows_of(Plan, episodes).filter(kind__in=kinds, agreed_on__lte=today).order_by("agreed_on", "pk")
    return found.values_list("episode_id", "kind", "agreed_on", "reviewed_on")


@Worded
def asked_profiles(episodes, today):
    """The first profile of each episode."""
    found = rows_of(VocationalProfile, episodes).filter(written_on__lte=today).values("episode_id")
    return found.annotate(first=Min("written_on")).values_list("episode_id", "first")


@Worded
def asked_employers(episodes, today):
    """Of the employer contacts about each person: the first, the first face to face, the latest presentation."""
    found = rows_of(EmployerContact, episodes).filter(made_on__lte=today).values("episode_id")
    told = found.annotate(
        first=Min("made_on"),
        met=Min("made_on", filter=Q(mode=Mode.FACE_TO_FACE)),
        put_forward=Max("made_on", filter=Q(purpose=EmployerContactPurpose.PRESENT_PERSON)),
    )
    return told.values_list("episode_id", "first", "met", "put_forward")


@Worded
def asked_last_contacts(episodes, today):
    """The latest contact attended of each episode and the latest try, found by their index and not among them all."""
    tried = of_episode(Contact, today, "began_on").order_by("-began_on")
    seen = tried.filter(attendance=Attendance.ATTENDED)
    last = (Subquery(found.values("began_on")[:1]) for found in (seen, tried))
    return Episode.objects.filter(pk__in=episodes).order_by().values_list("pk", *last)


@Worded
def asked_talks(clients, today):
    """Talks about what to tell employers, of whichever stretch of support: what was decided holds on."""
    found = DisclosureDiscussion.objects.standing().filter(episode__client__in=clients, held_on__lte=today)
    told = found.order_by("held_on", "recorded_at", "pk")
    return told.values_list("episode__client_id", "held_on", "specialist_may_contact_employers", "choice")


@Worded
def asked_put_off(clients, episodes, today):
    """Of whom something is put off just now: the person, or the episode of one of their steps."""
    about = Q(client__in=clients) | Q(step__episode__in=episodes)
    return Snooze.objects.in_force(today).filter(about).order_by().values_list("client_id", "step__episode_id")


@Worded
def asked_steps(episodes):
    """Open steps, those with the earliest day first."""
    found = Step.objects.open().filter(episode__in=episodes).order_by(F("due_on").asc(nulls_last=True), "pk")
    return found.values_list("episode_id", "what", "due_on")


@Worded
def asked_meetings(episodes, since):
    """Meetings booked that were not called off, from the day after `since` on."""
    found = rows_of(Appointment, episodes).filter(cancelled_because="", begins_on__gt=since)
    told = found.order_by("begins_on", "begins_time", "pk")
    return told.values_list("episode_id", "begins_on", "begins_time", "purpose", "employer_id")


@Worded
def asked_applications(episodes):
    """Applications with an interview, booked or held."""
    interviews = Interview.objects.standing().filter(application=OuterRef("pk"))
    found = rows_of(Application, episodes).filter(Exists(interviews))
    return found.select_related("episode").only("service", "title", "applied_on", "episode__ended_on")
