"""What processes have used, by the operating system's own accounting."""

import os
import re
from contextlib import suppress
from pathlib import Path

import psycopg

TICK = os.sysconf("SC_CLK_TCK")


def processes(root: int) -> dict[int, list[str]]:
    """A process and all below it, with what /proc says of each after its name."""
    stats = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            number, _name, rest = re.fullmatch(r"(\d+) \((.*)\) (.*)", file.read_text().strip(), re.S).groups()
            stats[int(number)] = rest.split()
    found, waiting = {}, [root]
    while waiting:
        one = waiting.pop()
        if one in stats:
            found[one] = stats[one]
        waiting += [number for number, fields in stats.items() if int(fields[1]) == one]
    return found


def processor_seconds(root: int) -> float:
    """Processor time, in seconds, that a process and all below it have used, those included that have ended."""
    return sum(sum(map(int, fields[11:15])) for fields in processes(root).values()) / TICK


def workers(root: int) -> list[int]:
    """The processes directly below one: gunicorn's workers."""
    return sorted(number for number, fields in processes(root).items() if int(fields[1]) == root)


def memory(process: int) -> float:
    """MiB that a process holds; of what several share, its part (PSS)."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", text, re.M)[1]) / 1024


def postmaster(server: str) -> int:
    """The process above all of a PostgreSQL server."""
    return int((data_folder(server) / "postmaster.pid").read_text().split()[0])


def data_folder(server: str) -> Path:
    """Where a PostgreSQL server keeps its data."""
    with psycopg.connect(server) as connection:
        return Path(connection.execute("SHOW data_directory").fetchone()[0])
