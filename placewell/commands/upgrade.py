"""`placewell upgrade`."""

import click

from placewell.commands.group import command


@command("upgrade", "  placewell upgrade")
def upgrade():
    """Bring an old database up to date, after a backup.

    The backup is kept in the folder `backups` of PLACEWELL_HOME and named on the terminal. Nothing
    happens to a database that is up to date already.
    """
    from placewell.commands.opening import Schema, migrate, one_at_a_time, refuse_what_is_not_ours, schema, set_up

    set_up()
    with one_at_a_time():
        found = schema()
        refuse_what_is_not_ours(found)
        if found == Schema.CURRENT:
            click.echo("The database is up to date. Nothing was changed.")
            return
        if found == Schema.OLD:
            from placewell.commands.keeping.backups import keep_backup

            click.echo(f"Backup kept as {keep_backup('before-upgrade')}")
        migrate()
    click.echo("The database is up to date now.")
