"""`placewell serve`."""

import click

from placewell.commands.group import command

PORT = click.IntRange(1, 65535)


@command("serve", "  placewell serve\n  placewell serve --host 0.0.0.0 --port 8080")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port to listen on.")
def serve(host, port):
    """Serve the configured database until Ctrl-C.

    Speaks plain HTTP: put it behind a web server that does TLS, and set PLACEWELL_TLS=yes and
    PLACEWELL_HOSTS to the names under which people reach it.

    Once a day, after three in the morning, it also does the nightly round: accounts of leavers are
    closed, old sign-in attempts and ended sessions deleted, figures worked out beforehand.
    """
    from placewell.commands import nights
    from placewell.commands.serving import LOCAL, allow_host, collect_static_files, listen_on, serve_until_stopped

    allow_host(host)
    listen_on(host, port)

    from placewell.commands.opening import open_database

    open_database()
    collect_static_files()
    from django.conf import settings

    if host not in LOCAL and not settings.BEHIND_TLS:
        click.echo("Passwords travel in clear: serve other machines behind TLS (PLACEWELL_TLS=yes).", err=True)
    nights.start()
    serve_until_stopped(host, port)
