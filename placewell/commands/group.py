"""The group `placewell` and the kind of command it is made of.

Commands are imported when they are asked for, and the framework when one is run, so that
`--help` is quick.
"""

import json
from importlib import import_module

import click

from placewell.commands.faults import Fault, told_plainly

# In the order in which a person meets them.
COMMANDS = {
    "demo": "placewell.commands.demo:demo",
    "serve": "placewell.commands.serve:serve",
    "import": "placewell.commands.packages:import_",
    "export": "placewell.commands.packages:export",
    "fidelity": "placewell.commands.fidelity:fidelity",
    "measure": "placewell.commands.measures:measure",
    "measures": "placewell.commands.measures:measures",
    "outcomes": "placewell.commands.outcomes:outcomes",
    "backup": "placewell.commands.backup:backup",
    "restore": "placewell.commands.backup:restore",
    "invite": "placewell.commands.invite:invite",
    "upgrade": "placewell.commands.upgrade:upgrade",
    "check": "placewell.commands.check:check",
}


class Command(click.Command):
    """A command whose faults are sentences, and with `--json` in the document too."""

    def invoke(self, ctx):
        try:
            with told_plainly():
                return super().invoke(ctx)
        except Fault as fault:
            if ctx.params.get("as_json"):
                click.echo(json.dumps(fault.document, ensure_ascii=False, indent=2))
            raise


class Commands(click.Group):
    """The group: finds a command by name, and imports it only then."""

    def list_commands(self, ctx):
        return list(COMMANDS)

    def get_command(self, ctx, name):
        where = COMMANDS.get(name)
        if where is None:
            return None
        module, attribute = where.split(":")
        return getattr(import_module(module), attribute)


def command(name: str, example: str):
    """Make a function one command, with an example under its help.

    A backslash-b line keeps click from joining the lines of the example.
    """

    def decorate(do):
        return click.command(name, cls=Command, epilog=f"\b\nFor example:\n{example.strip(chr(10))}")(do)

    return decorate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="placewell", message="placewell %(version)s")
def main():
    """The open record of an Individual Placement and Support (IPS) service.

    Begin with `placewell demo`: it makes a made-up service and serves it. Settings come from the
    environment and from a .env file in the working folder; `placewell check` shows them.

    Ends 0 when it did what it says, 1 when the input is at fault, 2 when the command line is wrong.
    """
