"""What became of a form that an outbox sent, in words that no other site says by chance.

A form is posted to its own address as always, with the id of the person who wrote it in a header.
The page answers as always; the middleware turns its answer into one that a script can read. Only
`X-Placewell-Taken-In` with the form's own id lets the browser forget the words.
"""

import json
from enum import StrEnum

from django.http import HttpRequest, HttpResponse, JsonResponse

from placewell.web.once import TAKEN_IN

AUTHOR = "X-Placewell-Author"
ANSWER = "X-Placewell-Answer"


class Answer(StrEnum):
    """What became of the form."""

    TAKEN_IN = "taken-in"
    CAME_BACK = "came-back"  # the page says what to mend
    SIGN_IN = "sign-in"
    ANOTHER_PERSON = "another-person"  # who is signed in did not write it
    LATER = "later"
    BROKEN = "broken"
    SIGNED_IN = "signed-in"  # to a question about the session


def said(answer: Answer, status: int, **more) -> JsonResponse:
    """An answer to a script, marked as ours."""
    return JsonResponse({"answer": answer, **more}, status=status, headers={ANSWER: str(answer)})


class OutboxAnswers:
    """Answers a form from an outbox so that a script can tell what became of it.

    Stands outside sessions and tokens: whatever those say about the form is turned into an answer.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if from_outbox(request) and ANSWER not in response.headers:
            return made_readable(response)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs):
        """Nobody else's form is taken in, whoever has signed in on the device meanwhile."""
        if not from_outbox(request):
            return None
        if not request.user.is_authenticated:
            return said(Answer.SIGN_IN, 401)
        if request.headers[AUTHOR] != str(request.user.pk):
            return said(Answer.ANOTHER_PERSON, 403)
        return None


def from_outbox(request: HttpRequest) -> bool:
    """Whether a script sends a form that was kept on a device."""
    return request.method == "POST" and AUTHOR in request.headers


def made_readable(response: HttpResponse) -> HttpResponse:
    """The page's own answer, with what it means in a header, and its cookies as they were."""
    if TAKEN_IN in response.headers:
        response.content = json.dumps({"answer": Answer.TAKEN_IN, "led_to": response.headers["Location"]})
        response.headers["Content-Type"] = "application/json"
        response.headers["Content-Length"] = str(len(response.content))
        del response.headers["Location"]
        response.status_code, response.headers[ANSWER] = 200, str(Answer.TAKEN_IN)
    elif response.status_code < 300:
        response.status_code, response.headers[ANSWER] = 422, str(Answer.CAME_BACK)
    elif response.status_code < 400:
        # Sent elsewhere without being taken in: the second step, or the password once more.
        return said(Answer.SIGN_IN, 401)
    elif response.status_code < 500 and response.status_code != 429:
        response.headers[ANSWER] = str(Answer.CAME_BACK)
    else:
        response.headers[ANSWER] = str(Answer.LATER if response.status_code == 429 else Answer.BROKEN)
    return response
