"""Logs that never hold the token of a client's link."""

import logging
import re

TOKEN = re.compile(r"(/mandate/+(?:room|stop|confirm)/+(?:\.+/+)*)[^/\s\"'<>]+")
"""Addresses whose next part opens something; ``enquiries.links`` makes them."""


class WithoutTokens(logging.Formatter):
    """Writes a record without tokens, wherever in it they stand: in the message, in what it is about, in a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with an ellipsis for each token."""
        return TOKEN.sub(r"\1…", super().format(record))
