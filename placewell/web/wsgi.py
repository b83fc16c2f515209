"""The WSGI application that a web server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placewell.settings")
application = get_wsgi_application()
# Every page, once, and then never looked through again for what could be thrown away: it takes as long as two pages.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
