"""Ports on loopback for the servers that tests start."""

import os
import socket
from itertools import count

# Below what systems hand out to connections, so that no connection takes the port before the
# server does; and each test process begins somewhere else.
_numbers = count(20_000 + os.getpid() * 37 % 10_000)


def free_port() -> int:
    """A port on loopback that nobody listens on, and that this process has not given out before."""
    return next(port for port in _numbers if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) != 0
