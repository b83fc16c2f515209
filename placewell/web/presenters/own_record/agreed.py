"""What was agreed with the person, said to them: plans, benefits advice, what employers may hear."""

from datetime import date

from placewell.records.plans import AdviserKind, DisclosureChoice, PlanKind
from placewell.rules.disclosure import may_speak_about
from placewell.rules.finding import Verdict
from placewell.web.presenters.clients.person import talks
from placewell.web.presenters.roles import specialist
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.timeline.saying import label
from placewell.web.presenters.wording import day

CHOSEN = {
    DisclosureChoice.TELL_NOBODY: "You chose to tell nobody.",
    DisclosureChoice.TELL_SOME: "You chose to tell some people.",
    DisclosureChoice.TELL_ALL: "You chose to tell everybody.",
    DisclosureChoice.UNDECIDED: "You have not decided yet what to tell.",
}
ADVISERS = {
    AdviserKind.TRAINED_ADVISER: "a trained adviser",
    AdviserKind.SPECIALIST_SERVICE: "a specialist benefits service",
}


def plans(rows: list[Row]) -> list[tuple[str, str]]:
    """Every plan and profile, newest first: what it is, and its days."""
    found = []
    for row in rows:
        if row.kind == "plan" and row.stands:
            found.append((label(PlanKind, row.facts["kind"]), days_of_plan(row)))
        if row.kind == "profile" and row.stands:
            found.append((f"Vocational profile, version {row.facts['number']}", f"Written on {day(row.day)}."))
    return found


def days_of_plan(row: Row) -> str:
    """When a plan was agreed, looked at again and shown to the clinical team."""
    reviewed, shared = row.date("reviewed_on"), row.date("shared_with_team_on")
    said = [f"Agreed on {day(row.day)}."]
    said += [f"Last looked at together on {day(reviewed)}."] if reviewed else ["Not looked at again yet."]
    said += [f"Shared with your clinical team on {day(shared)}."] if shared else []
    said += [f"For the job: {row.facts['job__title']}."] if row.facts["job__title"] else []
    return " ".join(said)


def advice(rows: list[Row], country: str) -> list[str]:
    """Each offer of benefits advice and what came of it, newest first."""
    return [advised(row, country) for row in rows if row.kind == "advice" and row.stands]


def advised(row: Row, country: str) -> str:
    """One offer of benefits advice."""
    held, adviser = row.date("held_on"), row.facts["adviser"]
    said = [f"Offered on {day(row.day)}."]
    if row.yes("declined"):
        said.append("You did not want it then. You can ask for it at any time.")
    elif held:
        by = ADVISERS.get(adviser, f"your {specialist(country)}" if adviser else "")
        said.append(f"Given on {day(held)}{f' by {by}' if by else ''}.")
    if row.yes("written_result"):
        said.append("You were given the sums in writing.")
    if row.facts["job__title"]:
        said.append(f"For the job: {row.facts['job__title']}.")
    return " ".join(said)


def employers_may_hear(rows: list[Row], today: date) -> list[str]:
    """What may be said to employers, by the latest talk about it, in sentences."""
    talk = may_speak_about(talks=talks(rows), on=today)
    if talk.verdict == Verdict.NOT_RECORDED:
        return ["We have not talked about this with you yet. Until we have, we say nothing about you to employers."]
    last = next(row for row in rows if row.kind == "disclosure" and row.stands and row.day <= today)
    may = "We may" if talk.verdict == Verdict.MET else "We may not"
    said = [
        f"We last talked about this on {day(last.day)}. {label_of(last)}",
        f"{may} speak about you with employers.",
        "We talked through what speaks for and against it." if last.yes("pros_and_cons") else "",
        "We agreed with you on the words to use." if last.yes("wording_agreed") else "",
    ]
    return [words for words in said if words]


def label_of(row: Row) -> str:
    """What the person chose."""
    return CHOSEN.get(row.facts["choice"], "")
