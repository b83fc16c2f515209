"""What the installation is told from outside: environment variables and secrets.

Everything read from the environment is read here and nowhere else, so that
`placewell check` can print what is in force. Variables are described in
docs/running.md.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

import platformdirs
from dotenv import load_dotenv

SECRET_FILE = "secret-key"
COUNTRY = 2


def read_env_file() -> None:
    """Take in a `.env` file of the working folder; real variables win over it."""
    load_dotenv(Path.cwd() / ".env", override=False)


def home() -> Path:
    """The folder for the database, uploads and generated secrets, made with mode 700."""
    told = os.environ.get("PLACEWELL_HOME")
    folder = Path(told).expanduser() if told else Path(platformdirs.user_data_dir("placewell"))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.stat(folder).st_uid == os.geteuid():
        folder.chmod(0o700)
    return folder.resolve()


def database_url(folder: Path) -> str:
    """Where the record is kept: PLACEWELL_DATABASE_URL, else SQLite in `folder`."""
    return os.environ.get("PLACEWELL_DATABASE_URL") or f"sqlite:///{folder / 'placewell.sqlite3'}"


def secret_key(folder: Path) -> str:
    """The installation's secret, made at random on the first run and kept with mode 600."""
    told = os.environ.get("PLACEWELL_SECRET_KEY")
    if told:
        return told
    path = folder / SECRET_FILE
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()


def yes(name: str, *, default: bool = False) -> bool:
    """A yes/no variable: 1, true, yes, on (any case) mean yes."""
    told = os.environ.get(name)
    return default if told is None or told == "" else told.strip().lower() in {"1", "true", "yes", "on"}


def words(name: str) -> list[str]:
    """A list variable, separated by commas; empty when it is not set."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def areas(name: str) -> dict[str, str]:
    """Parts of countries by country: “GB-SCT, NZ-AUK” is {"GB": "SCT", "NZ": "AUK"}.

    Raises ValueError for what is no such code (ISO 3166-2).
    """
    found = {}
    for word in words(name):
        country, dash, area = word.partition("-")
        if not (dash and area and len(country) == COUNTRY and country.isalpha()):
            raise ValueError(f"{name} says “{word}”; write the part of a country by its code, for example GB-SCT")
        found[country.upper()] = area
    return found


def patience() -> int:
    """How many seconds to wait for another process that is writing: PLACEWELL_PATIENCE, else 20.

    Raises ValueError for anything but a whole number.
    """
    told = os.environ.get("PLACEWELL_PATIENCE") or "20"
    if not told.isdigit():
        raise ValueError(f"PLACEWELL_PATIENCE is “{told}”; write a whole number of seconds, for example 20")
    return int(told)


# Ports of mail servers: a relay on this machine, one that turns to TLS, one that begins with it.
RELAY, STARTTLS, TLS = 25, 587, 465


def mail() -> dict:
    """Django's settings for sending mail, from PLACEWELL_MAIL_URL and PLACEWELL_MAIL_FROM; empty without them.

    `smtp://user:password@host:587` turns to TLS before it says anything, `smtps://` begins with it;
    only a relay on this machine is spoken to in the clear. Raises ValueError for another address,
    and for a sender that is missing.
    """
    told, sender = os.environ.get("PLACEWELL_MAIL_URL", ""), os.environ.get("PLACEWELL_MAIL_FROM", "")
    if not told:
        return {}
    parts = urlsplit(told)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("PLACEWELL_MAIL_URL is no mail server; write smtp://user:password@host:587, or smtps://…")
    if "@" not in sender:
        raise ValueError("PLACEWELL_MAIL_FROM is missing; write the address from which the service sends mail")
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    usual = TLS if parts.scheme == "smtps" else RELAY if here else STARTTLS
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or usual,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not here,
        "EMAIL_TIMEOUT": 15,
        "DEFAULT_FROM_EMAIL": sender,
    }
