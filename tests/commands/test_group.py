"""The command line as a whole: its commands, its help, its exit codes."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from placewell.commands import main
from placewell.commands.group import COMMANDS

CONTRACT = {
    "demo", "serve", "import", "export", "fidelity", "measure", "measures", "outcomes", "backup", "restore",
    "invite", "upgrade", "check",
}  # fmt: skip


def test_the_commands_are_those_of_the_contract():
    assert set(COMMANDS) == CONTRACT
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    assert all(f"\n  {name} " in shown.output for name in CONTRACT)


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_each_command_explains_itself_with_an_example(name):
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert f"placewell {name}" in shown.output.split("For example:")[1]


def test_help_does_not_wait_for_the_framework():
    code = "import sys; from placewell.commands import main; main(['--help'], standalone_mode=False); "
    code += "sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ["nosuch"],
        ["fidelity"],
        ["fidelity", "--service", "S1", "--as-at", "yesterday"],
        ["fidelity", "--service", "S1", "--as-at", "2026-02-29"],
        ["fidelity", "--service", "S1", "--as-at", "20260101"],
        ["measure", "--service", "S1"],
        ["measure", "caseload_size@1", "--service", "S1", "--by", "month"],
        ["measure", "job_starts@ipsgrow", "--service", "S1", "--from", "2026-01-01"],
        ["measure", "job_starts@ipsgrow", "--service", "S1", "--from", "2026-02-01", "--to", "2026-01-01"],
        ["measure", "x@1", "--service", "S1", "--from", "2026-01-01", "--to", "2026-02-01", "--as-at", "2026-01-01"],
        ["outcomes", "--service", "S1"],
        ["outcomes", "--service", "S1", "--from", "2026-02-01", "--to", "2026-01-31"],
        ["invite", "a@b.example"],
        ["invite", "a@b.example", "--role", "king"],
        ["invite", "a@b.example", "--role", "executive", "--new-service", "S1"],
        ["invite", "a@b.example", "--role", "executive", "--service", "S1", "--new-service", "S2", "--name", "N"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
        ["demo", "--people", "none"],
        ["fidelity", "--service", "S1", "--as-at", "0001-01-01"],
        ["outcomes", "--service", "S1", "--from", "1899-12-31", "--to", "1900-01-01"],
        ["import"],
        ["import", "a", "b"],
        ["backup"],
        ["restore"],
        ["upgrade", "--nosuch"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_ends_2_and_says_so(wrong):
    ended = CliRunner().invoke(main, wrong)
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert "Error:" in ended.stderr


def test_it_says_its_version():
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("placewell 0.")
