"""A real mail server for tests, on the loopback address: it can misbehave, be stopped, and come back on the same port."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Literal

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.provide import free_port

logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd notes every word of a conversation

Mood = Literal["accepting", "refusing", "mistyped", "closing", "stalling"]


@dataclass(frozen=True)
class Letter:
    """A mail that was accepted: to whom it was addressed, and what it says."""

    recipients: tuple[str, ...]
    message: EmailMessage

    @property
    def text(self) -> str:
        """Subject and body."""
        return f"{self.message['Subject']}\n{self.message.get_content()}"


class MailServer:
    """Accepts mail into ``letters``, unless its mood is another; ``accepted`` is called with each letter."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mood: Mood = "accepting"
        self.letters: list[Letter] = []
        self.contacts = 0
        self.accepted: Callable[[Letter], None] = lambda _letter: None
        self._controller: Controller | None = None

    @property
    def url(self) -> str:
        """For EMAIL_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=10)
        self._controller.start()

    def stop(self) -> None:
        """Stop listening: connections are refused from now on."""
        if self._controller:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take the address, unless the mood is to know nobody."""
        if self.mood == "mistyped":
            self.contacts += 1
            return f"550 <{address}>: no such person"
        envelope.rcpt_tos.append(address)
        return "250 accepted"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Do to the mail what the mood says."""
        self.contacts += 1
        if self.mood == "refusing":
            return f"550 <{envelope.rcpt_tos[0]}>: no such person"
        if self.mood == "closing":
            transport: Any = server.transport
            transport.abort()
            return "421 closing"
        if self.mood == "stalling":
            await asyncio.sleep(60)
        message = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        letter = Letter(tuple(envelope.rcpt_tos), message)  # type: ignore[arg-type]
        self.letters.append(letter)
        self.accepted(letter)
        return "250 accepted"
