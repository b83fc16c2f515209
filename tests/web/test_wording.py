"""The scale in a service's licensed words, and in ours when a file of theirs does not fit."""

import pytest

from placewell.records.models import Service
from placewell.web.wording import scale_of

LICENSED = """
scale: ips-25
edition: "2008-01-07"
licence: With written permission, 3 May 2026
items:
  1:
    name: Caseload, as the book says
"""


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "scales").mkdir()
    return tmp_path


def test_a_licensed_copy_is_shown(home):
    (home / "scales" / "ours.yaml").write_text(LICENSED)
    assert scale_of(Service(country="GB")).item(1).name == "Caseload, as the book says"


def test_a_copy_that_does_not_fit_is_told_and_left_aside(home, caplog):
    (home / "scales" / "ours.yaml").write_text(LICENSED.replace("1:\n", "77:\n", 1))
    assert scale_of(Service(country="GB")).item(1).name == "Caseload size"
    assert "The licensed wording" in caplog.text


def test_without_a_copy_the_words_are_ours(settings, tmp_path):
    settings.HOME = tmp_path
    assert scale_of(Service(country="GB")).item(1).name == "Caseload size"
