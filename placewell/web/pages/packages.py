"""Data brought in and taken out: a service's record as a zip or a workbook."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from placewell.access.permissions import Permission
from placewell.exchange.exporting import export_package
from placewell.exchange.importing import RecordBusy, Report, import_package
from placewell.exchange.writing import CannotWrite
from placewell.records.models import Service
from placewell.web.doors import Page
from placewell.web.forms.packages import PackageForm
from placewell.web.presenters.packages import report_shown

LONGEST_NAME = 60
FORMS = {"zip": "application/zip", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
NOT_PERMITTED = "Nothing was taken in: you may bring in data for {service} only, and this package holds more."


def take_in(request: HttpRequest, service: Service) -> HttpResponse:
    """Check a package, and take it in if that was asked for and nothing is wrong."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, report = PackageForm(*sent), None
    if form.is_bound and form.is_valid():
        try:
            report = report_shown(_report(request, service, form))
        except RecordBusy as busy:
            form.add_error(None, str(busy))
        except PermissionDenied:
            form.add_error(None, NOT_PERMITTED.format(service=service))
        else:
            form = PackageForm()
    return render(request, "packages/import.html", {"form": form, "report": report, "back": reverse("home")})


def _report(request: HttpRequest, service: Service, form: PackageForm) -> Report:
    with _kept_for_now(form.cleaned_data["package"]) as path:
        return import_package(path, by=request.worker.within(service), check_only=form.only_checks)


@contextmanager
def _kept_for_now(upload: UploadedFile) -> Iterator[Path]:
    """An upload as a file under its own name, which only this process's account can read, until it is dealt with."""
    with tempfile.TemporaryDirectory(prefix="placewell-") as folder:
        name = Path(re.sub(r"[^\w .-]", "_", upload.name))
        path = Path(folder) / f"{name.stem[:LONGEST_NAME]}{name.suffix.lower()}"
        path.touch(mode=0o600)
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        yield path


def give_out(request: HttpRequest, service: Service) -> HttpResponse:
    """Ask in which form the record is wanted, and answer with the file."""
    error, wanted = "", request.POST.get("form", "")
    if request.method == "POST" and wanted not in FORMS:
        error = "Choose a zip or a workbook"
    elif request.method == "POST":
        try:
            return _file(request, service, wanted)
        except CannotWrite:
            error = f"The record cannot be written as {wanted}. Choose the zip, which holds any number of rows."
    return render(request, "packages/export.html", {"error": error, "service": service, "back": reverse("home")})


def _file(request: HttpRequest, service: Service, wanted: str) -> FileResponse:
    on = request.worker.today(service).isoformat()
    stem = re.sub(r"[^a-z0-9]+", "-", str(service).lower()).strip("-") or "service"
    with tempfile.TemporaryDirectory(prefix="placewell-") as folder:
        path = Path(folder) / f"record.{wanted}"
        export_package(path, by=request.worker, service=service)
        # Its name goes now, its contents when the answer has been sent.
        opened = path.open("rb")
    return FileResponse(
        opened, as_attachment=True, filename=f"{stem[:LONGEST_NAME]}-{on}.{wanted}", content_type=FORMS[wanted]
    )


PAGES = [
    Page(
        "s/<int:service>/import/", take_in, "import", Permission.IMPORT_RECORD,
        title="Import", text="Check a zip or a workbook, and take it in",
    ),
    Page(
        "s/<int:service>/export/", give_out, "export", Permission.EXPORT_RECORD,
        title="Export", text="The whole record as a zip or a workbook",
    ),
]  # fmt: skip
