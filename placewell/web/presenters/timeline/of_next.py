"""What the timeline says of steps and appointments."""

from placewell.records.contact_words import Mode
from placewell.records.steps import StepBy
from placewell.web.presenters.timeline.reading import Row
from placewell.web.presenters.wording import day, sentence

Said = tuple[str, list[str]]


def step(row: Row, country: str) -> Said:
    """A step on the day by which it was to be done, and what became of it."""
    done, dropped = row.date("done_on"), row.facts["dropped_because"]
    stands = f"Done on {day(done)}" if done else f"Not done after all: {dropped}" if dropped else "Open"
    return f"Step by this day: {row.facts['what']}", [by(row), row.facts["employer__name"], stands]


def step_done(row: Row, country: str) -> Said:
    """A step on the day on which it was taken."""
    return f"Step done: {row.facts['what']}", [by(row), row.facts["employer__name"]]


def by(row: Row) -> str:
    """Who takes a step."""
    return row.facts["named"] or str(dict(StepBy.choices).get(row.facts["by_whom"], row.facts["by_whom"]))


def appointment(row: Row, country: str) -> Said:
    """A meeting on its day."""
    facts, off = row.facts, row.facts["cancelled_because"]
    mode = str(dict(Mode.choices).get(facts["mode"], facts["mode"]))
    heading = f"Appointment, {mode[:1].lower()}{mode[1:]}"
    return f"{heading}: called off" if off else heading, [
        f"It does not take place: {off}" if off else "",
        sentence(facts["purpose"]),
        facts["place"],
        facts["employer__name"],
        facts["staff__full_name"],
    ]
