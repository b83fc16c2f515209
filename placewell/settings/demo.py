"""Settings of `placewell demo`: as an installation's, with a made-up record of its own."""

from placewell.settings.base import *  # noqa: F403
from placewell.settings.base import HOME
from placewell.settings.databases import database

DATABASES = {"default": database(f"sqlite:///{HOME / 'demo.sqlite3'}")}
MEDIA_ROOT = HOME / "demo" / "uploads"
# Nobody in it is real: nothing is sent, whatever the installation is told.
MAIL_IS_CONFIGURED = False
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
