"""The sections of a handover, in the order in which somebody new reads them.

Each says what is recorded, or plainly that nothing is: an empty box would be taken for "nothing to do".
"""

from collections.abc import Callable
from dataclasses import dataclass

from placewell.documents.paper import Block, Bullets, Facts, Text
from placewell.records.application_courses import Told
from placewell.records.contact_words import Mode
from placewell.records.models import Appointment, Step
from placewell.records.steps import StepBy
from placewell.rules.in_work_support import Side
from placewell.web.presenters.applications.words import STATES, how_sent, interview, what, when
from placewell.web.presenters.handover.facts import Handing
from placewell.web.presenters.timeline.saying import SAYING
from placewell.web.presenters.wording import day, sentence

LAST_CONTACTS, LAST_EMPLOYERS = 5, 3
SIDES = {Side.PERSON: "the person", Side.EMPLOYER: "the employer"}
REACHED_BY = ("Full name", "Phone", "Email", "Postcode", "Language", "Date of birth")


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


def stands(now: Handing) -> Section:
    """Where the person stands, and who supports them."""
    details = dict(now.page.details)
    told = [("Stage", f"{now.page.stage}. {now.page.because}".removesuffix(". "))]
    told += [(asked, details[asked]) for asked in ("Key worker", "Cover", "Clinical team") if asked in details]
    return Section("Where things stand", (Facts(told),))


def reached(now: Handing) -> Section:
    """How the person is reached."""
    details = dict(now.page.details)
    told = [(asked, details[asked]) for asked in REACHED_BY if asked in details]
    if not {"Phone", "Email"} & set(details):
        told.append(("Phone and email", "Not recorded"))
    told += now.wishes or [("How they want to be reached", "Not asked yet")]
    return Section("How to reach them", (Facts(told),))


def comes_next(now: Handing) -> Section:
    """What is booked, and the steps that are open."""
    booked = [meeting(one) for one in now.meetings]
    steps = [step(one, now) for one in now.steps]
    return Section(
        "What comes next",
        (
            Bullets([f"Booked: {words}" for words in booked] + steps)
            if booked or steps
            else Text("Nothing is booked and no step is open. Agree the next one when you first speak."),
        ),
    )


def meeting(one: Appointment) -> str:
    """12 December 2026 at 10:30, face to face, Library: try the bus, with Ana Silva."""
    at = f" at {one.begins_time:%H:%M}" if one.begins_time else ""
    mode = str(Mode(one.mode).label)
    where = [f"{day(one.begins_on)}{at}", f"{mode[:1].lower()}{mode[1:]}", one.place]
    whom = [one.purpose, one.employer.name if one.employer else "", f"with {one.staff.full_name}"]
    return f"{', '.join(filter(None, where))}: {', '.join(filter(None, whom))}"


def step(one: Step, now: Handing) -> str:
    """Ring the bakery, by 1 December 2026: the employment specialist."""
    late = one.due_on is not None and one.due_on < now.today
    by = f", by {day(one.due_on)}{' (late)' if late else ''}" if one.due_on else ""
    who = one.named or (one.staff.full_name if one.staff else lower(str(StepBy(one.by_whom).label)))
    with_whom = f" with {one.employer.name}" if one.employer else ""
    return f"{sentence(one.what)}{with_whom}{by}: {who}"


def due(now: Handing) -> Section:
    """What the standards ask for next, the late first."""
    if not now.page.due:
        return Section("What is due", (Text("Nothing is due."),))
    lines = sorted(now.page.due, key=lambda line: not line.is_late)
    return Section(
        "What is due", (Bullets(f"{'Late: ' if line.is_late else ''}{line.words} ({line.source})" for line in lines),)
    )


def employers(now: Handing) -> Section:
    """What employers may hear, from whom, and with which of them there was contact lately."""
    told = now.employers
    terms = [("May be said", told.words), ("Must not be said", told.must_not_say), ("Who tells", told.who_tells)]
    blocks: list[Block] = [Text(("Locked. " if told.is_locked else "") + told.now)]
    if answered := [(asked, words) for asked, words in terms if words]:
        blocks.append(Facts(answered))
    named = [
        f"{one.name}: {'yes' if one.may else 'no'}. {one.because}{f'. “{one.words}”' if one.words else ''}"
        for one in told.employers
    ]
    lately = [of_row(row, now) for row in now.standing("employer_contact")[:LAST_EMPLOYERS]]
    if named or lately:
        blocks.append(Bullets(named + lately))
    return Section("What employers may hear", tuple(blocks))


def concerns(now: Handing) -> Section | None:
    """Concerns that are open; nothing when there are none."""
    found = [row for row in now.standing("concern") if not row.facts["closed_on"]]
    if not found:
        return None
    told = ((day(row.day), of_row(row, now, row.facts["note"] if now.notes else "")) for row in found)
    return Section("Open concerns", (Facts(told),))


def own_words(now: Handing) -> Section:
    """What the person said in their plans: what they want, the early signs, what helps."""
    if not now.own_words:
        return Section("In their own words", (Text("No plan in force has the person’s words yet."),))
    return Section("In their own words", (Facts(now.own_words),))


def wants(now: Handing) -> Section:
    """What work the person wants."""
    if not now.page.wishes:
        return Section("The work they want", (Text("Not recorded."),))
    return Section("The work they want", (Bullets(now.page.wishes),))


def work(now: Handing) -> Section:
    """Jobs that run, with the support that comes next; the last one, when none does."""
    running = [job for job in now.page.jobs if job.runs] or now.page.jobs[:1]
    if not running:
        return Section("Jobs", (Text("No job is recorded."),))
    lines = [", ".join(filter(None, (job.title, job.employer, job.terms, lower(job.dates)))) for job in running]
    for one in now.support:
        for side, whom in SIDES.items():
            planned = one.next_due(side)
            if planned is not None:
                lines.append(f"In-work support of {whom}, {one.job.title}: by {day(planned.last_on)} ({planned.name})")
    return Section("Jobs and in-work support", (Bullets(lines),))


def applications(now: Handing) -> Section | None:
    """Applications that are open, with the interviews booked and how they are prepared; nothing when there are none."""
    if not now.applications:
        return None
    return Section("Applications and interviews", (Facts((what(one.application), applied(one, now)) for one in now.applications),))


def applied(one: Told, now: Handing) -> str:
    """Where an application stands, and what comes next of it."""
    stands = one.stands(now.today)
    lines = [f"{STATES[stands.state][0]}: {stands.because}", f"{how_sent(one.application)}, {day(one.application.applied_on)}"]
    for each in one.interviews:
        if not each.came_of and each.held_on >= now.today:
            lines.append(f"{when(each)}: {interview(each)}")
            lines += [f"Prepared: {each.preparation}"] if now.notes and each.preparation else []
    return "\n".join(lines)


def plans(now: Handing) -> Section:
    """Plans in force."""
    if not now.page.plans:
        return Section("Plans", (Text("No plan is recorded."),))
    return Section("Plans", (Facts((plan.title, plan.said) for plan in now.page.plans),))


def contacts(now: Handing) -> Section:
    """The last contacts, with what was written where the reader may see it."""
    last = now.standing("contact")[:LAST_CONTACTS]
    if not last:
        return Section("Last contacts", (Text("No contact is recorded."),))
    told = []
    for row in last:
        note = row.facts["note"] if now.notes else ""
        told.append((f"{day(row.day)}, {row.clock}" if row.clock else day(row.day), of_row(row, now, note)))
    return Section("Last contacts", (Facts(told),))


def of_row(row, now: Handing, note: str | None = None) -> str:
    """An entry of the record on one line, and above it what was written: the person's words come first."""
    heading, lines = SAYING[row.kind](row, now.country)
    told = ". ".join(filter(None, (heading, *lines)))
    if note is None:
        return f"{day(row.day)}: {told}"
    return f"{note}\n{told}" if note else told


def lower(words: str) -> str:
    """As it stands inside a sentence."""
    return words[:1].lower() + words[1:]


SECTIONS: list[Callable[[Handing], Section | None]] = [
    stands,
    reached,
    own_words,
    comes_next,
    due,
    concerns,
    employers,
    wants,
    applications,
    work,
    plans,
    contacts,
]
