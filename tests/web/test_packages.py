"""Data brought in and taken out on the web, by the service's administrator."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from placewell.access.roles import Role
from placewell.exchange import importing
from placewell.records.events import Event
from placewell.records.models import ClinicalTeam, Employer
from placewell.web.pages import packages
from tests import given
from tests.web.browsers import signed_in, words

pytestmark = pytest.mark.django_db
HEAD = "team_id,service_id,name,kind,base,started_on,ended_on"


@pytest.fixture
def service():
    return given.service()


@pytest.fixture
def browser(service):
    return signed_in(given.role(service, Role.ADMINISTRATOR).account)


def package(service, *teams: str) -> bytes:
    """A zip with clinical teams of the service."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        rows = [HEAD, *(team.replace("SERVICE", service.key) for team in teams)]
        archive.writestr("clinical_teams.csv", "\n".join(rows) + "\n")
    return held.getvalue()


def bring(browser, service, contents: bytes, *, doing="take_in", name="ours.zip") -> str:
    """What the page says of an upload."""
    upload = SimpleUploadedFile(name, contents)
    response = browser.post(f"/s/{service.pk}/import/", {"package": upload, "doing": doing})
    assert response.status_code == 200
    return words(response)


GOOD = "T9,SERVICE,Quayside,recovery,,2024-01-01,"
BAD = "T8,SERVICE,Harbour,recovery,,2024-31-01,"


def test_a_check_says_what_would_be_written_and_writes_nothing(browser, service):
    page = words(browser.get(f"/s/{service.pk}/import/"))
    assert "All or nothing" in page
    said = bring(browser, service, package(service, GOOD), doing="check")
    assert "Nothing is wrong" in said
    assert "1 row would be written" in said
    assert not ClinicalTeam.objects.filter(name="Quayside").exists()


def test_what_is_taken_in_is_counted_and_the_same_again_changes_nothing(browser, service):
    said = bring(browser, service, package(service, GOOD))
    assert "The package is taken in" in said
    assert "1 row written" in said
    assert ClinicalTeam.objects.get(name="Quayside").version == 1
    events = Event.objects.count()
    assert "nothing is new" in bring(browser, service, package(service, GOOD))
    assert (Event.objects.count(), ClinicalTeam.objects.get(name="Quayside").version) == (events, 1)


def test_a_fault_is_shown_with_its_place_and_nothing_is_taken_in(browser, service):
    said = bring(browser, service, package(service, GOOD, BAD))
    assert "1 thing to put right" in said
    assert "File or sheet clinical_teams.csv Row 3 Column started_on Value 2024-31-01" in said
    assert not ClinicalTeam.objects.filter(name__in=["Quayside", "Harbour"]).exists()


def test_of_very_many_faults_the_first_are_shown_and_all_are_counted(browser, service):
    many = [f"T{number},SERVICE,Team {number},recovery,,2024-31-01," for number in range(230)]
    said = bring(browser, service, package(service, *many))
    assert "230 things to put right" in said
    assert "The first 200 of 230. 30 more are not shown" in said
    assert said.count("2024-31-01") == 200


@pytest.mark.parametrize(
    ("contents", "name", "says"),
    [
        (b"no zip at all", "ours.zip", "This zip file is broken or is none"),
        (b"no workbook", "ours.xlsx", "1 thing to put right"),
        (b"a,b", "ours.csv", "Choose a file whose name ends in .zip or .xlsx"),
        (b"", "ours.zip", "The file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(browser, service, contents, name, says):
    assert says in bring(browser, service, contents, name=name)


def test_no_file_and_a_file_too_large_are_told(browser, service, settings):
    assert "Choose a file" in words(browser.post(f"/s/{service.pk}/import/", {"doing": "check"}))
    settings.LARGEST_PACKAGE = 10
    assert "The file is larger than" in bring(browser, service, package(service, GOOD))


def test_a_record_that_is_busy_is_told(browser, service, monkeypatch):
    def busy(*args, **more):
        raise importing.RecordBusy("Another process is writing. Nothing was imported; try again.")

    monkeypatch.setattr(packages, "import_package", busy)
    assert "Nothing was imported; try again." in bring(browser, service, package(service, GOOD))


def test_another_service_is_refused_even_to_who_administers_both(service):
    other = given.service("Hillside IPS")
    account = given.role(service, Role.ADMINISTRATOR).account
    given.role(other, Role.ADMINISTRATOR, account=account)
    said = bring(signed_in(account), service, package(other, GOOD))
    assert "to put right" in said
    assert not ClinicalTeam.objects.filter(name="Quayside").exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_other_roles_are_refused(service, role):
    ends = {"ended_on": given.TODAY + timedelta(days=400)} if role == Role.REVIEWER else {}
    browser = signed_in(given.role(service, role, **ends).account)
    for page in ("import", "export"):
        assert browser.get(f"/s/{service.pk}/{page}/").status_code == 403
        assert browser.post(f"/s/{service.pk}/{page}/", {"form": "zip"}).status_code == 403


@pytest.mark.parametrize("form", ["zip", "xlsx"])
def test_what_is_taken_out_changes_nothing_when_it_is_brought_in(browser, service, form):
    given.employer(service)
    other = given.employer(given.service("Hillside IPS"))
    response = browser.post(f"/s/{service.pk}/export/", {"form": form})
    contents = b"".join(response.streaming_content)
    assert response.headers["Content-Disposition"].endswith(f'.{form}"')
    assert "nothing is new" in bring(browser, service, contents, name=f"ours.{form}")
    assert Employer.objects.get(pk=other.pk).version == 1


def test_export_says_what_it_holds_and_asks_for_a_form(browser, service):
    page = words(browser.get(f"/s/{service.pk}/export/"))
    assert "Keep it as safe as the record itself" in page
    assert "Choose a zip or a workbook" in words(browser.post(f"/s/{service.pk}/export/", {"form": "pdf"}))
