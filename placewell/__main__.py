"""`python -m placewell` is `placewell`."""

from placewell.commands import main

main(prog_name="placewell")
