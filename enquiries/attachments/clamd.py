"""Asking clamd, ClamAV's daemon, about a file: its command INSTREAM, over TCP or a local socket."""

import re
import socket
import struct
from typing import IO
from urllib.parse import urlsplit

PIECE = 64 * 1024
CONNECT_SECONDS = 5
SECONDS = 60
"""For each piece and for the answer: a document of ten megabytes takes a second or two."""
ANSWER_BYTES = 4096
PORT = 3310
CLEAN = "stream: OK"
FOUND = re.compile(r"stream: (?P<finding>.+) FOUND")


class ScanError(Exception):
    """The scanner did not say whether the file is clean."""


def address(url: str) -> tuple[str, int] | str:
    """Where ``url`` leads: host and port of ``tcp://host:3310``, or the path of ``unix:///path``.

    Raises ``ValueError`` if it is neither.
    """
    parts = urlsplit(url)
    if parts.scheme == "tcp" and parts.hostname:
        return parts.hostname, parts.port or PORT
    if parts.scheme == "unix" and parts.path.startswith("/") and not parts.netloc:
        return parts.path
    raise ValueError("neither tcp://host:port nor unix:///path")


def scan(content: IO[bytes], url: str) -> str:
    """The name of the virus in the content, or nothing if it is clean.

    Raises ``OSError`` if the scanner cannot be reached, ``ScanError`` if it answers anything else.
    """
    with _connect(address(url)) as connection:
        connection.sendall(b"zINSTREAM\0")
        while piece := content.read(PIECE):
            connection.sendall(struct.pack("!L", len(piece)) + piece)
        connection.sendall(struct.pack("!L", 0))
        return _finding(_answer(connection))


def _connect(place: tuple[str, int] | str) -> socket.socket:
    if isinstance(place, tuple):
        connection = socket.create_connection(place, timeout=CONNECT_SECONDS)
    else:
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(CONNECT_SECONDS)
        try:
            connection.connect(place)
        except OSError:
            connection.close()
            raise
    connection.settimeout(SECONDS)
    return connection


def _answer(connection: socket.socket) -> str:
    """What it says, up to the zero byte or its end."""
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < ANSWER_BYTES and (piece := connection.recv(ANSWER_BYTES)):
        answer += piece
    return answer.rstrip(b"\0\n").decode(errors="replace")


def _finding(answer: str) -> str:
    if answer == CLEAN:
        return ""
    found = FOUND.fullmatch(answer)
    if found is None:
        raise ScanError("no answer" if not answer else "an error")
    return found["finding"]
