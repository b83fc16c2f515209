"""What the form of a repeat visit is filled in with: the last visit's answers, and which visit this is."""

from dataclasses import dataclass, field
from datetime import date

from placewell.access import scope
from placewell.records.contact_words import Mode
from placewell.records.employers import EmployerContactPurpose
from placewell.records.models import Employer
from placewell.web.presenters.timeline.saying import label, lower
from placewell.web.presenters.wording import day


@dataclass(frozen=True)
class LastVisit:
    """Which visit the next one is, the answers of the last, and those in words."""

    number: int
    answers: dict = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


def last_visit(employer: Employer, today: date) -> LastVisit:
    """The last visit in person by one of the unit; nothing to fill in where nobody has been there. Three questions."""
    made = scope.with_employer(employer).filter(mode=Mode.FACE_TO_FACE, made_by_client=False, made_on__lte=today)
    last = made.order_by("made_on", "pk").last()
    if last is None:
        return LastVisit(1)
    words = scope.words_of([last]).select_related("person", "site").first()
    person = words.person if words and words.person and words.person.left_on is None else None
    can_hire = last.hiring_authority if person is None or person.can_hire is None else person.can_hire
    # Somebody is introduced once: the next time one learns what they need.
    is_first = last.purpose == EmployerContactPurpose.INTRODUCE
    purpose = EmployerContactPurpose.LEARN_NEEDS if is_first else last.purpose
    answers = {
        "purpose": purpose, "hiring_authority": can_hire, "occupation_group": last.occupation_group,
        "met": person.full_name if person else "", "site": words.site if words else None,
    }  # fmt: skip
    said = [
        "Today, in person, planned",
        lower(label(EmployerContactPurpose, purpose)),
        f"with {person}" if person else "",
        "who can hire" if can_hire and person else "met somebody who can hire" if can_hire else "nobody who can hire",
        f"at {words.site}" if words and words.site else "",
    ]
    return LastVisit(made.count() + 1, answers, [", ".join(filter(None, said)), f"As on {day(last.made_on)}"])
