"""A virus scanner for tests: speaks clamd's protocol over a real socket, and finds what it is told to find."""

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from enquiries.attachments.eicar import SIGNATURE

COMMAND = b"zINSTREAM\0"


class Scanner:
    """What it was sent, and how it behaves: ``answer`` replaces what it says, ``limit`` is where it stops reading."""

    def __init__(self) -> None:
        self.seen: list[bytes] = []
        self.signatures = {SIGNATURE: b"Eicar-Test-Signature"}
        self.answer: bytes | None = None
        self.limit = 25 * 1024 * 1024
        self.url = ""

    def said_of(self, content: bytes) -> bytes:
        """Its answer about a file."""
        if self.answer is not None:
            return self.answer
        for signature, name in self.signatures.items():
            if signature in content:
                return b"stream: " + name + b" FOUND\0"
        return b"stream: OK\0"


@contextmanager
def listening() -> Iterator[Scanner]:
    """A scanner that listens as long as the block lasts."""
    scanner = Scanner()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            """One file."""
            assert self.rfile.read(len(COMMAND)) == COMMAND
            content = b""
            while size := struct.unpack("!L", self.rfile.read(4))[0]:
                content += self.rfile.read(size)
                if len(content) > scanner.limit:
                    self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                    return
            scanner.seen.append(content)
            self.wfile.write(scanner.said_of(content))

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        scanner.url = f"tcp://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield scanner
        finally:
            server.shutdown()
            thread.join()


def unused_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
