"""Who works in the unit, in what role, for which teams, and when they are away.

The story of the first unit: a supervisor who began half time; a senior
specialist who was promoted; one on long leave with her people covered; one
part time; one in two teams; one who left nine months ago, and the newcomer
who took over after a gap and still meets a mentor every month.
"""

from dataclasses import dataclass, field

from placewell.exchange.demo.days import DAYS_A_WEEK
from placewell.exchange.demo.names import draw_person

BEFORE_OPENING = 14  # days in post before the first referral
LONG_LEAVE_FROM = -98
LEAVER_WENT = -273
NEWCOMER_CAME = -210
PROMOTED = -371
WEEKDAYS = {1.0: (0, 1, 2, 3, 4), 0.8: (0, 1, 2, 3), 0.6: (1, 2, 3), 0.5: (0, 2, 4)}


@dataclass
class Team:
    """A clinical team that the unit works in."""

    key: str
    name: str
    kind: str
    base: str


@dataclass
class Worker:
    """A member of staff; days are day numbers, `ended` empty while in post."""

    key: str
    name: str
    role: str
    fte: float
    base: str
    teams: list
    started: int
    ended: int | None = None
    drive: float = 1.0  # how much job development, beside the others
    is_new: bool = False
    away_from: int | None = None
    leave: dict = field(default_factory=dict)  # Monday → days of leave in that week

    @property
    def is_specialist(self) -> bool:
        return self.role in ("employment_specialist", "senior_employment_specialist")

    @property
    def weekdays(self) -> tuple[int, ...]:
        return WEEKDAYS[self.fte]

    def in_post(self, day: int) -> bool:
        return self.started <= day and (self.ended is None or day < self.ended)

    def is_away(self, day: int) -> bool:
        """Away for the whole of the week that holds the day."""
        monday = day - day % DAYS_A_WEEK
        return self.leave.get(monday, 0) >= len(self.weekdays)

    def is_on_long_leave(self, day: int) -> bool:
        return self.away_from is not None and day >= self.away_from


TEAMS = (
    ("Eastfield Community Mental Health Team", "community_mental_health", "Eastfield House"),
    ("Northgate Early Intervention Team", "early_intervention", "Northgate Centre"),
    ("Crossways Drug and Alcohol Service", "addiction", "Crossways"),
)
PROVIDER_BASE = "Corn Exchange office"
# role, fte, index of base (None: the provider's office), teams, drive
_STORY = {
    "supervisor": ("supervisor", 1.0, None, (), 0.0),
    "manager": ("service_manager", 1.0, None, (), 0.0),
    "peer": ("peer_worker", 0.6, 0, (0,), 0.0),
    "senior": ("senior_employment_specialist", 1.0, 0, (0,), 1.12),
    "early": ("employment_specialist", 1.0, 1, (1,), 1.05),
    "addiction": ("employment_specialist", 0.6, None, (2,), 0.95),
    "bridge": ("employment_specialist", 0.8, 0, (0, 1), 1.22),
    "leaver": ("employment_specialist", 1.0, 2, (0, 2), 0.9),
    "newcomer": ("employment_specialist", 1.0, 2, (0, 2), 0.72),
}
NAMES = {
    "supervisor": "Marcia Gordon",
    "manager": "Helen Whitfield",
    "peer": "Danny Marsh",
    "senior": "Tom Adeyemi",
    "early": "Priya Sharma",
    "addiction": "Siobhan Kelly",
    "bridge": "Marek Nowak",
    "leaver": "Gareth Hughes",
    "newcomer": "Chloe Bennett",
}


def make_teams(unit) -> None:
    """The unit's clinical teams."""
    for name, kind, base in TEAMS:
        if unit.number:
            name, base = f"{name} {unit.number + 1}", f"{base} {unit.number + 1}"
        team = Team(unit.key("T"), name, kind, base)
        unit.teams.append(team)
        unit.add(
            "clinical_teams",
            {
                "team_id": team.key,
                "service_id": unit.service,
                "name": name,
                "kind": kind,
                "base": base,
                "started_on": unit.days.on(unit.days.first - 700),
                "ended_on": None,
            },
        )


def make_staff(unit) -> None:
    """The unit's staff with terms, attachments and leave."""
    rng = unit.rng("staff")
    opened = unit.days.first - BEFORE_OPENING
    for part, (role, fte, base, teams, drive) in _STORY.items():
        if unit.number and part == "manager":
            continue  # one service manager for the whole service
        came, went, away = opened, None, None
        if part == "leaver":
            went = LEAVER_WENT
        elif part == "newcomer":
            came = NEWCOMER_CAME
        elif part == "early":
            away = LONG_LEAVE_FROM
        drawn = draw_person(rng)
        worker = Worker(
            key=unit.key("E"),
            fte=fte,
            role=role,
            drive=drive,
            started=came,
            ended=went,
            name=NAMES[part] if not unit.number else f"{drawn['given']} {drawn['family']}",
            base=PROVIDER_BASE if base is None else unit.teams[base].base,
            teams=[unit.teams[index] for index in teams],
            is_new=part == "newcomer",
            away_from=away,
        )
        worker.leave = _leave(rng, unit.days, worker)
        unit.workers.append(worker)
        _write(unit, worker, part)


def _leave(rng, days, worker) -> dict:
    """Days of leave by week: two weeks in a row, another week, odd days, each year."""
    found = {}
    full = len(worker.weekdays)
    for year in range(days.first, 0, 364):
        long = year + 7 * rng.randint(4, 44)
        for monday in (long, long + 7, year + 7 * rng.randint(2, 50)):
            found[monday] = full
        for _ in range(7):
            found.setdefault(year + 7 * rng.randint(0, 51), rng.choice((1, 1, 2, 0.5)))
    if worker.away_from is not None:
        found.update({monday: full for monday in range(worker.away_from, days.last, 7)})
    return found


def _email(worker) -> str:
    return worker.name.lower().replace(" ", ".").replace("'", "") + "@example.org"


def _write(unit, worker, part: str) -> None:
    on = unit.days.on
    unit.add(
        "staff",
        {
            "staff_id": worker.key,
            "service_id": unit.service,
            "full_name": worker.name,
            "email": _email(worker) if not unit.number else f"{worker.key.lower()}@example.org",
            "started_on": on(worker.started),
            "ended_on": on(worker.ended),
        },
    )
    for role, fte, start, stop in _terms(unit, worker, part):
        unit.add(
            "staff_terms",
            {
                "staff_id": worker.key,
                "role": role,
                "fte": fte,
                "supervisor_id": _supervisor(unit, worker),
                "base": worker.base,
                "new_or_struggling": worker.is_new,
                "started_on": on(start),
                "ended_on": on(stop),
            },
        )
    for team in worker.teams:
        unit.add(
            "team_attachments",
            {
                "staff_id": worker.key,
                "team_id": team.key,
                "started_on": on(worker.started),
                "ended_on": on(worker.ended),
            },
        )


def _terms(unit, worker, part: str) -> list:
    """Role and fte by stretch; the stretches cover exactly the days in post."""
    middle = max(PROMOTED, unit.days.first + 91)
    if part == "supervisor":
        return [(worker.role, 0.6, worker.started, middle), (worker.role, 1.0, middle, None)]
    if part == "senior":
        return [("employment_specialist", 1.0, worker.started, middle), (worker.role, 1.0, middle, None)]
    return [(worker.role, worker.fte, worker.started, worker.ended)]


def _supervisor(unit, worker) -> str | None:
    if worker.role in ("supervisor", "service_manager"):
        return None
    return next(one.key for one in unit.workers if one.role == "supervisor")
