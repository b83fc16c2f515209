"""Where people stand on the way to work, asked of the database for many people at once.

The rule itself is `placewell.rules.stages`; here are the facts that it needs, and the same rule
as conditions, so that a long list can be narrowed to one stage (held equal by test).

A person's latest referral speaks when every episode begun by then had ended before it; else the
latest episode speaks. So somebody who comes back is "referred" again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from placewell.records.contact_words import Attendance
from placewell.records.models import (
    Allocation,
    Contact,
    EmployerContact,
    Episode,
    Job,
    Plan,
    Referral,
    VocationalProfile,
)
from placewell.records.plans import PlanKind
from placewell.records.support import AllocationKind
from placewell.records.worded import Worded
from placewell.rules.stages import Facts, Stage, Standing, stage_of


def of_episode(model, today: date, happened: str) -> QuerySet:
    """Rows of the episode outside that stand and have happened."""
    return model.objects.standing().filter(**{"episode": OuterRef("pk"), f"{happened}__lte": today}).order_by(happened)


def running(jobs: QuerySet, today: date) -> QuerySet:
    """Jobs that have not ended."""
    return jobs.filter(Q(ended_on=None) | Q(ended_on__gt=today))


def beginnings_of_search(today: date) -> dict[str, QuerySet]:
    """What begins the search for work: a profile, a search plan or an employer contact about the person."""
    plans = of_episode(Plan, today, "agreed_on").filter(kind=PlanKind.JOB_SEARCH_PLAN)
    return {
        "profile_on": of_episode(VocationalProfile, today, "written_on").values("written_on"),
        "search_plan_on": plans.values("agreed_on"),
        "employer_contact_on": of_episode(EmployerContact, today, "made_on").values("made_on"),
    }


def with_course(episodes: QuerySet, today: date) -> QuerySet:
    """Episodes with the dates of their course, the key worker's name and the last contact attended."""
    jobs = of_episode(Job, today, "started_on")
    held = Allocation.objects.standing().filter(episode=OuterRef("pk"), kind=AllocationKind.KEY_WORKER).covering(today)
    seen = of_episode(Contact, today, "began_on").filter(attendance=Attendance.ATTENDED)
    return episodes.annotate(
        in_work_since=Subquery(running(jobs, today).values("started_on")[:1]),
        last_job_ended_on=Subquery(jobs.filter(ended_on__lte=today).order_by("-ended_on").values("ended_on")[:1]),
        key_worker=Subquery(held.values("staff__full_name")[:1]),
        key_worker_id=Subquery(held.values("staff")[:1]),
        last_contact_on=Subquery(seen.order_by("-began_on").values("began_on")[:1]),
        **{name: Subquery(found[:1]) for name, found in beginnings_of_search(today).items()},
    )


def courses(clients: Collection[int], today: date) -> tuple[dict[int, list[Episode]], dict[int, list[Referral]]]:
    """Episodes with their course, and referrals, of these people, each by person, the latest first."""
    asked = {"clients": tuple(clients), "today": today}
    return by_person(entered_by(**asked)), by_person(received_from(**asked))


@Worded
def entered_by(clients, today):
    """Episodes of these people with their course, the latest first."""
    entered = Episode.objects.standing().filter(client__in=clients, entered_on__lte=today).select_related("team")
    return with_course(entered, today).order_by("-entered_on", "-pk")


@Worded
def received_from(clients, today):
    """Referrals of these people, the latest first."""
    received = Referral.objects.standing().filter(client__in=clients, received_on__lte=today)
    return received.select_related("team").order_by("-received_on", "-pk")


def by_person(rows: Iterable) -> dict[int, list]:
    """Rows by the person they are about, in the order in which they come."""
    found = defaultdict(list)
    for row in rows:
        found[row.client_id].append(row)
    return found


def speaks(referral: Referral, episodes: Iterable[Episode], today: date) -> bool:
    """Whether a referral came after all support: it opens the way anew."""
    return all(
        episode.referral_id != referral.pk and _over(episode, today) and episode.ended_on <= referral.received_on
        for episode in episodes
    )


def _over(episode: Episode, today: date) -> bool:
    return episode.ended_on is not None and episode.ended_on <= today


def standing_of(episodes: list[Episode], referrals: list[Referral], today: date) -> Standing | None:
    """The stage of a person from `courses`, latest first; None without referral and episode."""
    referral = referrals[0] if referrals else None
    if referral is not None and speaks(referral, episodes, today):
        return stage_of(facts=facts_of_referral(referral), today=today)
    if not episodes:
        return None
    return stage_of(facts=facts_of_episode(episodes[0]), today=today)


def facts_of_referral(referral: Referral) -> Facts:
    """What a stage is worked out from while there is no support."""
    return Facts(
        received_on=referral.received_on,
        # A decision without its day is taken to have been made when the referral came.
        decided_on=(referral.decided_on or referral.received_on) if referral.decision else None,
        is_accepted=referral.decision == "accepted",
    )


def facts_of_episode(episode: Episode) -> Facts:
    """What a stage is worked out from in support; the episode comes from `with_course`."""
    begun = [day for name in ("profile_on", "search_plan_on", "employer_contact_on") if (day := getattr(episode, name))]
    return Facts(
        entered_on=episode.entered_on,
        search_began_on=min(begun, default=None),
        in_work_since=episode.in_work_since,
        last_job_ended_on=episode.last_job_ended_on,
        stepped_down_on=episode.stepped_down_on,
        ended_on=episode.ended_on,
    )


def in_stage(clients: QuerySet, stage: Stage, today: date) -> QuerySet:
    """Those of the people who stand in a stage: the rule as conditions of the database."""
    if stage in (Stage.REFERRED, Stage.WAITING_TO_START, Stage.NOT_TAKEN_UP):
        return clients.filter(pk__in=speaking(today).filter(_decided(stage, today)).values("client"))
    last = _latest(today).filter(_in_support(stage, today)).values("client")
    found = clients.filter(pk__in=last)
    return found.exclude(pk__in=speaking(today).values("client")) if stage == Stage.CLOSED else found


def _later(model, date_field: str, today: date) -> Exists:
    """Whether the person has a later row of the same kind."""
    same = model.objects.standing().filter(**{"client": OuterRef("client"), f"{date_field}__lte": today})
    after = Q(**{f"{date_field}__gt": OuterRef(date_field)}) | Q(
        **{date_field: OuterRef(date_field), "pk__gt": OuterRef("pk")}
    )
    return Exists(same.filter(after))


def _latest(today: date) -> QuerySet:
    return Episode.objects.standing().filter(~_later(Episode, "entered_on", today), entered_on__lte=today)


def speaking(today: date) -> QuerySet:
    """Referrals that opened the way anew: each person's latest, after all support."""
    entered = Episode.objects.standing().filter(client=OuterRef("client"), entered_on__lte=today)
    going_on = Q(ended_on=None) | Q(ended_on__gt=today) | Q(ended_on__gt=OuterRef("received_on"))
    silenced = entered.filter(going_on | Q(referral=OuterRef("pk")))
    referrals = Referral.objects.standing().filter(received_on__lte=today)
    return referrals.filter(~_later(Referral, "received_on", today), ~Exists(silenced))


def _decided(stage: Stage, today: date) -> Q:
    decided = ~Q(decision="") & (Q(decided_on=None) | Q(decided_on__lte=today))
    if stage == Stage.REFERRED:
        return ~decided
    return decided & (Q(decision="accepted") if stage == Stage.WAITING_TO_START else ~Q(decision="accepted"))


def _in_support(stage: Stage, today: date) -> Q:
    over = Q(ended_on__isnull=False, ended_on__lte=today)
    down = Q(stepped_down_on__isnull=False, stepped_down_on__lte=today)
    jobs = of_episode(Job, today, "started_on")
    works = Exists(running(jobs, today))
    searches = Exists(jobs.filter(ended_on__lte=today))
    for found in beginnings_of_search(today).values():
        searches = searches | Exists(found)
    return {
        Stage.CLOSED: over,
        Stage.STEPPED_DOWN: ~over & down,
        Stage.IN_WORK: ~over & ~down & Q(works),
        Stage.SEARCHING: ~over & ~down & ~Q(works) & Q(searches),
        Stage.ENGAGEMENT: ~over & ~down & ~Q(works) & ~Q(searches),
    }[stage]


__all__ = ["courses", "in_stage", "speaking", "speaks", "standing_of", "with_course"]
