"""A week's log of employer contacts: what counts, beside what is asked for, and its stamps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from placewell.measures.figure import Unit
from placewell.records.contact_words import Mode
from placewell.records.models import EmployerContact, Staff, StaffWeek, WeekStamp
from placewell.records.week_stamps import StampKind
from placewell.rules.contact_logs import asked_of, beside_target
from placewell.web.presenters.sheet import Cell, Link, Part, Row, Sheet, Table
from placewell.web.presenters.timeline.saying import lower
from placewell.web.presenters.weeks import week_words
from placewell.web.presenters.wording import counted, day, number, sentence

NOT_WHOLE = "This week does not count for item 17: nobody was in post as a specialist on all seven days."


@dataclass(frozen=True)
class Target:
    """How many contacts a week are asked for of full time, and by what; None where nothing asks."""

    least: int | None
    source: str = ""

    def of(self, unit: Unit | None) -> int | None:
        """How many are asked for of the specialist whose week this is."""
        return None if self.least is None or unit is None else asked_of(least=self.least, fte=unit.denominator)

    def beside(self, unit: Unit | None) -> str:
        """“4 of 6, two to go”, counted as item 17 counts; '' for a week that it does not look at."""
        if unit is None:
            return ""
        # Of somebody who was away for half of the week or more nothing is asked.
        if unit.why == "away":
            return f"{number(unit.numerator)}, away for half the week or more"
        return beside_target(met=int(unit.numerator), asked=self.of(unit))


@dataclass(frozen=True)
class Log:
    """One week of one specialist: its unit of item 17, its contacts in reach, and what was recorded."""

    staff: Staff
    monday: date
    unit: Unit | None
    target: Target
    week: StaffWeek | None
    contacts: Sequence[EmployerContact]
    why_words: Mapping[str, str]
    stamps: Sequence[WeekStamp] = ()
    changed: int = 0
    is_own: bool = False

    @property
    def counting(self) -> list[EmployerContact]:
        """Those that item 17 counts."""
        return [one for one in self.contacts if not why_not(one)]

    @property
    def others(self) -> list[EmployerContact]:
        """Those that it does not count."""
        return [one for one in self.contacts if why_not(one)]

    @property
    def out_of_reach(self) -> int:
        """How many count that are about people whom the worker does not work with."""
        return max(0, int(self.unit.numerator) - len(self.counting)) if self.unit else 0


def why_not(contact: EmployerContact) -> str:
    """Why item 17 does not count a contact; '' for one that it does."""
    if contact.made_by_client:
        return "The person made it themselves"
    if contact.mode != Mode.FACE_TO_FACE:
        return f"{contact.get_mode_display()}: only contacts face to face count"
    return ""


def log_sheet(service, log: Log, *, back: str, buttons: Sequence[Link]) -> Sheet:
    """The page of a week's log."""
    name = "Your log" if log.is_own else f"The log of {log.staff}"
    told = log.target.beside(log.unit)
    lead = f"Contacts with employers in person: {told}." if told else NOT_WHOLE
    parts = log_parts(service, log)
    return Sheet(
        heading=f"{name}, {week_words(log.monday)}",
        lead=lead,
        back=Link("Working weeks", back),
        buttons=buttons,
        parts=parts,
    )


def log_parts(service, log: Log) -> list[Part]:
    """What is asked, the stamps, what counts and what does not."""
    about = [Row("Asked for", [asked(log)]), Row("Item 17", [counts_or_why(log)]), *stamp_rows(log)]
    return [Part(rows=about), counting_part(service, log), *others_part(service, log)]


def asked(log: Log) -> str:
    """6 a week, and who asks for it; for part time the share of it."""
    if log.target.least is None:
        return "No number is chosen in this service, so none stands beside the contacts"
    so_many = f"At least {log.target.least} a week in full time: {log.target.source}"
    if log.unit is None or log.unit.denominator == 1:
        return so_many
    return f"{so_many}. At {number(log.unit.denominator)} of full time that is {log.target.of(log.unit)}"


def counts_or_why(log: Log) -> str:
    """Whether the week counts for item 17, and if not why."""
    if log.unit is None:
        return NOT_WHOLE
    if log.unit.counted:
        return "This week counts"
    return f"This week does not count yet: {lower(log.why_words[log.unit.why])}"


def stamp_rows(log: Log) -> list[Row]:
    """Closed by whom and when; read by whom and when, and what they said."""
    if log.week is None or not log.week.log_complete:
        return [Row("Closed", ["Not yet"])]
    stamps = {stamp.kind: stamp for stamp in log.stamps}
    closed, read = stamps.get(StampKind.CLOSED), stamps.get(StampKind.READ)
    rows = [Row("Closed", [stamped(closed) if closed else "Yes; when and by whom is not recorded"])]
    if log.week.log_reviewed_on is None:
        return [*rows, Row("Read", ["Not yet read by the supervisor"])]
    said = [stamped(read) if read else f"{day(log.week.log_reviewed_on)}; by whom is not recorded"]
    said += [f"“{read.remark}”"] if read and read.remark else []
    if log.changed:
        said.append(f"{counted(log.changed, 'contact was', 'contacts were')} recorded since: it asks to be read again")
    return [*rows, Row("Read", said)]


def stamped(stamp: WeekStamp) -> str:
    """30 June 2026, by Rowan Ellis."""
    return day(stamp.stamped_on) + (f", by {stamp.recorded_by}" if stamp.recorded_by else "")


def counting_part(service, log: Log) -> Part:
    """The contacts that count."""
    heads = ["Day", "Employer", "What for", "Planned", "Met who can hire"]
    rows = [
        [
            opened(service, one), Cell(one.employer.name), Cell(one.get_purpose_display()),
            Cell(yes_no(one.planned)), Cell(yes_no(one.hiring_authority)),
        ]
        for one in log.counting
    ]  # fmt: skip
    more = counted(log.out_of_reach, "more is", "more are")
    text = f"{sentence(more)} about people you do not work with." if log.out_of_reach else ""
    if not rows:
        return Part("In person", text or "No contact in person is recorded for this week.")
    return Part("In person", text, table=Table("Contacts in person", heads, rows))


def others_part(service, log: Log) -> list[Part]:
    """The contacts that do not count, and why; nothing where all do."""
    rows = [
        [opened(service, one), Cell(one.employer.name), Cell(one.get_purpose_display()), Cell(why_not(one))]
        for one in log.others
    ]
    heads = ["Day", "Employer", "What for", "Why"]
    return [Part("Not counted for item 17", table=Table("Contacts that do not count", heads, rows))] if rows else []


def opened(service, contact: EmployerContact) -> Cell:
    """The day of a contact, which leads to its record."""
    address = reverse("record", args=[service.pk, "employer-contact", contact.pk])
    return Cell(day(contact.made_on), address, f"with {contact.employer.name}")


def yes_no(value: bool | None) -> str:
    """Yes, no, and not recorded, which is neither."""
    return {True: "Yes", False: "No", None: "Not recorded"}[value]


@dataclass(frozen=True)
class ToRead:
    """A log that waits for the supervisor: whose, how many contacts, and the form of one tap."""

    name: str
    week: str
    contacts: str
    why: str
    address: str
    read: str
    form: object


def to_read(service, week: StaffWeek, *, unit: Unit | None, target: Target, changed: int, form) -> ToRead:
    """One line of the logs to read."""
    closed = "Closed, not yet read"
    again = f"Read on {day(week.log_reviewed_on)}; {counted(changed, 'contact')} recorded since" if changed else closed
    parts = [service.pk, week.staff_id, week.week_starting.isoformat()]
    return ToRead(
        week.staff.full_name, week_words(week.week_starting), target.beside(unit) or "Does not count for item 17",
        again, reverse("week_log", args=parts), reverse("week_read", args=[service.pk, week.pk]), form,
    )  # fmt: skip
