"""When a session has ended while somebody was typing: the words are kept on the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEVER_SHOWN = ("password", "csrfmiddlewaretoken", "code", "credential")


def keep_words(request: HttpRequest) -> HttpResponse:
    """Show what was typed, with a way to sign in and send it again. Status 403."""
    context = {
        "words": words_of(request),
        "files_lost": bool(request.FILES),
        "address": request.get_full_path(),
        "signed_in": request.user.is_authenticated,
    }
    return render(request, "pages/session_ended.html", context, status=403)


def words_of(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form sent, as pairs of name and words; never a password or a code."""
    return [
        (name, word)
        for name, words in request.POST.lists()
        for word in words
        if not any(secret in name for secret in NEVER_SHOWN)
    ]


def token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's one-use token is out of date, as after signing in again in another tab.

    From a page of our own (the browser says so) the words are shown again, to be sent with a
    new token by a press of the button; from anywhere else the form is refused.
    """
    own = f"{request.scheme}://{request.get_host()}"
    if request.META.get("HTTP_ORIGIN") == own or request.META.get("HTTP_SEC_FETCH_SITE") == "same-origin":
        return keep_words(request)
    return render(request, "403_csrf.html", status=403)
