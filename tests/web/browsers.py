"""Browsers that are signed in, and forms sent with them as a person would."""

import html
import re
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

TAGS = re.compile(r"<(script|style).*?</\1>|<[^>]+>", re.DOTALL)


def signed_in(account) -> Client:
    """A browser with a session, without the sign-in page: signing in is tried elsewhere."""
    browser = Client()
    session = browser.session
    session.update({SESSION_KEY: str(account.pk), BACKEND_SESSION_KEY: settings.SIGN_IN_BACKEND})
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return browser


def words(response) -> str:
    """What a page says, without its markup."""
    return " ".join(html.unescape(TAGS.sub(" ", response.content.decode())).split())


def date_of(name: str, when) -> dict[str, int]:
    """A date as its three boxes send it."""
    return {f"{name}[day]": when.day, f"{name}[month]": when.month, f"{name}[year]": when.year}


def form(**told) -> dict:
    """What a form sends, with an id of its own."""
    return {"submission": str(uuid4()), **told}


def send(browser: Client, address: str, sent: dict) -> str:
    """Send a form that is taken in; answers with what the page it leads to says."""
    response = browser.post(address, sent)
    assert response.status_code == 302, words(response)
    return words(browser.get(response.headers["Location"]))
