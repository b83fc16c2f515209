"""Settings of the test suite: as an installation's, in a folder that goes away."""

import atexit
import os
import shutil
import tempfile

if "PLACEWELL_HOME" not in os.environ:
    # The processes that this one starts inherit the folder; this one takes it away.
    os.environ["PLACEWELL_HOME"] = tempfile.mkdtemp(prefix="placewell-test-")
    atexit.register(shutil.rmtree, os.environ["PLACEWELL_HOME"], ignore_errors=True)

from placewell.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAIL_IS_CONFIGURED = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# The live server of tests cannot serve hashed names.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "«undefined: %s»"  # noqa: F405
