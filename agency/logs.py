"""Logs that never hold the token of a client's link."""

import logging
import re

_ENCODED = r"%(?:25)*[0-9a-f]{2}"
_GAP = rf"\s?(?:[/\\]|{_ENCODED})(?:{_ENCODED}|[^\w\r\n-])*"
"""What stands between two parts of an address, as mail programs and people mangle it: slashes, and around them blanks, quotes,
brackets and dots, encoded or not."""
TOKEN = re.compile(
    rf"(mandate{_GAP}(?:(?:mandate|room|stop|confirm){_GAP})+)[^/\s\"'<>]+",
    re.IGNORECASE,
)
"""Addresses whose next part opens something; ``enquiries.links`` makes them. Rather a word too many than a token."""


class WithoutTokens(logging.Formatter):
    """Writes a record without tokens, wherever in it they stand: in the message, in what it is about, in a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with an ellipsis for each token."""
        return TOKEN.sub(r"\1…", super().format(record))
