"""The small service in which a week is lived: one specialist, one supervisor, one person who stays away."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from placewell.access.models import RoleHeld
from placewell.people.models import Account
from placewell.records import models

PASSWORD = "three words apart 7"
LONG_AGO = date(2020, 1, 1)
SPECIALIST, SUPERVISOR = "ana@example.org", "sue@example.org"


@dataclass(frozen=True)
class Unit:
    """The service, its today, and the day on which the new person's support begins."""

    service: models.Service
    today: date

    @property
    def monday(self) -> date:
        """The Monday of last week: all of it is over, so that its log can be closed."""
        return self.today - timedelta(days=self.today.weekday() + 7)

    @property
    def entered(self) -> date:
        """Item 14 looks at support that began 30 days ago or more."""
        return self.today - timedelta(days=32)


def lay_down(today: date) -> models.Service:
    """Everything that was there before the week. Call it while rows may be laid down."""
    service = models.Service.objects.create(key="S1", name="Hillside IPS", country="GB")
    team = models.ClinicalTeam.objects.create(service=service, key="t", name="East team", kind="recovery")
    ana = signs_in(service, "Ana Silva", "employment_specialist", SPECIALIST)
    signs_in(service, "Sue Price", "supervisor", SUPERVISOR)
    models.TeamAttachment.objects.create(service=service, staff=ana, team=team, started_on=LONG_AGO)
    models.Employer.objects.create(service=service, key="m", name="Rose Bakery Ltd")
    mo = models.Client.objects.create(service=service, key="mo", given_name="Mo", family_name="Ahmed")
    entered = today - timedelta(days=40)
    held = models.Episode.objects.create(
        service=service, key="e1", client=mo, team=team, entered_on=entered, work_status_at_entry="out_of_work"
    )
    models.Allocation.objects.create(service=service, episode=held, staff=ana, kind="key_worker", started_on=entered)
    return service


def signs_in(service: models.Service, name: str, role: str, email: str) -> models.Staff:
    """Somebody in post full time, with an account of the same role."""
    staff = models.Staff.objects.create(service=service, key=role, full_name=name, started_on=LONG_AGO)
    of = {"service": service, "staff": staff, "role": role, "started_on": LONG_AGO}
    models.StaffTerm.objects.create(**of, fte=1)
    account = Account.objects.create(email=email, full_name=name, password=make_password(PASSWORD))
    RoleHeld.objects.create(**of, account=account)
    return staff
