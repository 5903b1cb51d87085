"""One request to one checked address: where it goes, where it never goes, and how long it may take."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.exceptions import ValidationError

from enquiries.models.webhook import Failure
from enquiries.webhooks import transport
from enquiries.webhooks.target import is_public, target_of, validate_url
from enquiries.webhooks.transport import UnreachableError, post
from tests.support.receiver import Receiver, answering, dripping, raw

PUBLIC = "93.184.215.14"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver on the loopback address that would take anything."""
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def _allowed(settings) -> None:
    settings.WEBHOOK_PRIVATE_TARGETS = True


class Resolver:
    """Answers every question about a name with the next of its answers, and counts them."""

    def __init__(self, patch: pytest.MonkeyPatch, *answers: list[str]) -> None:
        self.answers, self.asked = list(answers), 0
        patch.setattr(socket, "getaddrinfo", self)

    def __call__(self, _host: str, port: int, *_rest: object, **_more: object) -> list[tuple]:
        found = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return [place(address, port) for address in found]


def place(address: str, port: int) -> tuple:
    """One answer of the resolver."""
    if ":" in address:
        return (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where connections went; none of them gets there."""
    went: list[str] = []

    def connect(_socket: socket.socket, where: tuple) -> None:
        went.append(where[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    return went


def fails(url: str) -> Failure:
    """Why nothing came back."""
    with pytest.raises(UnreachableError) as caught:
        post(url, b"{}", {})
    return caught.value.failure


NOT_PUBLIC = [
    *("127.0.0.1", "127.8.9.1", "0.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *(
        "192.0.0.8",
        "192.88.99.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
    ),
    *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:93.184.215.14", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::5db8:d70e"),
    *("64:ff9b:1::a00:1", "2002:7f00:1::1", "2001::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1"),
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_addresses_nothing_is_sent_to(address: str, monkeypatch, connected: list[str]) -> None:
    assert not is_public(ipaddress.ip_address(address))
    Resolver(monkeypatch, [address])
    assert fails("https://crm.example/hooks") == Failure.FORBIDDEN
    Resolver(monkeypatch, [PUBLIC, address])  # one is enough
    assert fails("https://crm.example/hooks") == Failure.FORBIDDEN
    assert connected == []


@pytest.mark.parametrize("address", [PUBLIC, "1.1.1.1", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001::5"])
def test_addresses_on_the_public_internet(address: str, monkeypatch, connected: list[str]) -> None:
    assert is_public(ipaddress.ip_address(address))
    Resolver(monkeypatch, [address])
    assert fails("https://crm.example/hooks") == Failure.CONNECTION
    assert connected == [address]


def test_a_name_that_changes_its_mind(receiver: Receiver, monkeypatch, connected: list[str]) -> None:
    """DNS rebinding: public when it is looked at, loopback when it is connected to. It is asked once."""
    resolver = Resolver(monkeypatch, [PUBLIC], ["127.0.0.1"])
    assert fails(f"https://crm.example:{receiver.port}/hooks") == Failure.CONNECTION
    assert (connected, resolver.asked) == ([PUBLIC], 1)
    assert fails(f"https://crm.example:{receiver.port}/hooks") == Failure.FORBIDDEN
    assert connected == [PUBLIC]
    assert receiver.contacts == 0


NAMES_OF_LOOPBACK = ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]", "0"]  # fmt: skip


@pytest.mark.parametrize("host", NAMES_OF_LOOPBACK)
def test_loopback_by_any_name(receiver: Receiver, host: str) -> None:
    assert fails(f"https://{host}:{receiver.port}/") in {Failure.FORBIDDEN, Failure.UNKNOWN}
    assert receiver.contacts == 0


@pytest.mark.usefixtures("_allowed")
def test_another_address_of_the_host_is_tried(receiver: Receiver, monkeypatch) -> None:
    Resolver(monkeypatch, ["::1", "127.0.0.1"])  # nobody listens on the first
    assert post(f"http://crm.example:{receiver.port}/", b"{}", {}) == 204


def test_plain_http_is_refused_unless_configured(receiver: Receiver, monkeypatch, settings) -> None:
    Resolver(monkeypatch, [PUBLIC])
    assert fails("http://crm.example/") == Failure.FORBIDDEN
    settings.WEBHOOK_PRIVATE_TARGETS = True
    monkeypatch.undo()
    assert post(receiver.url, b"{}", {}) == 204


@pytest.mark.usefixtures("_allowed")
class TestAnswers:
    """What comes back, in time or not."""

    @pytest.mark.parametrize("status", [200, 204, 299, 301, 404, 410, 429, 500, 599])
    def test_the_status_is_all_that_is_read(self, receiver: Receiver, status: int) -> None:
        receiver.answer = answering(status, Location="http://127.0.0.1:1/")
        assert post(receiver.url, b"{}", {}) == status

    @pytest.mark.parametrize("pause", [0.01, 0.11])
    def test_one_that_drips(self, receiver: Receiver, monkeypatch, pause: float) -> None:
        monkeypatch.setattr(transport, "SECONDS", 0.4)
        receiver.answer = dripping(pause)
        began = time.monotonic()
        assert fails(receiver.url) == Failure.TIMEOUT
        assert 0.35 < time.monotonic() - began < 3

    def test_one_that_never_stops_talking(self, receiver: Receiver) -> None:
        receiver.answer = raw(b"HTTP/1.1 200 OK\r\n" + b"X-Long: yes\r\n" * 5_000_000)
        assert fails(receiver.url) == Failure.PROTOCOL
        receiver.answer = raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)
        assert fails(receiver.url) == Failure.PROTOCOL

    def test_the_body_of_an_answer_is_not_waited_for(self, receiver: Receiver) -> None:
        receiver.answer = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nyes")
        assert post(receiver.url, b"{}", {}) == 200

    @pytest.mark.parametrize("words", [b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x00\xff" * 20])
    def test_one_that_speaks_something_else(self, receiver: Receiver, words: bytes) -> None:
        receiver.answer = raw(words)
        assert fails(receiver.url) == Failure.PROTOCOL

    def test_one_that_hangs_up(self, receiver: Receiver) -> None:
        receiver.answer = raw(b"")
        assert fails(receiver.url) == Failure.CONNECTION

    def test_nobody_there(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        assert fails(f"http://127.0.0.1:{port}/") == Failure.CONNECTION

    def test_a_resolver_that_takes_its_time(self, monkeypatch) -> None:
        monkeypatch.setattr(transport, "SECONDS", 0.2)
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: time.sleep(1))
        began = time.monotonic()
        assert fails("https://crm.example/") == Failure.TIMEOUT
        assert time.monotonic() - began < 0.9

    def test_names_that_are_none(self, monkeypatch) -> None:
        monkeypatch.setattr(socket, "getaddrinfo", raising(socket.gaierror(-2, "crm.example")))
        assert fails("https://crm.example/") == Failure.UNKNOWN
        monkeypatch.undo()
        assert fails(f"https://{'a' * 80}.example/") == Failure.UNKNOWN
        assert fails("https://a..example/") == Failure.UNKNOWN

    def test_proxies_of_the_environment_are_not_used(self, receiver: Receiver, monkeypatch) -> None:
        with Receiver() as proxy:
            for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
                monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
            assert post(receiver.url, b"{}", {}) == 204
            assert proxy.contacts == 0


def raising(error: Exception) -> Callable[..., None]:
    """A function that only fails."""

    def fail(*_args: object, **_more: object) -> None:
        raise error

    return fail


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and certificate of "receiver.example", signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "receiver.example")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("receiver.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "receiver.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.mark.usefixtures("_allowed")
class TestEncryption:
    """It insists on the name, whatever address the name led to."""

    @pytest.fixture
    def secure(self, certificate: Path, monkeypatch) -> Iterator[Receiver]:
        """A receiver that speaks TLS; every name leads to it."""
        with Receiver(certificate) as receiver:
            Resolver(monkeypatch, ["127.0.0.1"])
            yield receiver

    def test_the_right_name(self, secure: Receiver, certificate: Path, monkeypatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert post(f"https://receiver.example:{secure.port}/", b"{}", {}) == 204

    def test_another_name(self, secure: Receiver, certificate: Path, monkeypatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fails(f"https://crm.example:{secure.port}/") == Failure.TLS
        assert fails(f"https://127.0.0.1:{secure.port}/") == Failure.TLS

    def test_a_certificate_nobody_vouches_for(self, secure: Receiver) -> None:
        assert fails(f"https://receiver.example:{secure.port}/") == Failure.TLS

    def test_one_that_does_not_encrypt(self, receiver: Receiver) -> None:
        assert fails(f"https://127.0.0.1:{receiver.port}/") in {Failure.TLS, Failure.CONNECTION}

    def test_a_handshake_that_takes_for_ever(self, monkeypatch) -> None:
        monkeypatch.setattr(transport, "SECONDS", 0.3)
        with socket.create_server(("127.0.0.1", 0)) as silent:
            assert fails(f"https://127.0.0.1:{silent.getsockname()[1]}/") == Failure.TIMEOUT

    def test_old_protocols_are_refused(self) -> None:
        assert ssl.create_default_context().minimum_version >= ssl.TLSVersion.TLSv1_2


REFUSED = [
    *("", "crm.example", "ftp://crm.example/", "javascript:alert(1)", "https://", "https:///hooks", "https://crm.example:0/"),
    *("https://user:word@crm.example/", "https://user@crm.example/", "https://@crm.example/", "https://crm.example/#x"),
    *("https://crm.example/a b", "https://crm.example/\r\nHost: x", "https://crm.example/\t", "https://crm.example/ü"),
    *("https://bücher.example/", "https://crm.example:99999/", "https://crm.example:x/", "https://[::1/", "//crm.example/"),
    *("http://crm.example/", "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://192.168.0.9:8443/"),
]  # fmt: skip


@pytest.mark.parametrize("url", REFUSED)
def test_addresses_that_are_refused_in_the_form(url: str) -> None:
    with pytest.raises(ValidationError):
        validate_url(url)


def test_an_address_in_its_parts() -> None:
    target = target_of("https://CRM.example:8443/hooks/a?b=c&d")
    assert (target.is_secure, target.host, target.port, target.path) == (True, "crm.example", 8443, "/hooks/a?b=c&d")
    assert target_of("https://crm.example").path == "/"
    assert target_of("https://crm.example?x=1").path == "/?x=1"
