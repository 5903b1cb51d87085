"""Submissions that mean harm, or were broken on the way: real ones spoilt in every way we could think of, by a seed.

``Request`` is what goes over the wire, with the answers in it that a server should find, if it should find any.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_plus

PAYLOADS = [
    "<script>window.harmed=1</script>",
    "<img src=x onerror=window.harmed=1>",
    "\"><svg onload=window.harmed=1>",
    "' onfocus='window.harmed=1' autofocus='",
    "</textarea><script>window.harmed=1</script>",
    "</title><script>window.harmed=1</script>",
    "javascript:window.harmed=1",
    "<a href=\"javascript:window.harmed=1\">x</a>",
    "<iframe srcdoc='<script>parent.harmed=1</script>'>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<math><mi//xlink:href=\"data:x,<script>window.harmed=1</script>\">",
    "<!--", "-->", "]]>", "<![CDATA[", "&lt;script&gt;", "&#x3c;script&#x3e;", "\\u003cscript\\u003e",
    "{{ settings.SECRET_KEY }}", "{% debug %}", "{% include 'x' %}", "{# #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "'; DROP TABLE enquiries_mandate; --", "' OR '1'='1", "1; SELECT pg_sleep(10)", "\\'; --",
    "%s%s%s%n", "%(reference)s", "{0}{1}", "$(reboot)", "`id`", "| cat /etc/passwd", "../../../../etc/passwd",
    "\r\nBcc: victim@evil.example", "\nSubject: x\n\nbody", "%0d%0aSet-Cookie:%20a=b", "\x00", "\x1b[31m", "\x7f",
    "\u202e", "\u2066\u2069", "\ufeff", "\u200b", "\u2028", "\x85", "\ufffe", "\U0010ffff", "\U0001f469\u200d\U0001f4bb",
    "Z" + "\u0351" * 80, "ﷺ" * 30, "\u3164", "=1+1", "=HYPERLINK(\"https://evil.example\")", "@SUM(1)", "+1", "-1",
    "NaN", "Infinity", "1e309", "-0", "0x10", "true", "null", "undefined", "[]", "{}", "None",
    "9" * 400, "１２３", "٣٤٥", "½", "1.7976931348623157e308",
]  # fmt: skip

Mutation = Callable[[str, random.Random], str]


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(PAYLOADS) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randint(0, len(text))]


def _swap(text: str, chance: random.Random) -> str:
    letters = list(text)
    chance.shuffle(letters)
    return "".join(letters)


def _flip(text: str, chance: random.Random) -> str:
    return "".join(chr(ord(char) ^ (1 << chance.randint(0, 6))) if chance.random() < 0.1 else char for char in text)


def _anything(_text: str, chance: random.Random) -> str:
    ranges = [(0, 0x7F), (0x80, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF)]
    return "".join(chr(chance.randint(*chance.choice(ranges))) for _char in range(chance.randint(0, 60)))


MUTATIONS: list[Mutation] = [
    _insert,
    _insert,
    _insert,
    _cut,
    _swap,
    _flip,
    _anything,
    lambda _text, chance: chance.choice(PAYLOADS),
    lambda text, chance: text * chance.choice([2, 50, 400]),
    lambda text, _chance: text.upper(),
    lambda text, _chance: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text),
    lambda text, _chance: text.encode("utf-8").decode("latin-1"),
    lambda text, _chance: f"  \t{text}\r\n\r\n",
    lambda _text, _chance: "",
]


def spoil(answers: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The answers with some of them changed, now and then one moved to another question."""
    spoilt = dict(answers)
    for name in chance.sample(sorted(spoilt), chance.randint(1, min(3, len(spoilt)))):
        spoilt[name] = chance.choice(MUTATIONS)(spoilt[name], chance)
    if chance.random() < 0.1:
        one, two = chance.sample(sorted(spoilt), 2)
        spoilt[one], spoilt[two] = spoilt[two], spoilt[one]
    return spoilt


@dataclass(frozen=True)
class Request:
    """What is sent. ``answers`` are what a server should read from it; None if that is anybody's guess."""

    body: bytes = field(repr=False)
    content_type: str
    answers: dict[str, str] | None


def urlencoded(answers: dict[str, str], chance: random.Random) -> Request:
    """As a browser sends a form, or nearly."""
    pairs = [f"{quote_plus(name)}={quote_plus(value, errors='surrogatepass')}" for name, value in answers.items()]
    kind = "application/x-www-form-urlencoded"
    if chance.random() < 0.75:
        return Request("&".join(pairs).encode(), kind, answers)
    body = "&".join(pairs)
    broken = chance.choice(
        [
            body + "&" + chance.choice(pairs) * chance.randint(1, 3),
            body.replace("=", "", chance.randint(1, 3)),
            body[: chance.randint(0, len(body))],
            body
            + "&"
            + "&".join(
                f"{chance.choice(['x', 'role[]', 'role[a][b]', '__proto__'])}={number}" for number in range(200)
            ),
            body.replace("%", "%%"),
            body + "&role=%ff%fe&need=%ed%a0%80&name=%c0%80",
        ]
    )
    kind = chance.choice(
        [kind, kind, f"{kind}; charset=utf-16", f"{kind}; charset=utf-7", f"{kind};charset=nonsense", ""]
    )
    return Request(broken.encode(), kind, None)


def multipart(answers: dict[str, str], files: dict[str, tuple[str, bytes]], chance: random.Random) -> Request:
    """As a browser sends a form with files (name of the field: name of the file, content), or nearly."""
    line = "----" + "".join(chance.choice("abcdef0123456789") for _letter in range(16))
    parts = [
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode()
        + value.encode("utf-8", "replace")
        + b"\r\n"
        for name, value in answers.items()
    ]
    for name, (file, content) in files.items():
        said = file.replace('"', "%22").replace("\r", "").replace("\n", "")
        head = f'--{line}\r\nContent-Disposition: form-data; name="{name}"; filename="{said}"\r\nContent-Type: '
        kind = chance.choice(
            ["application/pdf", "text/plain", "text/html", "image/svg+xml", "application/octet-stream", "x"]
        )
        parts.append(f"{head}{kind}\r\n\r\n".encode("utf-8", "replace") + content + b"\r\n")
    body, kind = b"".join(parts) + f"--{line}--\r\n".encode(), f"multipart/form-data; boundary={line}"
    if chance.random() < 0.75:
        return Request(body, kind, answers)
    broken = chance.choice(
        [
            body[: chance.randint(0, len(body))],
            body.replace(line.encode(), b"other", 1),
            body.replace(b"name=", b"nam=", 1),
            body.replace(b"\r\n\r\n", b"\r\n", 1),
            body + body,
            bytes(byte ^ (1 << chance.randint(0, 7)) if chance.random() < 0.01 else byte for byte in body),
        ]
    )
    return Request(broken, chance.choice([kind, kind, "multipart/form-data", "multipart/form-data; boundary="]), None)


def stream(answers: dict[str, str], count: int, seed: int) -> Iterator[Request]:
    """So many spoilt submissions of a form without files."""
    chance = random.Random(seed)
    for _number in range(count):
        spoilt = spoil(answers, chance)
        yield urlencoded(spoilt, chance) if chance.random() < 0.7 else multipart(spoilt, {}, chance)
