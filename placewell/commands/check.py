"""`placewell check`."""

import click

from placewell.commands import options
from placewell.commands.faults import Fault
from placewell.commands.group import command

SIGNS = {True: "sound", False: "UNSOUND", None: "look"}


@command("check", "  placewell check\n  placewell check --json")
@options.as_json
def check(as_json):
    """Is this installation sound? Settings in force (without secrets), database, clock, backups, accounts.

    Ends 1 when something is unsound. What wants looking at, and does not stop work, is marked
    “look” and ends 0.
    """
    from placewell.commands.looking import look_at_everything
    from placewell.commands.output import print_json, print_table

    findings = look_at_everything()
    unsound = [one for one in findings if one.sound is False]
    if as_json:
        document = {"sound": not unsound, "findings": [one.as_json() for one in findings]}
        if unsound:
            raise Fault(*(f"{one.what}: {one.remedy}" for one in unsound), document=document)
        print_json(document)
        return
    rows = [[SIGNS[one.sound], one.what, one.state, one.remedy] for one in findings]
    print_table("This installation", ["", "What", "State", "What to do"], rows)
    if unsound:
        raise Fault(*(f"{one.what}: {one.remedy}" for one in unsound))
    click.echo("Nothing is unsound.")
