"""Links in a text, however they are written."""

import re
from dataclasses import dataclass

SHORTENERS = frozenset(
    {
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "cutt.ly", "ow.ly", "rb.gy", "rebrand.ly",
        "shorturl.at", "tiny.cc", "v.gd", "buff.ly", "t.ly", "s.id", "bl.ink", "lnkd.in", "t.me", "wa.me",
        "telegra.ph", "clck.ru", "u.to", "urlz.fr", "kutt.it", "soo.gd", "qr.ae", "adf.ly", "linktr.ee",
    }
)  # fmt: skip
"""Addresses that hide where they lead, or lead to a chat."""

ENDINGS = (
    "com|net|org|info|biz|eu|de|fr|es|pl|nl|uk|io|ai|co|ru|cn|us|tv|cc|ch|ua|kz|su|ly|me|dev|app|xyz|top|club|site|online|store|shop|"
    "icu|click|link|live|buzz|cam|win|bid|loan|vip|fun|space|website|tech|pro|agency|digital|media|marketing|example|test|invalid"
)
FULL = re.compile(r"(?:https?://|www\.|hxxps?://)[^\s<>\"'\]]+", re.I)
HOST = rf"(?:[a-z0-9-]{{2,}}\.)+(?:{ENDINGS})|{'|'.join(map(re.escape, sorted(SHORTENERS)))}"
BARE = re.compile(rf"(?<![@\w.-])(?:{HOST})\b(?!@)(?:/[^\s<>\"'\]]*)?", re.I)
MARKUP = re.compile(
    r"<a\s[^>]{0,300}href|<(?:img|iframe|br|p|div|span|table|h\d|b|i)(?:\s[^>]{0,300})?/?>|\[(?:url|link|img|b)\b[^\]]{0,300}\]",
    re.I,
)
CODE = re.compile(
    r"<\s{0,9}/?\s{0,9}(?:script|svg|object|embed|style|meta)\b|<%|\{\{.{0,300}\}\}|\{%|\$\{|#\{|javascript:|onerror\s{0,9}=|onload\s{0,9}=|"
    r"\bunion\s+(?:all\s+)?select\b|\bdrop\s+table\b|'\s{0,9}or\s{1,9}'?1'?\s{0,9}=\s{0,9}'?1|\bwaitfor\s+delay\b|\bsleep\(\d|\.\./\.\./|/etc/passwd|"
    r"\bjndi:|<!entity|(?:^|['\"])[ \t]*--[ \t]*$",
    re.I | re.M,
)
"""What is written to break a program, not to be read."""


@dataclass(frozen=True)
class Links:
    """The links of a text: those that lead elsewhere, those to the writer's own site, those in disguise, and the rest of it."""

    elsewhere: int
    own: int
    shortened: int
    words_besides: int


def host_of(link: str) -> str:
    """The host of a link, in small letters without ``www``."""
    return re.split(r"[/?#:]", re.sub(r"^[a-z]+://", "", link.lower()))[0].removeprefix("www.").strip(".,;)")


def links_in(text: str, own_domain: str) -> Links:
    """The links of a text by somebody whose mail comes from ``own_domain``."""
    full = FULL.findall(text)
    rest = FULL.sub(" ", text)
    found = [host_of(link) for link in full + BARE.findall(rest)]
    own = sum(bool(own_domain) and _same_site(host, own_domain) for host in found)
    words = re.findall(r"[^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff]", BARE.sub(" ", rest))
    return Links(len(found) - own, own, sum(host in SHORTENERS for host in found), len(words))


def _same_site(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}") or domain.endswith(f".{host}")
