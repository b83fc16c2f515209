"""What is due for a person, by the standards that apply, each with its source.

The documents disagree, so no number is built in: what the service has chosen holds. Where it has
chosen none and the documents of its own country agree on one, that is shown, with its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from placewell.records.models import ChosenStandard, Episode, Referral
from placewell.rules import pathway
from placewell.rules.deadlines import Due, Standard
from placewell.rules.finding import Verdict
from placewell.scales.local_standards import local_standards
from placewell.web.presenters.timeline import Row
from placewell.web.presenters.wording import sentence

ABROAD = "New Zealand"
FACE_TO_FACE = "face_to_face"


@dataclass(frozen=True)
class DueLine:
    """One thing due: whether its day has passed, in words, and which document asks for it."""

    words: str
    is_late: bool
    source: str


@dataclass(frozen=True)
class Standards:
    """What holds in a service of this country, that has chosen these standards (key → choice)."""

    country: str
    chosen: Mapping[str, ChosenStandard]

    def of(self, key: str) -> Standard | None:
        """What the service has chosen, else what its country's documents agree on, else None."""
        own = self.chosen.get(key)
        if own is not None and own.at_most is not None:
            return Standard(own.at_most, own.unit, own.source)
        return agreed_in(self.country, key)


def agreed_in(country: str, key: str) -> Standard | None:
    """The standard on which the documents of a country agree; None where they do not, or say none."""
    found = local_standards()[key]
    at_home = [one for one in found.choices if (ABROAD in one.source) == (country == "NZ")]
    blank = any((ABROAD in title) == (country == "NZ") for title in found.left_blank_by)
    values = {(one.at_most, one.unit) for one in at_home}
    if blank or len(values) != 1 or at_home[0].at_most is None:
        return None
    return Standard(at_home[0].at_most, at_home[0].unit, at_home[0].source)


def due_lines(
    *, referral: Referral | None, episode: Episode | None, rows: list[Row], standards: Standards, today: date
):
    """What is to come or late, the earliest first. `referral` is one that speaks, `episode` an open one."""
    dues = of_referral(referral, standards, today) if referral else []
    dues += of_episode(episode, rows, standards, today) if episode else []
    waiting = [due for due in dues if due.on and due.finding.verdict in (Verdict.NOT_DUE, Verdict.NOT_MET)]
    return [
        DueLine(sentence(due.finding.because), due.finding.verdict == Verdict.NOT_MET, due.standard or "")
        for due in sorted(waiting, key=lambda due: due.on)
    ]


def of_referral(referral: Referral, standards: Standards, today: date) -> list[Due]:
    """The clocks of a referral, as long as their thing has not been done."""
    asked = []
    if referral.acknowledged_on is None:
        asked.append(
            pathway.acknowledgement(
                received_on=referral.received_on, acknowledged_on=None, today=today,
                standard=standards.of("days_to_acknowledge"),
            )
        )  # fmt: skip
    if referral.first_contact_on is None:
        declined = referral.decided_on if referral.decision not in ("", "accepted") else None
        asked.append(
            pathway.first_contact(
                received_on=referral.received_on, first_contact_on=None, today=today, declined_on=declined,
                standard=standards.of("days_to_first_contact"),
            )
        )  # fmt: skip
    return asked


def of_episode(episode: Episode, rows: list[Row], standards: Standards, today: date) -> list[Due]:
    """The clocks of an open episode, as long as their thing has not been done."""
    began = {"entered_on": episode.entered_on, "today": today, "ended_on": episode.ended_on}
    asked = []
    if episode.profile_on is None:
        asked.append(pathway.first_profile(**began, written_on=None, standard=standards.of("days_to_first_profile")))
    if not any(met_employer(row, episode, today) for row in rows) and not episode.in_work_since:
        asked.append(
            pathway.first_employer_contact(
                **began, met_on=None, standard=standards.of("days_to_first_employer_contact")
            )
        )
    plan = latest_action_plan(episode, rows)
    if plan is not None:
        asked.append(
            pathway.plan_review(
                agreed_on=plan.day, reviewed_on=plan.date("reviewed_on"), today=today, ended_on=episode.ended_on,
                standard=standards.of("plan_review"),
            )
        )  # fmt: skip
    return asked


def met_employer(row: Row, episode: Episode, today: date) -> bool:
    """Whether a row is an employer contact, face to face, in this stretch of support."""
    return (
        row.kind == "employer_contact"
        and row.stands
        and row.facts["mode"] == FACE_TO_FACE
        and episode.entered_on <= row.day <= today
    )


def latest_action_plan(episode: Episode, rows: list[Row]) -> Row | None:
    """The action plan in force; rows come newest first."""
    own = str(episode.pk)
    plans = (row for row in rows if row.kind == "plan" and row.stands and row.facts["episode"] == own)
    return next((row for row in plans if row.facts["kind"] == "action_plan"), None)
