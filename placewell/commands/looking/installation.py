"""Settings in force, folders, secrets, addresses, the front end: all but the database."""

import os
import platform
import re
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from placewell.commands.looking.finding import Finding

NOT_SECRET = {
    "PLACEWELL_HOME", "PLACEWELL_DATABASE_URL", "PLACEWELL_HOSTS", "PLACEWELL_URL", "PLACEWELL_TLS",
    "PLACEWELL_SECOND_FACTOR", "PLACEWELL_TIME_ZONE", "PLACEWELL_HOLIDAY_AREAS", "PLACEWELL_DEBUG",
    "PLACEWELL_PATIENCE", "PLACEWELL_SOURCE_URL", "PLACEWELL_MAIL_URL", "PLACEWELL_MAIL_FROM",
}  # fmt: skip
PASSWORD = re.compile(r"(?<=://)([^:@]*):.*@|(?<=password)()=[^&]*", re.IGNORECASE)
LOCAL = {"localhost", "127.0.0.1", "[::1]"}


def version() -> Iterator[Finding]:
    from placewell import __version__

    yield Finding("version", True, f"placewell {__version__}, Python {platform.python_version()}")


def settings_in_force() -> Iterator[Finding]:
    for name in sorted(name for name in os.environ if name.startswith("PLACEWELL_") and os.environ[name]):
        yield Finding(name, True, without_password(os.environ[name]) if name in NOT_SECRET else "set, not shown")


def without_password(address: str) -> str:
    """A database's address as it may be shown, whatever signs its password is made of."""
    return PASSWORD.sub(lambda found: f"{found[1]}:***@" if found[1] is not None else "=***", address)


def home_folder() -> Iterator[Finding]:
    from django.conf import settings

    home = Path(settings.HOME)
    yield _private("home folder", home)
    uploads = Path(settings.MEDIA_ROOT)
    if uploads.exists() and not uploads.is_relative_to(home):
        yield _private("uploads", uploads)


def _private(what: str, path: Path) -> Finding:
    state = path.stat()
    mode = stat.S_IMODE(state.st_mode)
    if state.st_uid != os.geteuid():
        return Finding(what, None, f"{path} belongs to another user", "Run placewell as the folder's owner.")
    if mode & 0o077:
        return Finding(what, False, f"{path} has mode {mode:o}", f"Others can read it. Say: chmod go= {path}")
    return Finding(what, True, f"{path}, mode {mode:o}")


def secret_key() -> Iterator[Finding]:
    from django.conf import settings

    path = Path(settings.HOME) / "secret-key"
    if os.environ.get("PLACEWELL_SECRET_KEY"):
        yield Finding("secret key", len(settings.SECRET_KEY) >= 32 or False, "from the environment",
                      "" if len(settings.SECRET_KEY) >= 32 else "It is short. Use 50 random characters.")  # fmt: skip
    elif path.exists():
        yield _private("secret key", path)


def addresses() -> Iterator[Finding]:
    from django.conf import settings

    others = [host for host in settings.ALLOWED_HOSTS if host not in LOCAL]
    shown = ", ".join(settings.ALLOWED_HOSTS)
    if "*" in others:
        yield Finding("addresses", False, shown, "Name the hosts in PLACEWELL_HOSTS; * lets anybody pose as them.")
    elif others and not settings.BEHIND_TLS:
        yield Finding("addresses", False, f"{shown}; no TLS", "Passwords travel in clear. Set up TLS.")
    else:
        yield Finding("addresses", True, f"{shown}; {'TLS' if settings.BEHIND_TLS else 'this machine alone'}")


def front_end() -> Iterator[Finding]:
    from django.contrib.staticfiles.finders import find

    there = find("vendor/nhsuk/nhsuk-frontend.min.css")
    remedy = "Run bin/setup: it fetches the NHS.UK front end by its lock file."
    yield Finding("front end", bool(there), "installed" if there else "not installed", "" if there else remedy)


def time_zones() -> Iterator[Finding]:
    from django.conf import settings

    names = [*settings.SERVICE_TIME_ZONES.values(), settings.FALLBACK_TIME_ZONE]
    for name in names:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            yield Finding("time zones", False, f"{name} is not known", "Correct it, or install tzdata.")
            return
    yield Finding("time zones", True, ", ".join(names))


def public_holidays() -> Iterator[Finding]:
    from django.conf import settings

    from placewell.rules.public_holidays import NoSuchArea, public_holidays

    for country, area in settings.HOLIDAY_AREAS.items():
        try:
            public_holidays(country=country, area=area, year=date.today().year)
        except NoSuchArea as wrong:
            yield Finding("public holidays", False, str(wrong), "Correct PLACEWELL_HOLIDAY_AREAS.")
            return
    named = ", ".join(f"{country}-{area}" for country, area in settings.HOLIDAY_AREAS.items())
    yield Finding("public holidays", True, named or "England in GB, the whole country elsewhere")


LOOKS = (version, settings_in_force, home_folder, secret_key, addresses, front_end, time_zones, public_holidays)
