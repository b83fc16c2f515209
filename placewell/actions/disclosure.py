"""What employers may hear about a person: decided, withdrawn, and told against the plan in an emergency."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from placewell.access.disclosure import NotAllowedToTell, may_tell
from placewell.access.permissions import Permission
from placewell.access.scope import require_client
from placewell.access.worker import Worker
from placewell.actions.base import action, correct, keep
from placewell.actions.base import withdraw as take_back
from placewell.actions.days import not_before, not_to_come, within
from placewell.records.disclosure import HowMuch
from placewell.records.models import (
    Client,
    DisclosureDiscussion,
    DisclosureOverride,
    DisclosureTerms,
    Employer,
    EmployerContact,
    EmployerException,
    Episode,
    Service,
    StaffTerm,
)
from placewell.records.plans import DisclosureChoice
from placewell.rules.disclosure import refused_choice

AGAIN = "Talked about again on the same day."
WORDS = ("may_say", "must_not_say", "who_tells", "when_and_how", "gaps", "convictions", "adjustments")
NO_TERMS = {**dict.fromkeys(WORDS, ""), "review_on": None, "is_withdrawal": False, "reason": ""}


@action("disclosure.discussed", needs=Permission.RECORD_SUPPORT)
def discuss(
    *,
    by: Worker,
    service: Service,
    episode: Episode,
    held_on: date,
    terms: dict | None = None,
    may_contact: Iterable[Employer] = (),
    must_not_contact: Iterable[Employer] = (),
    **facts,
) -> DisclosureDiscussion:
    """Note a talk about what may be said to whom, the person's choice, its terms, and employers named.

    A second talk on the same day replaces the first from then on; the first is kept as its earlier
    version. A no to an employer stays until the person names that employer again.
    """
    require_client(by, episode.client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, held_on=held_on)
    within(episode, held_on=held_on)
    yes, no = list(may_contact), list(must_not_contact)
    both = [one.name for one in yes if one in no]
    if both:
        raise ValidationError({"must_not_contact": f"{both[0]} stands in both lists. Take it out of one."})
    wrong = refused_choice(
        choice=facts["choice"], may_contact=facts["specialist_may_contact_employers"], named=len(yes)
    )
    if wrong:
        raise ValidationError({"specialist_may_contact_employers": wrong})
    return _decide(service, episode, held_on, facts, terms, yes=yes, no=no)


def _decide(service, episode, held_on, facts, terms, *, yes, no) -> DisclosureDiscussion:
    """Write the decision of a day whole: the talk, its terms, and what holds for employers named."""
    talk = DisclosureDiscussion.objects.standing().filter(episode=episode, held_on=held_on).first()
    if talk is None:
        talk = keep(DisclosureDiscussion(service=service, episode=episode, held_on=held_on, **facts))
    else:
        talk = correct(talk, because=AGAIN, **facts)
    _write_terms(talk, terms or {})
    _write_exceptions(talk, yes=yes, no=no)
    return talk


def _write_terms(talk: DisclosureDiscussion, terms: dict) -> None:
    stands = DisclosureTerms.objects.standing().filter(discussion=talk).first()
    whole = {**NO_TERMS, **{name: value for name, value in terms.items() if value is not None}}
    if stands is not None:
        correct(stands, because=AGAIN, **whole)
    elif whole != NO_TERMS:
        keep(DisclosureTerms(service=talk.service, discussion=talk, **whole))


def _write_exceptions(talk: DisclosureDiscussion, *, yes: list[Employer], no: list[Employer]) -> None:
    """A yes that is not said again is taken back; a no stays until that employer is named."""
    how_much = HowMuch.ALL if talk.choice == DisclosureChoice.TELL_ALL else HowMuch.SOME
    stand = {one.employer_id: one for one in EmployerException.objects.standing().filter(discussion=talk)}
    named = {one.pk for one in (*yes, *no)}
    for employer, one in stand.items():
        if one.may_be_contacted and employer not in named:
            take_back(one, because=AGAIN)
    for employer in (*yes, *no):
        may = employer in yes
        own = stand.get(employer.pk)
        said = {"may_be_contacted": may, "how_much": how_much if may else "", "words": ""}
        if own is None:
            keep(EmployerException(service=talk.service, discussion=talk, employer=employer, **said))
        elif own.may_be_contacted != may:
            correct(own, because=AGAIN, **said)


@action("disclosure.withdrawn", needs=Permission.RECORD_SUPPORT)
def take_back_agreement(
    *, by: Worker, service: Service, client: Client, withdrawn_on: date, reason: str = ""
) -> DisclosureDiscussion:
    """Note that the person no longer agrees to anything being told: from that day nobody is told, at once.

    It is possible after support has ended, too. Raises ValidationError for a day to come, or before
    the latest talk, which it could not undo.
    """
    require_client(by, client, to=Permission.RECORD_SUPPORT)
    not_to_come(by, service, withdrawn_on=withdrawn_on)
    talks = DisclosureDiscussion.objects.standing().filter(episode__client=client)
    latest = talks.order_by("-held_on", "-recorded_at").first()
    if latest is not None:
        not_before(latest.held_on, "the latest talk", withdrawn_on=withdrawn_on)
    episode = (
        Episode.objects.standing().filter(client=client, entered_on__lte=withdrawn_on).order_by("entered_on").last()
    )
    if episode is None:
        raise ValidationError({"withdrawn_on": "Support had not begun by then. Choose a later day."})
    same_day = talks.filter(episode=episode, held_on=withdrawn_on).first()
    facts = {
        "choice": DisclosureChoice.TELL_NOBODY,
        "specialist_may_contact_employers": False,
        # What was talked through that day was; the day on which somebody only takes back, nothing was.
        "pros_and_cons": same_day.pros_and_cons if same_day else False,
        "wording_agreed": False,
    }
    terms = {"is_withdrawal": True, "reason": reason.strip()}
    return _decide(service, episode, withdrawn_on, facts, terms, yes=[], no=[])


def refuse_if_locked(episode: Episode, employer: Employer, on: date, *, remedy: str) -> None:
    """Raise NotAllowedToTell, with the way out, when the person of an episode did not allow this employer."""
    told = may_tell(episode.client, employer, on=on)
    if not told.is_allowed:
        raise NotAllowedToTell(f"Not recorded: {told.finding.because}. {remedy}")


def note_override(contact: EmployerContact, *, reason: str, locked_because: str) -> DisclosureOverride:
    """Keep why a contact was made against the plan, before the supervisor of who made it."""
    terms = StaffTerm.objects.standing().filter(staff=contact.staff).covering(contact.made_on)
    supervisor = next((term.supervisor for term in terms.select_related("supervisor") if term.supervisor), None)
    return keep(
        DisclosureOverride(
            service=contact.service,
            employer_contact=contact,
            reason=reason.strip(),
            locked_because=locked_because,
            supervisor=supervisor,
        )
    )


def join_exceptions(gone: EmployerException, kept: Employer, reason: str) -> bool:
    """When two rows of one employer are made one: where a talk named both, a no to either holds.

    Answers whether it was so; else the decision goes with its employer as it is.
    """
    stands = EmployerException.objects.standing().filter(discussion=gone.discussion_id, employer=kept).first()
    if stands is None:
        return False
    if not gone.may_be_contacted and stands.may_be_contacted:
        correct(stands, because=reason, may_be_contacted=False, how_much="", words="")
    take_back(gone, because=reason)
    return True


@action("disclosure.override_read", needs=Permission.REVIEW_LOGS)
def read_override(*, by: Worker, service: Service, override: DisclosureOverride) -> DisclosureOverride:
    """Note that a supervisor read why a contact was made against the plan. Once read, it stays read."""
    require_client(by, override.employer_contact.episode.client, to=Permission.REVIEW_LOGS)
    if override.read_on is not None:
        return override
    return correct(override, read_on=by.today(service), read_by=by.account.full_name)
