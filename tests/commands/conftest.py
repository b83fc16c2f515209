"""Installations for tests of commands: a new one, one with its tables made, one with the example in it."""

import pytest

from tests.commands.installation import EXAMPLE, Installation


@pytest.fixture(scope="session")
def _tables_made(tmp_path_factory):
    made = Installation.made(tmp_path_factory.mktemp("commands") / "empty")
    made.done("upgrade")
    yield made
    made.gone()


@pytest.fixture(scope="session")
def _example_imported(tmp_path_factory, _tables_made):
    made = Installation.made(tmp_path_factory.mktemp("commands") / "example", like=_tables_made)
    made.done("import", EXAMPLE)
    yield made
    made.gone()


@pytest.fixture
def untouched(tmp_path):
    """An installation in which no command has run."""
    made = Installation.made(tmp_path / "untouched")
    yield made
    made.gone()


@pytest.fixture
def empty(tmp_path, _tables_made):
    """An installation with its tables made and nothing in them."""
    made = Installation.made(tmp_path / "home", like=_tables_made)
    yield made
    made.gone()


@pytest.fixture
def example(tmp_path, _example_imported):
    """An installation that holds the example of the contract, to be changed by the test."""
    made = Installation.made(tmp_path / "home", like=_example_imported)
    yield made
    made.gone()


@pytest.fixture(scope="session")
def kept_example(_example_imported):
    """The same, only to be read: shared by tests."""
    return _example_imported
