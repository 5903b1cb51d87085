"""One request to one checked address, within a bounded time; nothing is followed and next to nothing is read.

The host's name is resolved once. If any address it has is not public, nothing is sent; otherwise the connection goes to
an address that was looked at, so a name that changes its mind in between gains nothing. Encryption still insists on the
name. Proxies named in the environment are not used.
"""

import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from enquiries.models.webhook import Failure
from enquiries.webhooks.target import Target, is_public, target_of

SECONDS = 10.0
"""For everything: asking for the address, connecting, sending, and the head of the answer."""
SECONDS_TO_CONNECT = 4.0
"""For one of several addresses of a host, so that there is time left for another."""
MOST_BYTES = 16 * 1024
"""Of the head of an answer. Its body is not read."""

Place = tuple[Any, ...]
"""A socket address, as ``getaddrinfo`` has them."""


class UnreachableError(Exception):
    """No answer came back; ``failure`` says why, without names."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send ``body`` and return the status of the answer; raises ``UnreachableError`` if none came back in time."""
    deadline = Deadline(SECONDS)
    try:
        target = target_of(url)
        connection = Connection(target, resolve(target, deadline), deadline)
        try:
            connection.request("POST", target.path, body, dict(headers))
            return connection.getresponse().status
        finally:
            connection.close()
    except ValidationError:
        raise UnreachableError(Failure.FORBIDDEN) from None
    except TimeoutError:
        raise UnreachableError(Failure.TIMEOUT) from None
    except (socket.gaierror, UnicodeError):
        raise UnreachableError(Failure.UNKNOWN) from None
    except ssl.SSLError:
        raise UnreachableError(Failure.TLS) from None
    except OSError:
        raise UnreachableError(Failure.CONNECTION) from None
    except http.client.HTTPException:
        raise UnreachableError(Failure.PROTOCOL) from None


class Deadline:
    """A moment on the monotonic clock by which all must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until then; raises ``TimeoutError`` when there are none."""
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


def resolve(target: Target, deadline: Deadline) -> list[tuple[int, Place]]:
    """The addresses of a host, as family and socket address; raises ``UnreachableError`` if one of them is not public."""
    answers: SimpleQueue[Any] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    # The system's resolver takes as long as it likes and cannot be interrupted, only left behind
    threading.Thread(target=ask, name="webhook-resolver", daemon=True).start()
    try:
        found = answers.get(timeout=deadline.left())
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    places = [(family, place) for family, _type, _protocol, _name, place in found]
    if not settings.WEBHOOK_PRIVATE_TARGETS and not all(is_public(ip_address(place[0])) for _family, place in places):
        raise UnreachableError(Failure.FORBIDDEN)
    return places


class Connection(http.client.HTTPConnection):
    """A connection to one of the addresses that were looked at."""

    def __init__(self, target: Target, places: list[tuple[int, Place]], deadline: Deadline) -> None:
        self.default_port = 443 if target.is_secure else 80  # left out of the header that names the host
        super().__init__(target.host, target.port)
        self._target, self._places, self._deadline = target, places, deadline

    def connect(self) -> None:
        """Connect to the first address that answers, and encrypt under the host's name."""
        plain = self._reach()
        try:
            if self._target.is_secure:
                plain.settimeout(self._deadline.left())
                plain = ssl.create_default_context().wrap_socket(plain, server_hostname=self._target.host)
        except BaseException:
            plain.close()
            raise
        self.sock = BoundedSocket(plain, self._deadline)

    def _reach(self) -> socket.socket:
        """A socket connected to the first address that answers; raises what the last one did."""
        stopped: OSError = ConnectionError()
        for family, place in self._places:
            plain = socket.socket(family, socket.SOCK_STREAM)
            try:
                plain.settimeout(min(self._deadline.left(), SECONDS_TO_CONNECT))
                plain.connect(place)
            except OSError as error:
                plain.close()
                stopped = error
            else:
                return plain
        raise stopped


class BoundedSocket:
    """As much of a socket as an HTTP connection uses, with one deadline over all it does, however slowly bytes drip."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._plain, self._deadline = plain, deadline

    def sendall(self, data: bytes) -> None:
        """Send everything by the deadline."""
        rest = memoryview(data)
        while rest:
            self._plain.settimeout(self._deadline.left())
            rest = rest[self._plain.send(rest) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What comes back, for reading."""
        return io.BufferedReader(BoundedReader(self._plain, self._deadline))

    def close(self) -> None:
        """Hang up."""
        self._plain.close()


class BoundedReader(io.RawIOBase):
    """Reads from a socket until the deadline, and so much at most."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._plain, self._deadline, self._left = plain, deadline, MOST_BYTES

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some bytes; raises ``HTTPException`` when there were too many."""
        if not self._left:
            raise http.client.HTTPException
        self._plain.settimeout(self._deadline.left())
        count = self._plain.recv_into(memoryview(buffer)[: self._left])
        self._left -= count
        return count
