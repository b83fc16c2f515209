"""Settings of `placewell demo`: as an installation's, with a made-up record of its own."""

from placewell.settings.base import *  # noqa: F403
from placewell.settings.base import HOME
from placewell.settings.databases import database

DATABASES = {"default": database(f"sqlite:///{HOME / 'demo.sqlite3'}")}
MEDIA_ROOT = HOME / "demo" / "uploads"
