"""What is said of an application and of what came of it, wherever it stands."""

from placewell.records.applications import CameOf, InterviewKind, ResultKind, SentBy
from placewell.records.models import Application, ApplicationResult, Interview
from placewell.rules.applications import State
from placewell.scales.occupations import title_of_unit
from placewell.web.presenters.wording import day

# Its words, and the colour of its tag.
STATES = {
    State.WAITING: ("Waiting for an answer", "blue"),
    State.INVITED: ("Invited to an interview", "pink"),
    State.BOOKED: ("Interview booked", "pink"),
    State.INTERVIEWED: ("Interviewed, waiting", "pink"),
    State.OFFERED: ("Job offered", "green"),
    State.ACCEPTED: ("Offer accepted", "green"),
    State.STARTED: ("Job started", "green"),
    State.TURNED_DOWN: ("Turned down by the employer", "grey"),
    State.DECLINED: ("Turned down by the person", "grey"),
    State.WITHDRAWN: ("Taken back by the person", "grey"),
    State.NO_ANSWER: ("No answer", "grey"),
    State.UNFINISHED: ("No result before support ended", "white"),
}


def words_of(choices, value: str) -> str:
    """The words for a value; '' for none."""
    return str(choices(value).label) if value else ""


def lower(words: str) -> str:
    """As it stands inside a sentence."""
    return words[:1].lower() + words[1:]


def what(application: Application) -> str:
    """Kitchen porter at Rose Bakery Ltd."""
    return f"{application.title} at {application.employer}"


def how_sent(application: Application) -> str:
    """CV sent, by the person themselves."""
    who = lower(words_of(SentBy, application.sent_by))
    who = f"by {who}" if application.staff is None else f"by {application.staff.full_name} on the person’s behalf"
    return f"{application.get_how_display()}, {who}"


def kind_of_work(application: Application) -> str:
    """Kitchen and catering assistants (9263); '' when it is not recorded."""
    code = application.occupation_code
    title = title_of_unit(code=code) if code else ""
    return f"{title} ({code})" if title else code


def when(one: Interview) -> str:
    """12 December 2026 at 10:30."""
    return f"{day(one.held_on)} at {one.held_time:%H:%M}" if one.held_time else day(one.held_on)


def interview(one: Interview) -> str:
    """Trial shift, at the back door, with Ana Silva."""
    along = f"with {one.goes_along.full_name}" if one.goes_along else "the person goes alone"
    kind = words_of(InterviewKind, one.kind)
    kind = kind if one.kind == InterviewKind.TRIAL_SHIFT else f"Interview {lower(kind)}"
    return ", ".join(filter(None, (kind, one.place, along)))


def came_of(one: Interview, notes: bool = True) -> str:
    """Whether an interview took place, and how it went; '' when nobody has said so yet."""
    told = words_of(CameOf, one.came_of)
    return f"{told}. “{one.words}”" if notes and one.words else told


def result(one: ApplicationResult, notes: bool = True) -> str:
    """The employer said no: “We took somebody with a licence”."""
    told = words_of(ResultKind, one.kind)
    told = f"{told}: “{one.words}”" if notes and one.words else told
    return f"{told}. First day {day(one.starts_on)}" if one.starts_on else told
