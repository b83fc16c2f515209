"""Whatever bytes a package is made of: it is right, or it has faults; there is never a traceback."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.packages import folder, small, taken_in, workbook, zip_of

pytestmark = pytest.mark.django_db
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=5)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("form", ["folder", "p.zip", "p.xlsx"])
def test_changed_bytes(tmp_path, form):
    if form == "folder":
        path = folder(tmp_path / "p", small())
        file = path / "contacts.csv"
    else:
        path = file = {"p.zip": zip_of, "p.xlsx": workbook}[form](tmp_path / form, small())
    whole = file.read_bytes()
    outcomes = set()

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), database=None)
    @given(CHANGES)
    def read(changes):
        content = bytearray(whole)
        for place, byte in changes:
            content[int(place * len(content))] = byte
        file.write_bytes(content)
        report = taken_in(path, check_only=True)
        assert report.ok is (report.fault_count == 0)
        assert all(fault.problem and fault.file for fault in report.faults)
        outcomes.add(report.ok)

    read()
    assert False in outcomes
