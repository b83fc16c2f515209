"""Papers handed out: a document that was made of a person's record, as a file to keep, print or send."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from placewell.documents.paper import Document, one_line
from placewell.documents.pdf import pdf
from placewell.documents.word import word
from placewell.records.models import Client
from placewell.web.pages.records.finding import note_reading

# Each form of a paper: how it is made, its kind, its ending, and what the reading log calls it.
FORMS = {
    "word": (word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "Word"),
    "pdf": (pdf, "application/pdf", "pdf", "PDF"),
}


def hand_out(
    request: HttpRequest,
    person: Client | None,
    document: Document,
    form: str = "word",
    large: bool = False,
    name: str = "",
) -> HttpResponse:
    """The document as a file to be saved. The person's reading log says that it was made.

    `name` is the file's name without its ending (the title, when it is empty). Raises Http404 for
    a form that is none.
    """
    if form not in FORMS:
        raise Http404("no such form of a document")
    make, kind, ending, called = FORMS[form]
    note_reading(request, person, f"{document.title}, as {called}")
    response = HttpResponse(make(document, large=large), content_type=kind)
    file = f"{one_line(name) or one_line(document.title)}.{ending}"
    response.headers["Content-Disposition"] = content_disposition_header(True, file)
    response.headers["Cache-Control"] = "no-store, private"
    return response


def is_large(request: HttpRequest) -> bool:
    """Whether large print was asked for in the address (`?large=yes`)."""
    return "large" in request.GET
