"""`placewell demo`."""

import click

from placewell.commands.group import command
from placewell.commands.serve import PORT

HOST, FIRST_PORT = "127.0.0.1", 8000


@command("demo", "  placewell demo\n  placewell demo --port 8080 --people 300")
@click.option("--port", type=PORT, help="Port to listen on [default: 8000, or the next one that is free].")
@click.option("--people", type=click.IntRange(10, 100_000), help="People referred to the service [default: 120].")
@click.option("--fresh", is_flag=True, help="Forget what the demo holds and make it anew, up to today.")
def demo(port, people, fresh):
    """Make a made-up service with two years of history, and serve it.

    Everything lies in a database of its own, demo.sqlite3 in PLACEWELL_HOME; the configured
    database is not touched. Prints the address and a sign-in for each role. The second time, the
    demo is as it was left.
    """
    import os

    from placewell.commands.serving import collect_static_files, free_port, listen_on, serve_until_stopped

    os.environ["DJANGO_SETTINGS_MODULE"] = "placewell.settings.demo"
    # The demo is served in the clear to this machine alone, whatever the installation does.
    os.environ.update(PLACEWELL_TLS="", PLACEWELL_SECOND_FACTOR="", PLACEWELL_HOSTS="")
    if port:
        listen_on(HOST, port)

    from placewell.commands.made_up import kept_demo
    from placewell.commands.opening import set_up
    from placewell.commands.output import print_table

    set_up()
    with kept_demo(people=people, fresh=fresh) as found:
        collect_static_files()
        port = port or free_port(HOST, FIRST_PORT)
        rows = [[one["role"], one["email"], found["password"], one["name"]] for one in found["sign_ins"]]
        print_table(
            f"A made-up service, {found['people']} people, up to {found['made_on']}. Sign in with:",
            ["Role", "Email address", "Password", "Name"],
            rows,
        )
        serve_until_stopped(HOST, port)
