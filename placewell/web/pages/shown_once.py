"""Links that are shown once: whoever has one may use it, so it waits in the session for one page only."""

from django.http import HttpRequest


def keep(request: HttpRequest, kind: str, pk: int, link: str) -> None:
    """Keep a link for the next page; an earlier one of its kind (`kind`, in words) is dropped."""
    request.session[kind] = {str(pk): link}


def take(request: HttpRequest, kind: str, pk: int) -> str:
    """The link that was kept of a kind for this row; '' once it was shown."""
    links = request.session.get(kind, {})
    link = links.get(str(pk), "")
    if link:
        request.session[kind] = {other: kept for other, kept in links.items() if other != str(pk)}
    return link
