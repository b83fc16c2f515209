"""What each kind of entry says: a heading, and the lines under it."""

from collections.abc import Callable
from functools import cache

from placewell.records.clients import ReferralChannel, ReferralDecision, ReferralSource, WorkStatus
from placewell.records.concerns import ConcernKind
from placewell.records.contact_words import AttemptBy, Attendance, Mode, Participant, Phase, Place
from placewell.records.employers import EmployerContactPurpose
from placewell.records.jobs import Contract, JobEnd
from placewell.records.messages import MessageChannel, MessageKind
from placewell.records.plan_words import HowAgreed
from placewell.records.plans import AdvicePrompt, AdviserKind, DisclosureChoice, PlanKind
from placewell.records.support import AllocationKind, EpisodeEnd, Prompt
from placewell.rules.occupations import title_of
from placewell.rules.rounding import money
from placewell.web.presenters.country import partner, sign
from placewell.web.presenters.timeline import of_next
from placewell.web.presenters.timeline.of_applications import OF_APPLICATIONS
from placewell.web.presenters.timeline.of_leads import OF_LEADS
from placewell.web.presenters.timeline.of_work import OF_WORK
from placewell.web.presenters.timeline.reading import Row
from placewell.web.presenters.today.rules import TITLES
from placewell.web.presenters.wording import counted, day, listed, number, sentence

Said = tuple[str, list[str]]


def label(choices, value: str) -> str:
    """The words for a value; other words are shown as they came."""
    return _words(choices).get(value, value)


@cache
def _words(choices) -> dict[str, str]:
    """All words of a fixed list, by their values."""
    return {value: str(words) for value, words in choices.choices}


def lower(words: str) -> str:
    """As it stands inside a sentence."""
    return words[:1].lower() + words[1:]


def hours_and_pay(row: Row, currency: str) -> str:
    """20 hours a week, £12.60 an hour."""
    hours, pay = row.amount("hours_per_week"), row.amount("pay_per_hour")
    parts = [f"{number(hours)} hours a week"] if hours is not None else []
    parts += [f"{sign(row.facts[currency])}{money(pay)} an hour"] if pay is not None else []
    return ", ".join(parts)


def referral(row: Row, country: str) -> Said:
    source = label(ReferralSource, row.facts["source"])
    source = partner(country) if row.facts["source"] == "employment_service" else lower(source)
    channel = label(ReferralChannel, row.facts["channel"])
    return f"Referred by {source}", [row.facts["team__name"], f"By {lower(channel)}" if channel else ""]


def decided(row: Row, country: str) -> Said:
    decision = row.facts["decision"]
    if not decision:
        return "Referral decided", []
    return f"Referral: {lower(label(ReferralDecision, decision))}", []


def entered(row: Row, country: str) -> Said:
    return "Support began", [row.facts["team__name"], label(WorkStatus, row.facts["work_status_at_entry"])]


def ended(row: Row, country: str) -> Said:
    return "Support ended", [label(EpisodeEnd, row.facts["end_reason"])]


def held(row: Row, country: str) -> Said:
    who, until = row.facts["staff__full_name"], row.date("ended_on")
    kind = "Key worker" if row.facts["kind"] == AllocationKind.KEY_WORKER else "Cover"
    return f"{kind}: {who}", [f"Until {day(until)}" if until else ""]


def contact(row: Row, country: str) -> Said:
    facts = row.facts
    mode, attendance = label(Mode, facts["mode"]), facts["attendance"]
    happened = "" if attendance == Attendance.ATTENDED else f": {lower(label(Attendance, attendance))}"
    minutes = row.amount("minutes")
    took_part = [lower(participant(word, country)) for word in facts["with_whom"].split(";")]
    attempt = label(AttemptBy, facts["attempt_by"])
    return f"{mode} contact{happened}" if mode != "Face to face" else f"Face-to-face contact{happened}", [
        f"{label(Phase, facts['phase'])}, with {listed(took_part)}",
        label(Place, facts["place"]) if facts["place"] != "remote" else "",
        f"{counted(int(minutes), 'minute')}" if minutes else "",
        f"Outreach attempt by {lower(attempt)}" if attempt else "",
        facts["staff__full_name"],
    ]


def participant(word: str, country: str) -> str:
    """Who took part, with the country's word for the partner."""
    return partner(country) if word == Participant.PARTNER else label(Participant, word)


def with_partner(row: Row, country: str) -> Said:
    return f"Contact with {partner(country)}", [label(Mode, row.facts["mode"]), row.facts["staff__full_name"]]


def profile(row: Row, country: str) -> Said:
    sessions, sources = row.amount("sessions"), row.amount("sources")
    return f"Vocational profile, version {row.facts['number']}", [
        label(Prompt, row.facts["prompted_by"]),
        counted(int(sessions), "session") if sessions else "",
        counted(int(sources), "source") if sources else "",
    ]


def past_job(row: Row, country: str) -> Said:
    return f"Told of a past job: {row.facts['title']}", [row.facts["employer"]]


def preference(row: Row, country: str) -> Said:
    until = row.date("superseded_on")
    return f"Wants: {lower(title_of(group=row.facts['occupation_group']))}", [
        hours_wanted(row),
        f"Until {day(until)}" if until else "",
    ]


def hours_wanted(row: Row) -> str:
    """16 to 20 hours a week."""
    low, high = row.amount("hours_min"), row.amount("hours_max")
    if low is None and high is None:
        return ""
    if low is None or high is None:
        bound = f"at most {number(high)}" if low is None else f"at least {number(low)}"
        return f"{bound} hours a week"
    return f"{number(low)} hours a week" if low == high else f"{number(low)} to {number(high)} hours a week"


def plan(row: Row, country: str) -> Said:
    return f"{label(PlanKind, row.facts['kind'])} agreed", [row.facts["job__title"]]


def plan_confirmed(row: Row, country: str) -> Said:
    how = lower(label(HowAgreed, row.facts["how"]))
    kind = label(PlanKind, row.facts["plan__kind"])
    return f"{kind}: the person agreed to its words", [f"{row.facts['name']}, {how}", row.facts["plan__job__title"]]


def better_off(row: Row, country: str) -> Said:
    given = row.date("given_on")
    tool = f"{row.facts['tool']} {row.facts['tool_version']}".strip()
    return "Better-off sum worked out", [
        f"By {row.facts['adviser_name']}, with {tool}",
        f"Given to the person on {day(given)}" if given else "Not given to the person yet",
        row.facts["advice__job__title"],
    ]


def advice(row: Row, country: str) -> Said:
    on, adviser = row.date("held_on"), label(AdviserKind, row.facts["adviser"])
    return "Benefits advice " + ("declined" if row.yes("declined") else "given" if on else "offered"), [
        label(AdvicePrompt, row.facts["prompted_by"]),
        f"Held on {day(on)}" if on else "",
        f"By {lower(adviser)}" if adviser else "",
        "A written calculation was given" if row.yes("written_result") else "",
        row.facts["job__title"],
    ]


def disclosure(row: Row, country: str) -> Said:
    may = row.yes("specialist_may_contact_employers")
    return f"What to tell employers: {lower(label(DisclosureChoice, row.facts['choice']))}", [
        "We may contact employers" if may else "We may not contact employers",
        "For and against talked through" if row.yes("pros_and_cons") else "",
        "Words agreed" if row.yes("wording_agreed") else "",
    ]


def employer_contact(row: Row, country: str) -> Said:
    facts = row.facts
    group = facts["occupation_group"]
    return f"Employer contact: {facts['employer__name']}", [
        f"{label(Mode, facts['mode'])}, {lower(label(EmployerContactPurpose, facts['purpose']))}",
        "Met someone who can hire" if row.yes("hiring_authority") else "",
        f"About {lower(title_of(group=group))}" if group else "",
        "Made by the person" if row.yes("made_by_client") else facts["staff__full_name"],
    ]


def override(row: Row, country: str) -> Said:
    read = row.date("read_on")
    return f"Against the plan: contact with {row.facts['employer_contact__employer__name']}", [
        sentence(row.facts["locked_because"]),
        f"Made all the same: {row.facts['reason']}",
        f"Read by {row.facts['read_by']} on {day(read)}" if read else "Not read by a supervisor yet",
    ]


def message(row: Row, country: str) -> Said:
    facts = row.facts
    to = f" to {facts['employer__name']}" if facts["employer__name"] else ""
    return f"{label(MessageKind, facts['kind'])}{to}", [
        label(MessageChannel, facts["channel"]),
        "Not delivered" if facts["failed_because"] else "",
    ]


def job(row: Row, country: str) -> Said:
    return f"Job started: {row.facts['title']}", [
        row.facts["employer__name"] or "Self-employed",
        hours_and_pay(row, "currency"),
        label(Contract, row.facts["contract"]),
    ]


def job_ended(row: Row, country: str) -> Said:
    return f"Job ended: {row.facts['title']}", [row.facts["employer__name"], label(JobEnd, row.facts["end_reason"])]


def job_change(row: Row, country: str) -> Said:
    return f"Hours or pay changed: {row.facts['job__title']}", [hours_and_pay(row, "job__currency")]


def exit_words(row: Row, country: str) -> Said:
    asked, whom = row.date("team_consulted_on"), row.facts["handed_to"]
    return "How support ended", [
        f"Clinical team asked on {day(asked)}" if asked else "",
        f"Handed over to {whom}" if whom else "",
    ]


def concern(row: Row, country: str) -> Said:
    closed = row.date("closed_on")
    stands = f"Closed on {day(closed)}" if closed else "Open"
    return f"Concern: {lower(label(ConcernKind, row.facts['kind']))}", [stands, row.facts["staff__full_name"]]


def put_off(row: Row, country: str) -> Said:
    what = TITLES.get(row.facts["rule"], row.facts["rule"])
    return f"Put off: {what}", [f"Until {day(row.date('until_on'))}", row.facts["put_off_because"]]


def plain(words: str) -> Callable[[Row, str], Said]:
    """An entry that says the same of every row."""
    return lambda row, country: (words, [])


def of_plan(words: str) -> Callable[[Row, str], Said]:
    """A later date of a plan."""
    return lambda row, country: (f"{label(PlanKind, row.facts['kind'])} {words}", [row.facts["job__title"]])


SAYING: dict[str, Callable[[Row, str], Said]] = {
    "step": of_next.step,
    "step_done": of_next.step_done,
    "appointment": of_next.appointment,
    "referral": referral,
    "acknowledged": plain("Referral acknowledged"),
    "first_contact": plain("First contact after the referral"),
    "decided": decided,
    "entered": entered,
    "stepped_down": plain("Stepped down to the clinical team"),
    "exit": ended,
    "held": held,
    "contact": contact,
    "partner": with_partner,
    "profile": profile,
    "preference": preference,
    "past_job": past_job,
    "cv": lambda row, country: (f"CV made for {row.facts['aimed_at']}", []),
    "plan": plan,
    "plan_reviewed": of_plan("reviewed"),
    "plan_shared": of_plan("shared with the clinical team"),
    "plan_confirmed": plan_confirmed,
    "better_off": better_off,
    "advice": advice,
    "disclosure": disclosure,
    "employer_contact": employer_contact,
    "exit_words": exit_words,
    "concern": concern,
    "override": override,
    "message": message,
    "job": job,
    "job_ended": job_ended,
    "next_job_help": plain("Help towards the next job offered"),
    "job_change": job_change,
    **OF_WORK,
    **OF_APPLICATIONS,
    **OF_LEADS,
    "put_off": put_off,
}
