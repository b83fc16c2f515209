"""Serving over HTTP: the web server, its address, and the static files it hands out."""

import errno
import fcntl
import hashlib
import http.client
import os
import socket
import threading
import time
from pathlib import Path

import click

from placewell.commands.faults import Fault

WORKERS = 2
# A worker's, for pages. Pages are worked out, not waited for: more at a time would each take longer.
THREADS = 2
READY_WITHIN = 120
LOCAL = {"127.0.0.1", "localhost", "::1"}
EVERY = {"0.0.0.0", "::"}


def listen_on(host: str, port: int) -> None:
    """Make sure that the port is free. Raises Fault when it is not, or may not be used."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
            tried.listen(1)
    except socket.gaierror as fault:
        raise Fault(f"“{host}” is not an address of this machine.") from fault
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            raise Fault(f"Port {port} is taken on {host}. Choose another one with --port.") from fault
        if fault.errno == errno.EACCES:
            raise Fault(f"Port {port} needs the rights of the system. Choose one from 1024 with --port.") from fault
        raise Fault(f"“{host}” is not an address of this machine.") from fault


def free_port(host: str, first: int, tries: int = 50) -> int:
    """The first free port from `first` on. Raises Fault when there is none."""
    for port in range(first, first + tries):
        try:
            listen_on(host, port)
        except Fault:
            continue
        return port
    raise Fault(f"No port from {first} to {first + tries - 1} is free on {host}. Choose one with --port.")


def allow_host(host: str) -> None:
    """Let pages be asked for under the address that is served. Before the settings are read."""
    names = {socket.gethostname(), *own_addresses()} if host in EVERY else {host}
    os.environ["PLACEWELL_SERVED_AT"] = ",".join(sorted(names - LOCAL))


def own_addresses() -> set[str]:
    """Addresses under which this machine knows itself."""
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return set()


def address_of(host: str, port: int) -> str:
    """What a person types to get there."""
    shown = "localhost" if host in EVERY | LOCAL else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def collect_static_files() -> None:
    """Bring scripts and styles under hashed names, unless they are as they were the last time."""
    from django.conf import settings
    from django.core.management import call_command

    stamp, now = Path(settings.HOME) / "static.stamp", _print_of_static_files()
    with open(Path(settings.HOME) / "static.lock", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == now and Path(settings.STATIC_ROOT).is_dir():
            return
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)


def _print_of_static_files() -> str:
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    told = [str(settings.STATIC_ROOT), settings.STORAGES["staticfiles"]["BACKEND"]]
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = os.stat(storage.path(name))
            told.append(f"{name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(told)).encode()).hexdigest()


def serve_until_stopped(host: str, port: int) -> None:
    """Serve pages until Ctrl-C or a signal to end. What is being answered is answered first."""
    from django.conf import settings
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    load_pages()
    connections.close_all()
    server = Granian(
        settings.WSGI_APPLICATION.replace(".application", ":application"),
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    threading.Thread(target=say_when_ready, args=(host, port), daemon=True).start()
    server.serve()
    click.echo("Stopped.")


def load_pages() -> None:
    """Load every page once, so that a fault in one is told here and not by each worker for ever."""
    from django.conf import settings
    from django.utils.module_loading import import_string

    import_string(settings.WSGI_APPLICATION)


def say_when_ready(host: str, port: int) -> None:
    """Print the address once a page is answered there."""
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        connection = http.client.HTTPConnection(asked, port, timeout=5)
        try:
            connection.request("GET", "/health/")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        else:
            click.echo(f"Serving {address_of(host, port)} – stop with Ctrl-C.")
            return
        finally:
            connection.close()
    click.echo(f"Nothing answers on port {port} after {READY_WITHIN} seconds.", err=True)
