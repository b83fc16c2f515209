"""What `placewell check` looks at, one after another. A look that fails is a finding, not an end."""

from collections.abc import Callable, Iterator

from placewell.commands.faults import Fault, sentences
from placewell.commands.looking.finding import Finding


def look_at_everything() -> list[Finding]:
    """Every finding. What needs the database is only looked at when it can be read."""
    from placewell.commands.looking import database, installation, people
    from placewell.commands.opening import set_up

    try:
        set_up()
    except Fault as fault:
        return [Finding("settings", False, "do not hold", " ".join(fault.lines))]
    except Exception as fault:  # whatever a settings file can do wrong
        return [Finding("settings", False, "do not hold", " ".join(sentences(fault)))]
    findings = list(_all(installation.LOOKS))
    of_database = list(_all(database.LOOKS, until_unsound=True))
    if all(finding.sound is not False for finding in of_database):
        of_database += _all(people.LOOKS)
    return findings + of_database


def _all(looks: tuple[Callable[[], Iterator[Finding]], ...], *, until_unsound: bool = False) -> Iterator[Finding]:
    for look in looks:
        try:
            found = list(look())
        except Exception as fault:  # the next look is still worth having
            name = look.__name__.replace("_", " ")
            found = [Finding(name, False, "cannot be looked at", " ".join(sentences(fault)))]
        yield from found
        if until_unsound and any(finding.sound is False for finding in found):
            return
