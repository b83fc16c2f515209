"""`placewell backup` and `placewell restore`."""

from pathlib import Path

import click

from placewell.commands.group import command


@command("backup", "  placewell backup /srv/backups/placewell-monday.zip")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite FILE when it is there already.")
def backup(file, force):
    """Write a consistent copy of the database and the uploaded files to FILE.

    Works while people go on working. FILE is a zip that only its owner may read; it holds
    everything the record holds, so keep it as safe as the record. The generated secrets in
    PLACEWELL_HOME are not in it.
    """
    from placewell.commands.keeping.backups import make_backup
    from placewell.commands.opening import acting_as_system, open_database
    from placewell.commands.output import progress_bar

    open_database()
    from placewell.actions.installation import note_backup

    with progress_bar("Backing up") as moved:
        manifest = make_backup(file, force=force, moved=moved)
    note_backup(by=acting_as_system(), service=None, file=file.name, counts=rows_of_record(manifest.counts))
    click.echo(f"Backup written to {file} ({file.stat().st_size:,} bytes).")


@command("restore", "  placewell restore /srv/backups/placewell-monday.zip")
@click.argument("file", type=click.Path(path_type=Path))
def restore(file):
    """Put the backup FILE in the place of the present database and uploaded files.

    The backup is checked from end to end before anything is touched. The present database is kept
    as a backup of its own, and named. Works while serving: people see the old record, then the
    new one, and sign in again. A backup of an older placewell is brought up to date.
    """
    from placewell.commands.keeping.restoring import restore_backup
    from placewell.commands.opening import set_up
    from placewell.commands.output import progress_bar

    set_up()
    with progress_bar("Restoring") as moved:
        done = restore_backup(file, moved=moved)
    rows = sum(rows_of_record(done.manifest.counts).values())
    click.echo(f"Restored {file}, made {done.manifest.made_at}: {rows:,} rows of the record.")
    if done.kept:
        click.echo(f"What was there before is kept as {done.kept}")
    click.echo("Everybody signs in again.")


def rows_of_record(counts: dict[str, int]) -> dict[str, int]:
    """The rows of the record alone, by table, without the tables of the framework."""
    return {table: rows for table, rows in counts.items() if table.startswith("records_")}
