"""A service with one of everything, for tests that walk every address."""

from datetime import time, timedelta

from django.db.models import Model
from django.utils import timezone

from placewell.access.models import Invitation, PasswordLink
from placewell.access.roles import Role
from placewell.access.worker import Worker
from placewell.actions import employers
from placewell.records.models import (
    Allocation,
    Application,
    Attestation,
    BenefitsAdvice,
    ChosenStandard,
    Concern,
    Cv,
    DisclosureOverride,
    EmployerContact,
    Episode,
    Interview,
    Job,
    Lead,
    LeadOffer,
    LoneVisit,
    Meeting,
    Message,
    Plan,
    Referral,
    Snooze,
    StaffWeek,
    Step,
    TeamAttachment,
    VocationalProfile,
)
from tests import given

LAST_MONDAY = given.TODAY - timedelta(days=given.TODAY.weekday())
FAR = timezone.now().date() + timedelta(days=400)
MISSING = 987654
# What an address asks for that is no row: the same whether a row is there or not.
WORDS = {
    ("meeting_note", "kind"): "group_supervision",
    ("plan_write", "kind"): "action_plan",
    (None, "form"): "pdf",
    ("outcome", "key"): "job_starts@ipsgrow",
    ("fidelity_item", "number"): 17,
    (None, "kind"): "episode",
    (None, "rule"): "first_profile",
    (None, "item"): 5,
    (None, "component"): "b",
    (None, "part"): "strengths",
    (None, "role"): "trainer",
    (None, "monday"): LAST_MONDAY.isoformat(),
    (None, "on"): FAR.isoformat(),
    (None, "standard"): "caseload",
    (None, "code"): "17495c",
    ("letter_new", "what"): "appointment",
    (None, "definition"): "13-in-16",
}


class World:
    """A service with a row for each parameter of an address, and an account for each role in it."""

    def __init__(self):
        self.service = given.service()
        self.team = given.team(self.service)
        self.staff = given.staff(self.service, team=self.team)
        self.client = given.client_held_by(self.staff, team=self.team)
        self.accounts = {role: self.account(role) for role in Role}
        with given._laid_down():
            self.rows = self.laid_down()

    def account(self, role: str):
        """Somebody with one role; those who reach people through a team reach the client."""
        more = {"teams": [self.team]} if role == Role.CLINICIAN else {}
        if role == Role.EMPLOYMENT_SPECIALIST:
            more["staff"] = given.staff(self.service, team=self.team)
        if role == Role.CLIENT:
            more["client"] = self.client
        if role == Role.REVIEWER:
            more["ended_on"] = FAR
        return given.role(self.service, role, **more).account

    def laid_down(self) -> dict[str, int]:
        """Parameter → the row of this service that it names."""
        of = {"service": self.service}
        episode = Episode.objects.get(client=self.client)
        made = {
            **self.agreed(episode),
            "job": Job.objects.create(
                **of, key="grid-job", episode=episode, title="Baker", occupation_code="5432", started_on=given.LONG_AGO,
                hours_per_week=20, contract="permanent", meets_minimum_wage=True, open_to_anyone=True,
                paid_by_employer=True,
            ),
            "week": StaffWeek.objects.create(
                **of, staff=self.staff, week_starting=LAST_MONDAY, employment_minutes=60, other_minutes=0,
                log_complete=True,
            ),
            "meeting": Meeting.objects.create(
                **of, key="grid-meeting", kind="group_supervision", scheduled_on=given.TODAY, held=True
            ),
            "statement": Attestation.objects.create(
                **of, scale="ips-25", item=5, component="b", met=True, stated_on=given.TODAY, source="observation"
            ),
            "invitation": Invitation.objects.create(
                **of, email="new@example.org", role="trainer", digest="grid", ends_at=timezone.now() + timedelta(days=7)
            ),
            "password_link": PasswordLink.objects.create(
                **of, account=self.accounts[Role.TRAINER], digest="grid", ends_at=timezone.now() + timedelta(days=1)
            ),
            "chosen": ChosenStandard.objects.create(
                **of, standard="caseload", at_most=20, unit="people", source="Contract", started_on=given.LONG_AGO
            ),
            "attachment": TeamAttachment.objects.get(staff=self.staff),
            "held": given.role(self.service, Role.TRAINER),
            "employer": given.employer(self.service),
            "referral": Referral.objects.get(client=self.client),
        }  # fmt: skip
        made |= self.beside(of, episode) | self.put_off() | self.message_and_override(of, episode)
        rows = {name: row.pk for name, row in made.items()}
        assert Allocation.objects.filter(episode=episode).exists()
        rows |= {"episode": episode.pk, "client": self.client.pk, "staff": self.staff.pk, "team": self.team.pk}
        return rows | {"pk": episode.pk, "account": made["held"].account_id, "service": self.service.pk}

    def beside(self, of: dict, episode: Episode) -> dict:
        """What is kept beyond the data package."""
        more = lead_and_offer(of, episode) | applied(of, episode)
        return self.kept_safe(of, episode) | self.told(of, episode) | more

    def told(self, of: dict, episode: Episode) -> dict:
        """A vocational profile, and a CV made from it."""
        return {
            "profile": VocationalProfile.objects.create(**of, episode=episode, number=1, written_on=given.TODAY),
            "cv": Cv.objects.create(**of, client=self.client, made_on=given.TODAY, aimed_at="Bakeries"),
        }

    def kept_safe(self, of: dict, episode: Episode) -> dict:
        """A concern, and a visit made alone."""
        return {
            "concern": Concern.objects.create(
                **of, episode=episode, staff=self.staff, noticed_on=given.TODAY, kind="absence", note="Away"
            ),
            "visit": LoneVisit.objects.create(
                **of,
                staff=self.staff,
                checks=given.staff(self.service),
                place="Library",
                phone="0",
                begins_on=given.TODAY,
                begins_time=time(9),
                back_by=time(10),
            ),
        }

    def message_and_override(self, of: dict, episode: Episode) -> dict:
        """A message, and a contact that the client had not allowed, with why it was made."""
        contact = EmployerContact.objects.create(
            **of, key="grid-contact", employer=given.employer(self.service), staff=self.staff, episode=episode,
            made_on=given.TODAY, mode="telephone", purpose="follow_up", hiring_authority=False, made_by_client=False,
        )  # fmt: skip
        return {
            "override": DisclosureOverride.objects.create(
                **of, employer_contact=contact, reason="It could not wait", locked_because="no talk"
            ),
            "message": Message.objects.create(
                **of, client=self.client, kind="other", channel="letter", sent_on=given.TODAY, words="Hello"
            ),
        }

    def agreed(self, episode: Episode) -> dict:
        """What was agreed with the client."""
        of, today = {"service": self.service, "episode": episode}, given.TODAY
        plan = Plan.objects.create(**of, kind="action_plan", agreed_on=today, shared_with_team_on=today)
        return {
            "plan": plan,
            "step": Step.objects.create(**of, plan=plan, what="Ring", by_whom="person"),
            "advice": BenefitsAdvice.objects.create(**of, offered_on=today, held_on=today, prompted_by="other"),
        }

    def put_off(self) -> dict[str, Model]:
        """What was put off."""
        of = {"service": self.service}
        return {
            "snooze": Snooze.objects.create(
                **of, client=self.client, rule="first_profile", put_off_on=given.TODAY, until_on=FAR, put_off_because="Away"
            ),
        }

    def event_of(self, account) -> int:
        """Something that the account has just done and may undo."""
        worker = Worker(account, timezone.now())
        added = employers.add(by=worker, service=self.service, name=f"Bakery {account.pk}")
        return added.event_id

    def parameter(self, page: str, name: str, *, there: bool, event: int = 0):
        """What stands in an address for a parameter: a row that is there, or one that is not."""
        if (page, name) in WORDS or (None, name) in WORDS and (page, name) != ("record", "pk"):
            return WORDS.get((page, name), WORDS.get((None, name)))
        if name == "service":
            return self.service.pk
        if not there:
            return MISSING
        return event if name == "event" else self.rows[name]


def lead_and_offer(of: dict, episode: Episode) -> dict:
    """A lead, and that the client was told of it."""
    lead = Lead.objects.create(
        **of, key="grid-lead", employer=given.employer(episode.service), title="Baker", found_on=given.TODAY, status="open"
    )
    offer = LeadOffer.objects.create(**of, lead=lead, episode=episode, offered_on=given.TODAY)
    return {"lead": lead, "offer": offer}


def applied(of: dict, episode: Episode) -> dict:
    """An application, and an interview that came of it."""
    made = Application.objects.create(
        **of, episode=episode, employer=given.employer(of["service"]), title="Porter", applied_on=given.TODAY,
        how="cv", sent_by="person",
    )  # fmt: skip
    interview = Interview.objects.create(**of, application=made, held_on=given.TODAY, kind="phone")
    return {"application": made, "interview": interview}
