"""A person's page, ready to print."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.records.models import Client, Service
from placewell.records.plans import DisclosureChoice, PlanKind
from placewell.records.stages import courses, speaks, standing_of
from placewell.records.standards import standards_of
from placewell.rules.disclosure import Talk, may_speak_about
from placewell.rules.finding import Verdict
from placewell.rules.nhs_number import spaced
from placewell.rules.occupations import title_of
from placewell.web.presenters.clients.doing import Doing, Group, Situation, first_doings, groups, runs
from placewell.web.presenters.clients.due import DueLine, due_lines
from placewell.web.presenters.clients.listing import COLOURS, STAGES
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.timeline.saying import hours_and_pay, hours_wanted, label
from placewell.web.presenters.wording import day, sentence

DAYS_A_WEEK = 7


@dataclass(frozen=True)
class Job:
    """A job as a line: `to_do` are links to what can be done with it."""

    title: str
    employer: str
    terms: str
    dates: str
    runs: bool


@dataclass(frozen=True)
class Plan:
    """A plan in force, and what can be done with it."""

    title: str
    said: str
    doings: list[Doing]


@dataclass(frozen=True)
class PersonPage:
    """All that stands above the timeline."""

    person: Client
    stage: str
    colour: str
    because: str
    details: list[tuple[str, str]]
    due: list[DueLine]
    wishes: list[str]
    disclosure: str
    is_locked: bool
    jobs: list[Job]
    plans: list[Plan]
    first: list[Doing]
    groups: list[Group]


def person_page(
    person: Client, rows: list[Row], *, service: Service, today: date, allowed: frozenset[Permission]
) -> PersonPage:
    """Everything a worker wants to know at a glance, from the person's whole record."""
    episodes, referrals = courses([person.pk], today)
    mine, asked = episodes[person.pk], referrals[person.pk]
    standing = standing_of(mine, asked, today)
    referral = asked[0] if asked and speaks(asked[0], mine, today) else None
    now = Situation(person, mine[0] if mine else None, referral, rows, today, allowed)
    current = now.episode if now.is_open else None
    standards, holidays = standards_of(service, today), service.public_holidays(today)
    talk = may_speak_about(talks=talks(rows), on=today)
    return PersonPage(
        person=person,
        stage=STAGES[standing.stage] if standing else "Not referred",
        colour=COLOURS.get(standing.stage, "grey") if standing else "grey",
        because=sentence(standing.because) if standing else "",
        details=details(person, now, today),
        due=due_lines(
            referral=referral, episode=current, rows=rows, standards=standards, today=today, holidays=holidays
        ),
        wishes=wishes(rows, current, today),
        disclosure=disclosure(rows, talk),
        is_locked=talk.verdict == Verdict.NOT_MET,
        jobs=[job(row, today) for row in rows if row.kind == "job" and row.stands],
        plans=plans(now) if current else [],
        first=first_doings(now),
        groups=groups(now),
    )


def details(person: Client, now: Situation, today: date) -> list[tuple[str, str]]:
    """Who the person is, who supports them and how to reach them; what is not recorded is left out."""
    full = f"{person.given_name} {person.family_name}"
    told = [
        ("Full name", full if person.preferred_name else ""),
        ("Date of birth", born(person.date_of_birth, today)),
        ("NHS number", spaced(number=person.nhs_number)),
        ("Key worker", key_worker(now)),
        ("Cover", cover(now)),
        ("Clinical team", team(now)),
        ("Phone", person.phone),
        ("Email", person.email),
        ("Postcode", person.postcode),
        ("Language", language(person)),
    ]
    return [(name, words) for name, words in told if words]


def born(birth: date | None, today: date) -> str:
    """31 March 1980 (46 years old)."""
    if birth is None:
        return "Not recorded"
    years = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    return f"{day(birth)} ({years} years old)"


def language(person: Client) -> str:
    """Which language, and whether an interpreter is needed."""
    needed = {True: "an interpreter is needed", False: "no interpreter needed", None: ""}[person.interpreter_needed]
    return sentence(", ".join(part for part in (person.language, needed) if part))


def key_worker(now: Situation) -> str:
    if not now.is_open:
        return ""
    return now.episode.key_worker or "Nobody"


def team(now: Situation) -> str:
    """The clinical team at entry, or of the referral."""
    found = now.referral.team if now.referral else now.episode.team if now.episode else None
    return found.name if found else "None"


def cover(now: Situation) -> str:
    """Who stands in today."""
    for row in now.rows:
        if row.kind == "held" and row.stands and row.facts["kind"] == "cover" and row.day <= now.today:
            until = row.date("ended_on")
            if until is None or until > now.today:
                return row.facts["staff__full_name"] + (f", until {day(until)}" if until else "")
    return ""


def wishes(rows: list[Row], episode, today: date) -> list[str]:
    """What kinds of work are wanted just now."""
    own = str(episode.pk) if episode else ""
    in_force = [
        row
        for row in rows
        if row.kind == "preference" and row.stands and row.facts["episode"] == own and not superseded(row, today)
    ]
    return [
        ", ".join(filter(None, (title_of(group=row.facts["occupation_group"]), hours_wanted(row)))) for row in in_force
    ]


def superseded(row: Row, today: date) -> bool:
    ended = row.date("superseded_on")
    return ended is not None and ended <= today


def talks(rows: list[Row]) -> list[Talk]:
    """Talks about what to tell employers."""
    standing = (row for row in rows if row.kind == "disclosure" and row.stands)
    return [
        Talk(row.day, bool(row.yes("specialist_may_contact_employers")), row.facts["choice"])
        for row in reversed(list(standing))
    ]


def disclosure(rows: list[Row], talk) -> str:
    """What may be said to employers, in a sentence."""
    last = next((row for row in rows if row.kind == "disclosure" and row.stands), None)
    if last is None:
        return "Not talked about yet: employers may not hear about the person from us"
    choice = label(DisclosureChoice, last.facts["choice"])
    may = "We may contact employers" if talk.verdict == Verdict.MET else "We may not contact employers"
    return f"{choice}. {may} ({day(last.day)})"


def job(row: Row, today: date) -> Job:
    """One job; how long it lasted in whole weeks."""
    ended = row.date("ended_on")
    going = runs(row, today)
    last = today if going else ended
    weeks = max(0, (last - row.day).days // DAYS_A_WEEK)
    lasted = f"{weeks} week" if weeks == 1 else f"{weeks} weeks"
    return Job(
        title=row.facts["title"],
        employer=row.facts["employer__name"] or "Self-employed",
        terms=hours_and_pay(row, "currency"),
        dates=f"Since {day(row.day)}, {lasted}" if going else f"{day(row.day)} to {day(ended)}, {lasted}",
        runs=going,
    )


def plans(now: Situation) -> list[Plan]:
    """The latest plan of each kind in this stretch of support."""
    latest = {}
    for row in now.rows:
        if row.kind == "plan" and row.stands and row.facts["episode"] == str(now.episode.pk):
            latest.setdefault(row.facts["kind"], row)
    return [plan(row, now) for row in latest.values()]


def plan(row: Row, now: Situation) -> Plan:
    """When a plan was agreed, reviewed and shared."""
    reviewed, shared = row.date("reviewed_on"), row.date("shared_with_team_on")
    said = [f"Agreed on {day(row.day)}"]
    said += [f"reviewed on {day(reviewed)}"] if reviewed else []
    said += [f"shared with the clinical team on {day(shared)}" if shared else "not shared with the clinical team yet"]
    doings = []
    if Permission.RECORD_SUPPORT in now.allowed:
        address = reverse("plan_review", args=[now.person.service_id, row.pk])
        doings.append(Doing("Record a review", address))
        if not shared:
            doings.append(
                Doing("Record that it was shared", reverse("plan_share", args=[now.person.service_id, row.pk]))
            )
    return Plan(label(PlanKind, row.facts["kind"]), ", ".join(said), doings)
