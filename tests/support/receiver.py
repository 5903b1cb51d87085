"""A receiver of webhooks on the loopback address, built with the reference library; it can misbehave in every way."""

import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Message:
    """An event that came, its id, and which of the receiver's secrets it verifies with."""

    id: str
    event: dict[str, Any]
    verified: tuple[str, ...]
    headers: dict[str, str]


def answering(status: int, **headers: str) -> Answer:
    """Answers with a status and nothing else."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def raw(content: bytes) -> Answer:
    """Answers with these bytes, whatever they mean, and hangs up."""
    return lambda handler: drip(handler, [content], 0)


def dripping(pause: float) -> Answer:
    """Answers one byte at a time, for ever, never finishing the head."""
    return lambda handler: drip(handler, [b"H", *[b"x"] * 1000], pause)


def drip(handler: BaseHTTPRequestHandler, pieces: list[bytes], pause: float) -> None:
    """Send pieces one by one."""
    handler.close_connection = True
    with suppress(OSError):
        for piece in pieces:
            handler.wfile.write(piece)
            time.sleep(pause)


class Receiver:
    """Notes verified ``messages`` and how many ``contacts`` there were; ``answer`` says how it behaves."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.secrets: list[str] = []
        self.messages: list[Message] = []
        self.forged = 0
        self.contacts = 0
        self.answer: Answer = answering(204)
        self.released = threading.Event()
        """Set when the test is over: lets go of whoever stalls."""
        self._server = self._listen(certificate)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/hooks?for=mandates"

    def __enter__(self) -> "Receiver":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def stall(self, _handler: BaseHTTPRequestHandler) -> None:
        """Says nothing, an answer that can be set."""
        self.released.wait(30)

    def _listen(self, certificate: Path | None) -> ThreadingHTTPServer:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def setup(self) -> None:
                receiver.contacts += 1
                super().setup()

            def do_POST(self) -> None:
                receiver.take(self.rfile.read(int(self.headers["Content-Length"])), dict(self.headers.items()))
                receiver.answer(self)

            def do_GET(self) -> None:
                receiver.answer(self)

            def log_message(self, *_args: object) -> None:
                """Quiet."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_args: object) -> None:
                """Whoever hangs up is part of the test."""

        server = Server(("127.0.0.1", 0), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        return server

    def take(self, body: bytes, headers: dict[str, str]) -> None:
        """Verify a message with each secret, and note it if one fits."""
        event, verified = None, []
        for secret in self.secrets:
            with suppress(WebhookVerificationError):
                event = Webhook(secret).verify(body, headers)
                verified.append(secret)
        if event is None:
            self.forged += 1
            return
        lower = {name.lower(): value for name, value in headers.items()}
        self.messages.append(Message(lower["webhook-id"], event, tuple(verified), lower))
