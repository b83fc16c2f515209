"""The unit's leads by mail: new ones and those that close soon, at most once a day to each colleague.

What goes is written down first and handed to the mail server after that; a mail that was not taken
told nobody, so that its leads stand in the next one.
"""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction

from placewell.access.leads_scope import details_of
from placewell.access.permissions import Permission
from placewell.access.worker import Worker
from placewell.actions import own_account
from placewell.actions.base import action, correct, keep
from placewell.people.models import Account
from placewell.records.employers import STILL_OPEN
from placewell.records.guard import acting
from placewell.records.leads import BETWEEN, LeadDetails, several
from placewell.records.models import Lead, LeadDigest, Service, Staff
from placewell.rules.lead_digest import Told, picked, subject, words

LONGEST = 300


def leads_to_tell(service: Service) -> list[Told]:
    """The open leads of a service, as a unit is told of them."""
    rows = Lead.objects.standing().filter(service=service, status__in=STILL_OPEN).select_related("employer", "found_by")
    leads = list(rows.order_by("pk"))
    known = details_of([one.pk for one in leads])
    return [told_of(one, known.get(one.pk)) for one in leads]


def told_of(lead: Lead, details: LeadDetails | None) -> Told:
    """One lead, as a unit is told of it."""
    return Told(
        pk=lead.pk, title=lead.title, employer=lead.employer.name, found_on=lead.found_on, closes_on=lead.closes_on,
        found_by=lead.found_by.full_name if lead.found_by else "", more=_more(details),
    )  # fmt: skip


def _more(details: LeadDetails | None) -> tuple[str, ...]:
    if details is None:
        return ()
    ends = [f"{one:.2f}".rstrip("0").rstrip(".") for one in (details.hours_min, details.hours_max) if one is not None]
    hours = f"{' to '.join(dict.fromkeys(ends))} hours a week" if ends else ""
    contract = details.get_contract_display().lower() if details.contract else ""
    return tuple(filter(None, (hours, contract, details.place or str(details.site or ""))))


def picked_for(staff: Staff, leads: Collection[Told], today: date) -> tuple[list[Told], list[Told]]:
    """What a colleague is told today: new leads, and those that close soon; nothing of which they were told before."""
    sent = LeadDigest.objects.standing().filter(staff=staff, failed_because="").values_list("found", "closing")
    found, closing = set(), set()
    for new, soon in sent:
        found |= {int(one) for one in several(new)}
        closing |= {int(one) for one in several(soon)}
    return picked(leads=leads, today=today, told_new=found, told_closing=closing)


def was_sent(staff: Staff, today: date) -> bool:
    """Whether a colleague had their mail of the day, taken by the mail server or not."""
    return LeadDigest.objects.standing().filter(staff=staff, sent_on=today).exists()


@action("lead_digest.sent", needs=Permission.RECORD_EMPLOYERS)
def send(
    *, by: Worker, service: Service, account: Account, staff: Staff, new: Collection[Told], closing: Collection[Told]
) -> LeadDigest:
    """Note the mail of the day to a colleague, and hand it to the mail server once that is written down.

    Raises ValidationError when there is nothing new, when it was sent today already, or when they
    do not want it.
    """
    if not account.wants_lead_mail:
        raise ValidationError("They do not want leads by mail.")
    text = words(new=new, closing=closing, unit=str(service))
    kept = keep(
        LeadDigest(
            service=service, staff=staff, sent_on=by.today(service), words=text,
            found=BETWEEN.join(str(one.pk) for one in new), closing=BETWEEN.join(str(one.pk) for one in closing),
        )
    )  # fmt: skip
    about = subject(new=new, closing=closing)
    transaction.on_commit(lambda: deliver(kept, about, account.email, by=by, service=service))
    return kept


def deliver(digest: LeadDigest, about: str, address: str, *, by: Worker, service: Service) -> None:
    """Hand the mail over; keep with it what the mail server said when it did not take it."""
    try:
        EmailMessage(about, digest.words, None, [address]).send()
    except (OSError, ValueError) as failure:
        said = f"{type(failure).__name__}: {failure}"[:LONGEST]
        note_failure(by=by, service=service, digest=digest, failed_because=said)


@action("lead_digest.failed", needs=Permission.RECORD_EMPLOYERS)
def note_failure(*, by: Worker, service: Service, digest: LeadDigest, failed_because: str) -> LeadDigest:
    """Note that a mail with leads was not taken, and what the mail server said."""
    return correct(digest, failed_because=failed_because)


def choose_mail(*, account: Account, wanted: bool) -> None:
    """Whether an account is told of leads by mail. No role is needed for it: it is one's own."""
    if account.wants_lead_mail == wanted:
        return
    with transaction.atomic(), acting(by=account.pk, verb="account.lead_mail_chosen"):
        account.wants_lead_mail = wanted
        account.save(update_fields=["wants_lead_mail"])
        own_account.note("account.lead_mail_chosen", account, "wants leads by mail" if wanted else "no leads by mail")
