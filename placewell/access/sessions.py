"""Who asks for a page, found in kept wordings: each page begins with these two questions.

Sessions and accounts are Django's and allauth's own in everything else.
"""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from placewell.people.models import Account
from placewell.records.worded import Worded


@Worded
def _session(*, key: str) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key)


@Worded
def _account(*, pk: int) -> QuerySet[Account]:
    return Account.objects.filter(pk=pk)


class SessionStore(db.SessionStore):
    """Sessions in the database."""

    def _get_session_from_db(self) -> Session | None:
        """The session that the cookie names; None, and the key forgotten, for one that has run out or never was."""
        found = _session(key=self.session_key)
        if found and found[0].expire_date > timezone.now():
            return found[0]
        self._session_key = None
        return None


class Accounts(AuthenticationBackend):
    """Accounts that sign in with an email address and a password."""

    def get_user(self, user_id: int | str) -> Account | None:
        """The account of a session; None where it is closed or not there."""
        found = _account(pk=int(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None
