"""Every address refuses a stranger, but for those named here."""

import re

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

from placewell.web.doors import Opens, page_of

# Open to everybody, and why: each page that opens to everybody, and no other.
OPEN = {
    "health": "says that the service is up, and nothing else",
    "accessibility": "the accessibility statement",
    "privacy": "what is kept about whom, and why",
    "account_login": "signing in",
    "account_inactive": "says that an account was closed",
    "invitation": "the one-use link of `placewell invite`; a wrong one opens nothing",
    "new_password": "the one-use link for a lost password; a wrong one opens nothing",
    "account_logout": "a stranger has nothing to sign out of, and is sent home",
    "mfa_authenticate": "the second step of signing in; without the first it sends back to it",
    "mfa_login_webauthn": "signing in with a passkey",
    "service_worker": "the script for no connection; the same for everybody",
    "offline": "the page for no connection; it holds nothing about anybody",
    "waiting_session": "tells a script whether somebody is signed in; 401 to a stranger",
    "waiting_key": "hands over one's own key; 401 to a stranger",
}
PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")
SAMPLES = {None: "a", "str": "a", "slug": "a", "path": "a", "int": "1", "uuid": "6f0c1d1e-6f0a-4b7e-9a53-0d6f0d4d3a11"}


def addresses():
    """(name, address, view) of everything that has an address, with made-up parameters."""
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern), "addresses are flat, so that this test can walk them all"
        assert isinstance(pattern.pattern, RoutePattern), "addresses are routes, not regular expressions"
        yield pattern.name, "/" + PARAMETER.sub(sample, str(pattern.pattern)), pattern.callback


def sample(found: re.Match) -> str:
    """A made-up value for a parameter; another kind of parameter is first named in SAMPLES."""
    return SAMPLES[found["kind"]]


def refused(response) -> bool:
    """Whether the answer keeps a stranger out: sent to sign in, forbidden, or nothing there."""
    to_sign_in = response.status_code == 302 and response["Location"].startswith("/accounts/login/")
    return to_sign_in or response.status_code in {401, 403, 404, 405}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_refuses_the_stranger(client, method):
    walked = list(addresses())
    assert len(walked) > 15
    let_in = {}
    for name, address, _ in walked:
        response = getattr(client, method)(address)
        if not refused(response) and name not in OPEN and not told_to_a_stranger_signing_in(response):
            let_in[name] = f"{address} answers {response.status_code}"
    assert let_in == {}


def told_to_a_stranger_signing_in(response) -> bool:
    """Whether words typed before the session ended are shown again, to be sent after signing in."""
    page = page_of(getattr(response, "resolver_match", None) and response.resolver_match.func)
    return response.request["REQUEST_METHOD"] == "POST" and response.status_code == 401 and page is not None


def test_pages_open_to_everybody_are_named_here():
    opened = {name for name, _, view in addresses() if (page := page_of(view)) and page.needs == Opens.EVERYBODY}
    assert opened == set(OPEN)


def test_every_address_has_a_name_of_its_own():
    names = [name for name, _, _ in addresses()]
    assert all(names)
    assert len(names) == len(set(names))


def test_the_sign_in_page_is_where_strangers_are_sent():
    assert settings.LOGIN_URL == "account_login"
    assert {name: address for name, address, _ in addresses()}["account_login"] == "/accounts/login/"
