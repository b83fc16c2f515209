"""Processor time of a tree of processes, as Linux tells it in /proc."""

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def spent(*roots: int) -> float:
    """Seconds of processor time of these processes and all below them, those that have ended too."""
    return sum(_own(pid) for root in roots for pid in (root, *below(root))) / TICK


def below(root: int) -> list[int]:
    """Every process that a process started, and those that they started."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int(_fields(int(folder.name))[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
    found, waiting = [], [root]
    while waiting:
        parent = waiting.pop()
        children = [pid for pid, of in parents.items() if of == parent]
        found += children
        waiting += children
    return found


def _own(pid: int) -> int:
    """Ticks in the process and in the kernel for it, and those of its ended children."""
    try:
        fields = _fields(pid)
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(fields[position]) for position in (11, 12, 13, 14))


def _fields(pid: int) -> list[str]:
    """What /proc says of a process, from its state on; its name may hold spaces and brackets."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
