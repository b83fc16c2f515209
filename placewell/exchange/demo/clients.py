"""Clients and their referrals: who asks, how, how soon they are answered."""

from dataclasses import dataclass
from datetime import date

from placewell.exchange.demo.names import SHORTER, draw_person, nhs_number, postcode

SOURCES = (
    ("care_coordinator", 40),
    ("self", 17),
    ("joint", 10),
    ("psychiatrist", 7),
    ("other_clinician", 9),
    ("general_practitioner", 4),
    ("family", 3),
    ("peer", 4),
    ("employment_service", 5),
    ("other", 1),
)
CHANNELS = {
    "self": ("online_form", "telephone", "in_person", "email"),
    "family": ("telephone", "in_person"),
    "peer": ("in_person",),
    "joint": ("in_person",),
    "general_practitioner": ("letter", "email"),
    "employment_service": ("email", "telephone"),
}
CLINICAL_CHANNELS = ("clinical_system", "clinical_system", "email", "in_person")
REFUSALS = (
    ("withdrawn_by_person", 46),
    ("moved_away", 14),
    ("no_capacity", 12),
    ("not_ready", 10),
    ("other", 12),
    ("substance_use", 6),
)
STATUSES = (("out_of_work", 84), ("student", 5), ("in_work", 6), ("off_sick", 5))
NOT_TAKEN_ON = 0.09


@dataclass
class Person:
    """A client with the referral that brought them."""

    key: str
    name: str  # what they like to be called
    referral: str
    team: object
    status: str
    received: int
    first_contact: int
    decided: int
    decision: str


def _pick(rng, table):
    return rng.choices([key for key, _ in table], [weight for _, weight in table])[0]


def make_person(unit, index: int, received: int) -> Person:
    """One client and one referral, received on this day."""
    rng = unit.rng(f"person {index}")
    for _ in range(20):
        drawn = draw_person(rng)
        if f"{drawn['given']} {drawn['family']}" not in unit.diary:
            break
    unit.diary[f"{drawn['given']} {drawn['family']}"] = True
    key = unit.key("C")
    preferred = SHORTER.get(drawn["given"])
    unit.add("clients", _client_row(unit, rng, key, drawn, preferred, index))
    return _refer(unit, rng, key, preferred or drawn["given"], received)


def _client_row(unit, rng, key, drawn, preferred, index: int) -> dict:
    days = unit.days
    number = unit.first_person + index
    young = rng.random() < 0.3
    age = rng.randint(20, 29) if young else min(64, max(22, int(rng.gauss(41, 11))))
    born = date(days.today.year - age, rng.randint(1, 12), rng.randint(1, 28))
    mail = f"{drawn['given']}.{drawn['family']}{number if unit.number else ''}@example.org".lower()
    return {
        "client_id": key,
        "service_id": unit.service,
        "given_name": drawn["given"],
        "family_name": drawn["family"],
        "preferred_name": preferred,
        "date_of_birth": born,
        "gender": drawn["gender"],
        "ethnic_group": drawn["ethnic"] if rng.random() < 0.94 else None,
        "nhs_number": nhs_number(number, unit.seed) if rng.random() < 0.96 else None,
        "phone": f"07700 900{rng.randint(0, 999):03}" if rng.random() < 0.95 else None,
        "email": mail if rng.random() < 0.6 else None,
        "postcode": postcode(rng),
        "language": drawn["language"],
        "interpreter_needed": drawn["language"] != "en" and rng.random() < 0.35,
    }


def _refer(unit, rng, key: str, name: str, received: int, *, again: bool = False) -> Person:
    """A referral with its clocks; later in the service's life they are kept better."""
    days = unit.days
    progress = days.progress(received)
    received = days.working(received)
    late = rng.random() < 0.34 - 0.22 * progress
    first = days.working(received + (rng.randint(9, 20) if late else rng.randint(1, 6)))
    acknowledged = days.working(received + (rng.randint(6, 10) if rng.random() < 0.1 else rng.randint(0, 3)))
    decided = days.working(max(first, received + rng.randint(1, 9)))
    refused = not again and rng.random() < NOT_TAKEN_ON
    decision = _pick(rng, REFUSALS) if refused else "accepted"
    source = "self" if again else _pick(rng, SOURCES)
    if refused and decision in ("no_capacity", "moved_away") and rng.random() < 0.6:
        first = None
    team = rng.choices(unit.teams, (48, 30, 22))[0]
    person = Person(key, name, unit.key("R"), team, _pick(rng, STATUSES), received, first, decided, decision)
    unit.add(
        "referrals",
        {
            "referral_id": person.referral,
            "client_id": key,
            "team_id": None if source == "general_practitioner" else team.key,
            "received_on": days.on(received),
            "source": source,
            "channel": rng.choice(CHANNELS.get(source, CLINICAL_CHANNELS)),
            "wants_to_work": True,
            "work_status": person.status,
            "acknowledged_on": None if rng.random() < 0.06 else days.on(acknowledged),
            "first_contact_on": days.on(first),
            "decision": decision,
            "decided_on": days.on(decided),
        },
    )
    return person


def refer_again(unit, rng, person: Person, received: int) -> Person:
    """The same client comes back by self-referral."""
    return _refer(unit, rng, person.key, person.name, received, again=True)
