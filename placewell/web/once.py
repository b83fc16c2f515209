"""How a page answers a form: act once, then redirect.

form = ContactForm(request.POST if request.method == "POST" else None)
if form.is_valid() and (done := answer(request, form, lambda: record_it(request, service, form))):
    return done
return render(request, "pages/contact.html", {"form": form})
"""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from placewell.actions.submissions import SentBefore, once
from placewell.web.nhs.forms import OnceForm, add_refusal

# Says which form was taken in. A browser that keeps forms while there is no connection waits for it.
TAKEN_IN = "X-Placewell-Taken-In"


def answer(request: HttpRequest, form: OnceForm, do: Callable[[], str]) -> HttpResponse | None:
    """Do what a valid form asks for, once, and redirect to the address that `do` returns.

    None when the action refused: the form then says why, and the page shows it again. A form
    that comes back with other words is a conflict (409), with what was saved first and with
    what was typed now.
    """
    try:
        led_to = once(
            submission=form.cleaned_data["submission"], by=request.worker, address=request.path,
            fingerprint=form.fingerprint(), do=do,
        )  # fmt: skip
    except ValidationError as refusal:
        add_refusal(form, refusal)
        return None
    except SentBefore as conflict:
        saved = conflict.submission.led_to if conflict.same_person else ""
        words = [words for name, words in typed(request) if words]
        return render(request, "pages/sent_before.html", {"saved": saved, "words": words}, status=409)
    return HttpResponseRedirect(led_to, headers={TAKEN_IN: str(form.cleaned_data["submission"])})


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, without what the form carries for itself."""
    carried = {"csrfmiddlewaretoken", "submission"}
    return [(name, words) for name, every in request.POST.lists() if name not in carried for words in every]
