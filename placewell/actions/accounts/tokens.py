"""The secret part of a one-use link: made at random, shown once, kept as a digest."""

import hashlib
import secrets

TOKEN_BYTES = 32


class LinkDoesNotWork(Exception):
    """The link was used, has ended, was withdrawn, or never was: whoever holds it is not told which."""

    def __init__(self):
        super().__init__("This link does not work any more. Ask the person who sent it for a new one.")


def new_token() -> str:
    """A token that nobody guesses, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    """What is kept of a token: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
