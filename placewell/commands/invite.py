"""`placewell invite`."""

import os

import click

from placewell.commands.faults import Fault
from placewell.commands.group import command
from placewell.commands.options import Day

EXAMPLE = """
  placewell invite ann@trust.example --role administrator --service S1
  placewell invite bo@trust.example --role employment_specialist --service S1 --staff E4
  placewell invite cy@trust.example --role clinician --service S1 --team CT1 --team CT2
  placewell invite ann@trust.example --role administrator --new-service S1 --name "Riverside IPS"
"""
ROLES = (
    "client", "employment_specialist", "supervisor", "clinician", "service_manager", "executive", "reviewer",
    "trainer", "commissioner", "administrator",
)  # fmt: skip
EXISTING = (
    "There is an account with this address already: they sign in with it and take the role on. If the password is "
    "lost, another administrator makes a link for a new one on the account's page.\n"
)


@command("invite", EXAMPLE)
@click.argument("email")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What the person is to be in the service.")
@click.option("--service", "service_key", metavar="ID", help="The service; may be left out when there is only one.")
@click.option("--staff", metavar="ID", help="The person's row in staff: specialist, supervisor, service manager.")
@click.option("--team", "teams", metavar="ID", multiple=True, help="A clinician's clinical team; may be repeated.")
@click.option("--client", metavar="ID", help="The client whose own account it is.")
@click.option("--review", metavar="ID", help="The review that a reviewer does.")
@click.option("--until", type=Day(), help="The first day without access. A reviewer must have one.")
@click.option("--new-service", metavar="ID", help="Begin the record of a new service, for its first administrator.")
@click.option("--name", help="Name of the new service.")
@click.option("--country", default="GB", show_default=True, help="Country of the new service, ISO 3166-1 alpha-2.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
def invite(email, role, service_key, new_service, name, country, as_json, **pointers):
    """Print a one-use link with which EMAIL makes an account with a role.

    The link works for seven days. It is printed once and not kept: send it by a way that reaches
    that person alone. Somebody who has an account already signs in with it and takes the role on.

    The first administrator of a real service comes about like this too: import the service's
    data package first and name it with --service, or begin an empty one with --new-service.
    """
    if new_service and service_key:
        raise click.UsageError("Give --service or --new-service, not both.")
    if bool(new_service) != bool(name):
        raise click.UsageError("Give --new-service and --name together.")
    from placewell.commands.opening import acting_as_system, open_database
    from placewell.commands.output import print_json

    open_database()
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction

    from placewell.actions import accounts

    try:
        validate_email(email)
    except ValidationError:
        raise Fault(f"“{email}” is not an email address.") from None
    with transaction.atomic():  # no new service is left behind when the invitation does not hold
        service = begun(new_service, name, country) if new_service else chosen(service_key)
        invited = accounts.invite(
            by=acting_as_system(), service=service, email=email, role=role, **found(service, **pointers)
        )
    link = f"{address()}/invitation/{invited.token}/"
    ends = invited.invitation.ends_at.astimezone(service.zone())
    if as_json:
        print_json({"email": email, "role": role, "service": service.key, "link": link, "ends_at": ends})
        return
    click.echo(f"{email} is invited to {service} as {invited.invitation.get_role_display().lower()}.")
    click.echo(f"The link works once, until {ends:%-d %B %Y at %H:%M}:\n{link}")
    click.echo(EXISTING if accounts.has_account(email) else "", nl=False)


def begun(key: str, name: str, country: str):
    """A new service. Raises Fault when the identifier is taken."""
    from placewell.actions.services import open_service
    from placewell.commands.opening import acting_as_system
    from placewell.records.models import Service

    if Service.objects.filter(key=key).exists():
        raise Fault(f"There is a service “{key}” already. Name it with --service.")
    return open_service(by=acting_as_system(), service=None, key=key, name=name, country=country)


def chosen(key: str | None):
    """The service named, or the only one there is. Raises Fault."""
    from placewell.access.scope import services_for
    from placewell.commands.opening import acting_as_system, find_service

    if key:
        return find_service(key)
    there = list(services_for(acting_as_system()).order_by("key")[:2])
    if not there:
        raise Fault("There is no service yet. Import one with placewell import, or begin one with --new-service.")
    if len(there) > 1:
        raise Fault("There are several services. Say which with --service.")
    return there[0]


def found(service, *, staff, teams, client, review, until) -> dict:
    """The rows that the role points to. Raises Fault for an identifier that is not there."""
    from placewell.records.models import Client, ClinicalTeam, FidelityReview, Staff

    def row(model, key, word):
        got = key and model.objects.standing().filter(service=service, key=key).first()
        if key and not got:
            raise Fault(f"There is no {word} “{key}” in {service}.")
        return got or None

    return {
        "staff": row(Staff, staff, "member of staff"),
        "client": row(Client, client, "client"),
        "review": row(FidelityReview, review, "fidelity review"),
        "teams": [row(ClinicalTeam, key, "clinical team") for key in teams],
        "role_ends_on": until,
    }


def address() -> str:
    """Where people reach placewell: PLACEWELL_URL, else the first host, else this machine."""
    from django.conf import settings

    if told := os.environ.get("PLACEWELL_URL"):
        return told.rstrip("/")
    scheme = "https" if settings.BEHIND_TLS else "http"
    named = [host for host in settings.ALLOWED_HOSTS if host not in ("localhost", "127.0.0.1", "[::1]", "*")]
    return f"{scheme}://{named[0].lstrip('.')}" if named else "http://localhost:8000"
