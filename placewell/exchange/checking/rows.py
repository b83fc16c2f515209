"""What is wrong with a row by itself, and with its day in the life of its episode.

These are the rules of the contract README ("a package is wrong when"); nothing else is a fault.
"""

from placewell.exchange.checking.batch import Batch
from placewell.exchange.checking.known_record import KnownRecord, Life

# A period ends on the day it starts at the earliest.
PERIODS = {
    "clinical_teams": ("started_on", "ended_on"),
    "staff": ("started_on", "ended_on"),
    "staff_terms": ("started_on", "ended_on"),
    "team_attachments": ("started_on", "ended_on"),
    "episodes": ("entered_on", "ended_on"),
    "allocations": ("started_on", "ended_on"),
    "job_preferences": ("stated_on", "superseded_on"),
    "jobs": ("started_on", "ended_on"),
}
# What happens on a day of its episode.
ON_A_DAY_OF_THE_EPISODE = {
    "contacts": "began_at",
    "employer_contacts": "made_on",
    "plans": "agreed_on",
    "jobs": "started_on",
}
NOT_AFTER_TODAY = {"contacts": "began_at", "employer_contacts": "made_on", "jobs": "started_on"}


def check(batch: Batch, record: KnownRecord) -> None:
    """Report what is wrong with each row, and remember the lives that later tables must lie in."""
    name = batch.table.name
    if name in PERIODS:
        _ends_after_it_starts(batch, *PERIODS[name])
    if name in NOT_AFTER_TODAY:
        _not_after_today(batch, NOT_AFTER_TODAY[name], record.today)
    if name in ON_A_DAY_OF_THE_EPISODE:
        _on_a_day_of_the_episode(batch, ON_A_DAY_OF_THE_EPISODE[name], record.episodes)
    if name == "allocations":
        _within_the_episode(batch, record.episodes)
    lives = {"episodes": (record.episodes, "entered_on"), "staff": (record.staff, "started_on")}
    lives["jobs"] = (record.jobs, "started_on")
    if name in lives:
        _remember(batch, *lives[name])
    if name == "jobs":
        record.episode_of_job.update(zip(batch.rows, batch.values["episode_id"], strict=True))


def days(batch: Batch, name: str) -> list[str | None]:
    """The days in a column; of a moment its day."""
    values = batch.values[name]
    if batch.table.by_name[name].kind == "datetime":
        return [value and value[0] for value in values]
    return values


def _ends_after_it_starts(batch: Batch, start: str, end: str) -> None:
    for number, (began, ended) in enumerate(zip(batch.values[start], batch.values[end], strict=True)):
        if began and ended and ended < began:
            remedy = "Correct one of the two dates; a period may end on the day it starts, not before."
            batch.fault(number, end, f"is before the start, {began}", remedy)


def _not_after_today(batch: Batch, name: str, today: dict[int, str]) -> None:
    for number, (day, service) in enumerate(zip(days(batch, name), batch.services, strict=True)):
        if day and service and day > today[service]:
            batch.fault(
                number,
                name,
                f"lies after today, {today[service]}",
                "Leave out what has not happened yet, or correct the date.",
            )


def lives_on(life: Life, day: str) -> bool:
    """Whether a day lies in a life: from its first day to the day before its end."""
    began, ended = life
    return (began is None or began <= day) and (ended is None or day < ended)


def in_words(life: Life) -> str:
    began, ended = life
    return f"from {began} until the day before {ended}" if ended else f"from {began} on"


def _on_a_day_of_the_episode(batch: Batch, name: str, lives: dict[int, Life]) -> None:
    remedy = "Correct the date; support after the exit is a new episode."
    for number, (day, episode) in enumerate(zip(days(batch, name), batch.values["episode_id"], strict=True)):
        if day and episode:
            life = lives.get(episode)
            if life and not lives_on(life, day):
                batch.fault(number, name, f"is not a day of its episode, which runs {in_words(life)}", remedy)


def _within_the_episode(batch: Batch, lives: dict[int, Life]) -> None:
    columns = zip(batch.values["episode_id"], batch.values["started_on"], batch.values["ended_on"], strict=True)
    for number, (episode, began, ended) in enumerate(columns):
        life = lives.get(episode)
        if life is None or began is None or life[0] is None:
            continue
        if began < life[0] or (life[1] and began > life[1]):
            remedy = "Start the allocation within the episode."
            batch.fault(number, "started_on", f"is outside its episode, which runs {in_words(life)}", remedy)
        elif life[1] and (ended is None or ended > life[1]):
            problem = f"goes on after its episode, which ended on {life[1]}"
            batch.fault(number, "ended_on", problem if ended else f"an empty end {problem}", f"End it by {life[1]}.")


def _remember(batch: Batch, lives: dict[int, Life], start: str) -> None:
    has_end = batch.has("ended_on")
    for row, began, ended in zip(batch.rows, batch.values[start], batch.values["ended_on"], strict=True):
        if not has_end and row in lives:
            # A column that is not there says nothing: what the record holds stays.
            ended = lives[row][1]
        lives[row] = (began, ended)
