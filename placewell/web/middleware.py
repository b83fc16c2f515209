"""What stands between a request and every page."""

import time
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.middleware import UserSessionsMiddleware
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from placewell.web.doors import Opens, page_of, worker_of
from placewell.web.pages import ended

SEEN = "seen"
SEEN_EVERY = 60  # seconds between two notes of a session's last use
POLICY = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


class Headers:
    """Headers that no page sets itself: nothing is kept in a cache, no device is asked for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class IdleSessionsEnd(UserSessionsMiddleware):
    """Ends a session after SESSION_IDLE without use.

    The last use is noted at most once a minute, in the session and in the person's list of
    devices, so that a page that is only looked at seldom writes.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.session_ended = False
        seen = request.session.get(SEEN)
        now = int(time.time())
        if not request.user.is_authenticated:
            return self.get_response(request)
        if seen is not None and now - seen > settings.SESSION_IDLE.total_seconds():
            logout(request)
            request.session_ended = True
        elif seen is None or now - seen >= SEEN_EVERY:
            request.session[SEEN] = now
            return super().__call__(request)
        return self.get_response(request)


class WorkerGiven:
    """Gives each request its `worker`: who is signed in, at this moment; None for nobody."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        worker_of(request)
        return self.get_response(request)


class SignInRequired:
    """Sends a stranger to the sign-in page, from every page but those open to everybody.

    Words typed before a session ended are shown again, to be sent after signing in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs):
        page = page_of(view)
        if request.user.is_authenticated or (page and page.needs == Opens.EVERYBODY):
            return None
        if request.method == "POST" and page and not page.before_second_factor:
            return ended.keep_words(request)
        asked = {"next": request.get_full_path()} if request.method == "GET" else {}
        if request.session_ended:
            asked["ended"] = "idle"
        return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode(asked)}")


class SecondFactorRequired:
    """Where an installation requires a second factor, an account without one can only set one up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs):
        page = page_of(view)
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated:
            return None
        if page and (page.before_second_factor or page.needs == Opens.EVERYBODY):
            return None
        if is_mfa_enabled(request.user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]):
            return None
        return redirect("mfa_index")
