"""Where the source code of this installation can be had: the licence asks that users are told."""

from django.conf import settings
from django.http import HttpRequest


def source_code(request: HttpRequest) -> dict:
    """Context processor: `source_code`, an address, or '' where the installation has not said."""
    return {"source_code": settings.SOURCE_URL}
