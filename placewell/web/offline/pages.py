"""Addresses of the outbox: what waits, the key, the session, and the page for no connection."""

from base64 import b64encode
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from placewell.actions import device_keys
from placewell.web.doors import Opens, Page
from placewell.web.offline.answers import Answer, said
from placewell.web.offline.worker import service_worker


@require_GET
def shell(request: HttpRequest) -> HttpResponse:
    """The page that stands in for any other while there is no connection. It holds nothing personal."""
    return render(request, "offline/shell.html")


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits on this device. The list is drawn on the device; the server has not got it."""
    return render(request, "offline/waiting.html")


@require_GET
def session(request: HttpRequest) -> HttpResponse:
    """Who is signed in, a fresh token, and whether the key named by `key` still stands."""
    if request.worker is None:
        return said(Answer.SIGN_IN, 401)
    key = uuid_of(request.GET.get("key", ""))
    stands = key is None or device_keys.own_keys(request.worker.account).filter(pk=key).exists()
    return said(Answer.SIGNED_IN, 200, account=request.worker.pk, token=get_token(request), key_stands=stands)


@require_POST
def key(request: HttpRequest) -> HttpResponse:
    """Hand the signed-in person's key on this device over to their browser."""
    if request.worker is None:
        return said(Answer.SIGN_IN, 401)
    device = uuid_of(request.POST.get("device", ""))
    if device is None:
        return said(Answer.CAME_BACK, 400)
    kept = device_keys.hand_over(
        account=request.worker.account, device=device, now=request.worker.now,
        browser=request.headers.get("User-Agent", ""),
    )  # fmt: skip
    secret, lasts = b64encode(kept.secret).decode(), settings.SESSION_COOKIE_AGE
    return said(Answer.SIGNED_IN, 200, account=request.worker.pk, id=str(kept.pk), secret=secret, lasts=lasts)


def devices(request: HttpRequest) -> HttpResponse:
    """The devices on which forms of this person may wait; each can be made to forget them."""
    account = request.worker.account
    if request.method == "POST":
        forgotten = uuid_of(request.POST.get("key", ""))
        try:
            device_keys.forget(account=account, key=forgotten)
        except ObjectDoesNotExist:
            raise Http404("no such key of this account") from None
        return redirect("waiting_devices")
    return render(request, "offline/devices.html", {"keys": device_keys.own_keys(account)})


def uuid_of(words: str) -> UUID | None:
    """An id as it was sent; None when it is none."""
    try:
        return UUID(words)
    except ValueError:
        return None


PAGES = [
    Page("sw.js", service_worker, "service_worker", Opens.EVERYBODY),
    Page("offline/", shell, "offline", Opens.EVERYBODY),
    Page("waiting/", waiting, "waiting", Opens.SIGNED_IN),
    Page("waiting/session/", session, "waiting_session", Opens.EVERYBODY),
    Page("waiting/key/", key, "waiting_key", Opens.EVERYBODY),
    Page("waiting/devices/", devices, "waiting_devices", Opens.SIGNED_IN),
]
