"""Steps that people take in any order: each is one action, asked for with dates and records taken at random."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from placewell.access.worker import Worker
from placewell.actions import corrections, disclosure, employers, jobs, plans, profiles, referrals, support
from placewell.records import models


@dataclass(frozen=True)
class Step:
    """One step: its name, how many days ago, and a number by which a record or a word is picked."""

    name: str
    days_ago: int
    pick: int


@dataclass
class Unit:
    """Who acts, where, and on which day."""

    by: Worker
    service: models.Service
    today: date

    def take(self, step: Step):
        """Do what a step asks for; what a rule refuses raises ValidationError, as it does for people."""
        return STEPS[step.name](self, step, self.today - timedelta(days=step.days_ago))

    def one(self, model, pick: int):
        """A record that stands. Raises Nothing when there is none."""
        rows = list(model.objects.standing().filter(service=self.service).order_by("pk"))
        if not rows:
            raise Nothing
        return rows[pick % len(rows)]

    @property
    def who(self) -> dict:
        return {"by": self.by, "service": self.service}


class Nothing(Exception):
    """There is no record yet to do this with."""


def refer(unit: Unit, step: Step, when: date):
    person = {"given_name": f"P{step.pick}", "family_name": "X"}
    known = unit.one(models.Client, step.pick) if step.pick % 2 and models.Client.objects.exists() else None
    facts = {"received_on": when, "source": "self", "work_status": "out_of_work"}
    return referrals.receive(**unit.who, client=known, person=None if known else person, **facts)


def decide(unit: Unit, step: Step, when: date):
    referral = unit.one(models.Referral, step.pick)
    decision = ["accepted", "not_ready"][step.pick % 2]
    return referrals.decide(**unit.who, referral=referral, decision=decision, decided_on=when)


def enter(unit: Unit, step: Step, when: date):
    person, worker = unit.one(models.Client, step.pick), unit.one(models.Staff, step.pick)
    return support.enter(
        **unit.who, client=person, key_worker=worker, entered_on=when, work_status_at_entry="out_of_work"
    )


def hand_over(unit: Unit, step: Step, when: date):
    episode, worker = unit.one(models.Episode, step.pick), unit.one(models.Staff, step.pick // 2)
    return support.allocate(**unit.who, episode=episode, key_worker=worker, started_on=when)


def step_down(unit: Unit, step: Step, when: date):
    return support.step_down(**unit.who, episode=unit.one(models.Episode, step.pick), stepped_down_on=when)


def end(unit: Unit, step: Step, when: date):
    episode = unit.one(models.Episode, step.pick)
    return support.end(**unit.who, episode=episode, ended_on=when, end_reason="goal_met")


def meet(unit: Unit, step: Step, when: date):
    facts = {"began_on": when, "began_time": time(9), "minutes": 30, "mode": "face_to_face", "place": "home"}
    facts |= {"phase": "engagement", "attendance": "attended", "with_whom": "client"}
    episode, worker = unit.one(models.Episode, step.pick), unit.one(models.Staff, step.pick)
    return support.note_contact(**unit.who, episode=episode, staff=worker, **facts)


def write_profile(unit: Unit, step: Step, when: date):
    episode = unit.one(models.Episode, step.pick)
    return profiles.write(**unit.who, episode=episode, written_on=when, sessions=2, sources=2)


def state_wishes(unit: Unit, step: Step, when: date):
    groups = [["92"], ["71", "92"], ["41"]][step.pick % 3]
    episode = unit.one(models.Episode, step.pick)
    return plans.state_preferences(**unit.who, episode=episode, stated_on=when, occupation_groups=groups)


def agree(unit: Unit, step: Step, when: date):
    episode = unit.one(models.Episode, step.pick)
    return plans.agree(**unit.who, episode=episode, kind="job_search_plan", agreed_on=when)


def talk(unit: Unit, step: Step, when: date):
    facts = {"pros_and_cons": True, "wording_agreed": True, "choice": ["tell_some", "tell_all"][step.pick % 2]}
    facts |= {"terms": {"may_say": "Works well in the mornings."}, "specialist_may_contact_employers": True}
    named = {"must_not_contact": [unit.one(models.Employer, 0)]} if step.pick % 5 == 4 else {}
    return disclosure.discuss(**unit.who, episode=unit.one(models.Episode, step.pick), held_on=when, **facts, **named)


def take_back(unit: Unit, step: Step, when: date):
    person = unit.one(models.Client, step.pick)
    return disclosure.take_back_agreement(**unit.who, client=person, withdrawn_on=when, reason="Changed my mind")


def meet_employer(unit: Unit, step: Step, when: date):
    episode = unit.one(models.Episode, step.pick) if step.pick % 4 else None
    facts = {"made_on": when, "mode": "face_to_face", "purpose": "introduce", "hiring_authority": True}
    facts |= {"made_by_client": False, "occupation_group": "92"}
    facts |= {"against_plan": "She was about to lose the offer"} if step.pick % 3 == 0 else {}
    return employers.note_contact(
        **unit.who, employer=unit.one(models.Employer, 0), staff=unit.one(models.Staff, 0), episode=episode, **facts
    )


def start_job(unit: Unit, step: Step, when: date):
    facts = {"title": "Porter", "occupation_code": "9262", "started_on": when, "hours_per_week": 16}
    facts |= {"contract": "permanent", "meets_minimum_wage": True, "open_to_anyone": True, "paid_by_employer": True}
    episode = unit.one(models.Episode, step.pick)
    return jobs.start(**unit.who, episode=episode, employer=unit.one(models.Employer, 0), **facts)


def change_job(unit: Unit, step: Step, when: date):
    return jobs.change(**unit.who, job=unit.one(models.Job, step.pick), changed_on=when, hours_per_week=20)


def end_job(unit: Unit, step: Step, when: date):
    job = unit.one(models.Job, step.pick)
    return jobs.end(**unit.who, job=job, ended_on=when, end_reason="dismissed", end_known_on=when)


def move_entry(unit: Unit, step: Step, when: date):
    episode = unit.one(models.Episode, step.pick)
    return corrections.correct_record(**unit.who, record=episode, read_version=episode.version, entered_on=when)


def move_exit(unit: Unit, step: Step, when: date):
    episode, ended = unit.one(models.Episode, step.pick), when if step.pick % 3 else None
    facts = {"ended_on": ended, "end_reason": "goal_met" if ended else ""}
    return corrections.correct_record(**unit.who, record=episode, read_version=episode.version, **facts)


def withdraw(unit: Unit, step: Step, when: date):
    kinds = (models.Contact, models.Job, models.EmployerContact, models.Allocation, models.Episode, models.Plan)
    record = unit.one(kinds[step.pick % len(kinds)], step.pick)
    return corrections.withdraw(**unit.who, record=record, because="A mistake")


def undo(unit: Unit, step: Step, when: date):
    events = list(models.Event.objects.filter(by=unit.by.account, service=unit.service).order_by("pk"))
    if not events:
        raise Nothing
    return corrections.undo(**unit.who, event=events[step.pick % len(events)], because="Undone")


STEPS = {
    do.__name__: do
    for do in (
        refer, decide, enter, hand_over, step_down, end, meet, write_profile, state_wishes, agree, talk,
        take_back,        meet_employer, start_job, change_job, end_job, move_entry, move_exit, withdraw, undo,
    )
}  # fmt: skip
