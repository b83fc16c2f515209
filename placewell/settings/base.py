"""Settings every installation shares; what differs comes from the environment."""

from datetime import timedelta
from pathlib import Path

from placewell.settings import environment
from placewell.settings.databases import database
from placewell.settings.security import *  # noqa: F403

environment.read_env_file()

PACKAGE = Path(__file__).resolve().parent.parent
HOME = environment.home()
SECRET_KEY = environment.secret_key(HOME)
DEBUG = False

DATABASES = {"default": database(environment.database_url(HOME))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "placewell.people",
    "placewell.records",
    "placewell.access",
    "placewell.actions",
    "placewell.measures",
    "placewell.nightly",
    "placewell.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "placewell.web.middleware.Headers",
    "placewell.web.offline.answers.OutboxAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "placewell.web.middleware.IdleSessionsEnd",
    "placewell.web.middleware.WorkerGiven",
    "placewell.web.middleware.SignInRequired",
    "placewell.web.middleware.SecondFactorRequired",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "placewell.web.urls"
WSGI_APPLICATION = "placewell.web.wsgi.application"
AUTH_USER_MODEL = "people.Account"
# An address is unique whatever its capitals, by a constraint of the database that the check does not see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "placewell.web.context.frame",
                "placewell.web.source.source_code",
            ],
        },
    }
]
FORM_RENDERER = "placewell.web.nhs.renderer.NHSRenderer"

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
# The clock of records is the service's own (Service.today); this one is for log lines.
TIME_ZONE = "Europe/London"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "placewell.web.static_files.ModuleManifestStorage"},
}
MEDIA_ROOT = HOME / "uploads"

# Counts wrong codes for all processes of the web server together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache"}}
SESSION_SAVE_EVERY_REQUEST = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
# The largest data package that is taken in through the web, in bytes; a larger one is imported on the server.
LARGEST_PACKAGE = 100 * 1024 * 1024

# Where the source code of this installation can be had, for the footer (asked for by the licence).
SOURCE_URL = environment.os.environ.get("PLACEWELL_SOURCE_URL", "")

INVITATION_LASTS = timedelta(days=7)
PASSWORD_LINK_LASTS = timedelta(hours=24)
SERVICE_TIME_ZONES = {"GB": "Europe/London", "NZ": "Pacific/Auckland"}
# Whose public holidays are no working days: England's in GB and the whole country's elsewhere, unless named.
HOLIDAY_AREAS = environment.areas("PLACEWELL_HOLIDAY_AREAS")
FALLBACK_TIME_ZONE = environment.os.environ.get("PLACEWELL_TIME_ZONE", "UTC")

# What breaks is told on the terminal, where the web server's supervisor keeps it. Addresses that are
# not there, and what people typed where a sign-in failed, are nobody's business.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
    },
}
