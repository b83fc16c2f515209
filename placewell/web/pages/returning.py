"""Begin again: for who comes back, one page that carries over what is known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from placewell.access import scope
from placewell.access.permissions import Permission
from placewell.actions import returning
from placewell.records.clients import ReferralSource, WorkStatus
from placewell.records.models import Allocation, Client, Episode, Job, JobPreference, Referral, Service, WorkWishes
from placewell.records.support import AllocationKind
from placewell.rules.occupations import title_of
from placewell.web.doors import Page
from placewell.web.forms.returning import AskAgainForm, AskForMyselfForm, BeginAgainForm
from placewell.web.pages.episodes import accepted_referral, latest_episode
from placewell.web.pages.own_record import own
from placewell.web.pages.person_leads import last_said
from placewell.web.pages.records.asking import Question, ask, sent
from placewell.web.pages.records.finding import colleagues_in_post, find, may_for, own_staff, teams
from placewell.web.pages.referrals import is_clinician
from placewell.web.presenters.leads.wanted import wishes_in_words, wording_of
from placewell.web.presenters.wording import day, number

CARRIED = (
    "The profile and everything else stays in the record. What employers may hear is to be asked anew, and the "
    "profile gone through: two steps are noted for that."
)


def begin_again(request: HttpRequest, service, client: int) -> HttpResponse:
    """Begin a new stretch of support; who may not begin one asks for it, with the same facts carried over."""
    person = find(request, Client, client, to=Permission.RECORD_REFERRALS)
    last = ended_episode(request, person)
    if last is None:
        return redirect("client", service.pk, person.pk)
    if may_for(request, person, Permission.RECORD_SUPPORT):
        return begin(request, person, last)
    form = AskAgainForm(**sent(request, initial={
        "source": ReferralSource.CARE_COORDINATOR if is_clinician(request) else None
    }))  # fmt: skip
    intro = f"Support ended on {day(last.ended_on)}. The wish to work is enough; nothing is filled in twice."
    return ask(
        request, form, Question("Ask to begin again", person, button="Ask to begin again", intro=intro),
        lambda: returning.ask_again(by=request.worker, service=service, client=person, **form.facts()),
    )  # fmt: skip


def begin(request: HttpRequest, person: Client, last: Episode) -> HttpResponse:
    """The form of who supports people."""
    service, referral = request.service, waiting_referral(request, person)
    wishes = {str(one.pk): one for one in wishes_of(last)}
    rows = {"key_worker": colleagues_in_post(request), "team": teams(request)}
    known = [(pk, wish_in_words(one)) for pk, one in wishes.items()]
    matters = last_said(person)
    initial = likely(request, person, last, referral) | {
        "wishes": list(wishes), "matters": [str(matters.pk)] if matters else [],
    }  # fmt: skip
    form = BeginAgainForm(**sent(request, rows=rows, initial=initial), known=known, mattered=mattered(service, matters))
    asked = f" They asked on {day(referral.received_on)}: that referral is accepted with this." if referral else ""
    question = Question(
        "Begin again", person, button="Begin support again", template="exits/again.html",
        intro=f"Support ended on {day(last.ended_on)}.{asked} {CARRIED}",
        more={"letter": reverse("open_door", args=[service.pk, last.pk])},
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: returning.begin_again(
            by=request.worker, service=service, client=person, referral=referral, **form.facts(),
            wishes=[wishes[pk] for pk in form.cleaned_data.get("wishes", [])],
            matters=matters if form.cleaned_data.get("matters") else None,
        ),
    )  # fmt: skip


def mattered(service: Service, said: WorkWishes | None) -> tuple[str, str, str] | None:
    """What mattered to somebody at work, to be ticked: its row id, when they said so, and what."""
    if said is None:
        return None
    told = "; ".join(f"{asked}: {words}" for asked, words in wishes_in_words(said, wording_of(service)))
    stays = "Without a tick it stays in the record, and is asked about anew."
    return str(said.pk), f"Yes, as they said on {day(said.stated_on)}", f"{stays} {told}".strip()


def ended_episode(request: HttpRequest, person: Client) -> Episode | None:
    """The last stretch of support, which has ended. None while one goes on, or when there was none."""
    today = request.worker.today(request.service)
    last = latest_episode(person, today)
    return None if last is None or last.lives_on(today) else last


def waiting_referral(request: HttpRequest, person: Client) -> Referral | None:
    """A referral that came since and waits, or was accepted."""
    waiting = scope.about(person, Referral).filter(decision="").order_by("-received_on", "-pk").first()
    return waiting or accepted_referral(request, person)


def wishes_of(last: Episode) -> list[JobPreference]:
    """Wishes that were in force when support ended."""
    stated = scope.about(last.client, JobPreference).filter(episode=last).select_related("episode")
    return [one for one in stated.order_by("pk") if one.superseded_on is None or one.superseded_on >= last.ended_on]


def wish_in_words(wish: JobPreference) -> str:
    """Sales, 16 to 20 hours."""
    hours = " to ".join(number(one) for one in (wish.hours_min, wish.hours_max) if one is not None)
    return f"{title_of(group=wish.occupation_group)}{f', {hours} hours' if hours else ''}"


def likely(request: HttpRequest, person: Client, last: Episode, referral: Referral | None) -> dict:
    """Today, by whoever held them last if still in post, with the team they had."""
    today = request.worker.today(request.service)
    held = scope.about(person, Allocation).filter(episode=last, kind=AllocationKind.KEY_WORKER)
    before = held.order_by("-started_on", "-pk").values_list("staff", flat=True).first()
    in_post = before is not None and colleagues_in_post(request).filter(pk=before).exists()
    running = scope.about(person, Job).filter(started_on__lte=today).filter(ended_on=None).exists()
    status = (referral.work_status if referral else "") or (WorkStatus.IN_WORK if running else "")
    return {
        "entered_on": today,
        "key_worker": before if in_post else own_staff(request),
        "team": (referral.team_id if referral else None) or last.team_id,
        "work_status_at_entry": status or None,
    }


def ask_for_myself(request: HttpRequest, service) -> HttpResponse:
    """The person asks for support again, in one tap from their own record."""
    person = own(request, service)
    last = ended_episode(request, person)
    if last is None:
        return redirect("my_record", service.pk)
    form = AskForMyselfForm(**sent(request))
    where = reverse("my_record", args=[service.pk])
    question = Question(
        "Ask for support again", button="Yes, I would like support again", back=where,
        intro=f"Your support ended on {day(last.ended_on)}. You need no new form, and you do not have to be ready. "
        "We get in touch with you.",
        leads_to=lambda made: where,
    )  # fmt: skip
    return ask(
        request, form, question,
        lambda: returning.ask_for_oneself(by=request.worker, service=service, client=person),
    )  # fmt: skip


PAGES = [
    Page("s/<int:service>/clients/<int:client>/begin-again/", begin_again, "begin_again", Permission.RECORD_REFERRALS),
    Page("s/<int:service>/my-record/begin-again/", ask_for_myself, "my_begin_again", Permission.SEE_OWN_RECORD),
]
