"""Meetings, contacts with partners and statements, in words."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse

from placewell.records.models import Attestation, Meeting, PartnerContact
from placewell.scales import Component, Item, Scale
from placewell.web.presenters.sheet import Cell, Link, Part, Row, Sheet, Table, row
from placewell.web.presenters.wording import day, listed, sentence

QUESTIONS = {
    "minutes": "Minutes",
    "people_discussed": "People talked about",
    "not_yet_referred_raised": "People not yet referred who were talked about",
    "decisions": "Decisions made",
    "executive_present": "An executive was there",
    "barriers_raised": "Barriers raised",
    "goals_set": "Goals were set",
}


def held_cell(meeting: Meeting) -> Cell:
    return Cell("Held", tag="green") if meeting.held else Cell("Missed", tag="orange")


def meetings_sheet(
    service, meetings: Sequence[Meeting], came: Mapping[int, list[str]], *, earlier: str, partner: str
) -> Sheet:
    """The latest meetings, and the way to contacts with partners."""
    at = [service.pk]
    rows = [
        [
            Cell(day(one.scheduled_on), reverse("meeting", args=[*at, one.pk]), one.get_kind_display()),
            Cell(one.get_kind_display()),
            Cell(one.team.name if one.team else "–"),
            held_cell(one),
            Cell(listed(came.get(one.pk, [])) or "–"),
        ]
        for one in meetings
    ]
    heads = ["Day", "Kind", "Clinical team", "Held", "Who came"]
    said = "" if rows else "No meeting is noted here."
    links = [Link("Earlier meetings", earlier)] if earlier else []
    return Sheet(
        heading="Meetings",
        back=Link("Home", "/"),
        buttons=[
            Link("Note a meeting", reverse("meeting_choose", args=at)),
            Link(f"Contacts with {partner}", reverse("partner_contacts", args=at)),
        ],
        parts=[Part(text=said, table=Table("Meetings, the latest first", heads, rows) if rows else None, links=links)],
    )


def meeting_sheet(meeting: Meeting, came: Sequence[str]) -> Sheet:
    """One meeting."""
    at = [meeting.service_id, meeting.pk]
    rows = [row("Day", day(meeting.scheduled_on)), row("Held", "Yes" if meeting.held else "No, it was missed")]
    if meeting.team:
        rows.append(row("Clinical team", meeting.team.name))
    rows += [Row(words, [answer(getattr(meeting, name))]) for name, words in QUESTIONS.items() if told(meeting, name)]
    if meeting.held:
        rows.append(Row("Who came", [listed(came) or "Nobody of the staff is noted"]))
    return Sheet(
        heading=meeting.get_kind_display(),
        back=Link("Meetings", reverse("meetings", args=at[:1])),
        buttons=[
            Link("Correct", reverse("meeting_correct", args=at)),
            Link("Withdraw", reverse("meeting_withdraw", args=at)),
        ],
        parts=[Part(rows=rows)],
    )


def told(meeting: Meeting, name: str) -> bool:
    return getattr(meeting, name) is not None


def answer(value) -> str:
    """Yes, No or a number."""
    return {True: "Yes", False: "No"}[value] if isinstance(value, bool) else f"{value:,}"


def partner_sheet(service, contacts: Sequence[PartnerContact], names: Mapping[int, str], *, partner: str) -> Sheet:
    """The latest contacts with partners. `names`: episode → the person, where they are in reach."""
    at = [service.pk]
    rows = [
        [
            Cell(day(one.made_on)),
            Cell(one.staff.full_name),
            Cell(one.get_mode_display()),
            Cell("Nobody in particular" if one.episode_id is None else names.get(one.episode_id, "A person")),
        ]
        for one in contacts
    ]
    table = Table("Contacts, the latest first", ["Day", "Who", "How", "About"], rows)
    return Sheet(
        heading=f"Contacts with {partner}",
        back=Link("Meetings", reverse("meetings", args=at)),
        buttons=[Link("Note a contact", reverse("partner_contact_note", args=at))],
        parts=[Part(table=table) if rows else Part(text="No contact is noted yet.")],
    )


def statements_sheet(service, scale: Scale, latest: Mapping[tuple[int, str], Attestation], *, today: date) -> Sheet:
    """Each component that somebody has to state, with what was stated last."""
    parts = [_item(service, item, latest, today) for item in scale.items if item.rated == "in_part"]
    return Sheet(
        heading="Evidence for fidelity",
        back=Link("Home", "/"),
        lead="The record answers most of the scale by itself. These parts need somebody who has looked: say whether each "
        "is met, and how you know.",
        parts=parts,
    )


def _item(service, item: Item, latest: Mapping[tuple[int, str], Attestation], today: date) -> Part:
    rows = [_component(service, item, one, latest.get((item.number, one.key)), today) for one in item.components]
    return Part(f"{item.number}. {item.name}", rows=rows)


def _component(service, item: Item, component: Component, stated: Attestation | None, today: date) -> Row:
    if component.is_from_record:
        return Row(f"{component.key}) {component.says}", ["Worked out from the record"])
    at = [service.pk, item.number, component.key]
    about = f"component {component.key} of item {item.number}"
    links = [Link("State", reverse("statement", args=at), about)]
    if stated is None:
        return Row(f"{component.key}) {component.says}", ["Not stated"], links)
    links.append(Link("Withdraw", reverse("statement_withdraw", args=[service.pk, stated.pk]), about))
    return Row(f"{component.key}) {component.says}", statement_lines(stated, today), links)


def statement_lines(stated: Attestation, today: date) -> list[str]:
    """What was stated, on what evidence, how long it holds, and by whom."""
    known = stated.recorded_by is not None and not stated.recorded_by.is_built_in
    by = f" by {stated.recorded_by}" if known else ""
    lines = [f"{'Met' if stated.met else 'Not met'}, as of {day(stated.stated_on)}{by}"]
    if stated.valid_until:
        over = stated.valid_until < today
        lines.append(
            f"{'Was good until' if over else 'Good until'} {day(stated.valid_until)}{': state it again' if over else ''}"
        )
    lines.append(
        f"{sentence(stated.get_source_display())}: {stated.statement}"
        if stated.statement
        else stated.get_source_display()
    )
    return lines
