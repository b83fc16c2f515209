"""The command line: `placewell`, one file a command."""

from placewell.commands.group import main

__all__ = ["main"]
