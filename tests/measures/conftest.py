"""The example, laid down once for all tests of a file; each test still rolls its own changes back."""

import pytest
from django.db import transaction

from tests.measures.loading import EXAMPLE, load
from tests.slow_ways import read_package


@pytest.fixture(scope="module")
def _example(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            yield load(read_package(EXAMPLE))["S1"]
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)


@pytest.fixture
def example(_example, db):
    """The example's only service, in the database."""
    return _example
