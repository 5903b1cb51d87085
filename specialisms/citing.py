"""Which figures of the ledger a text shows: noted while it is rendered, so that listing their sources costs no query.

Whatever renders a fact or a pay band calls ``cite`` with it; who renders a whole text does so within ``citations``.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from specialisms.models import Evidence

_cited: ContextVar["list[Evidence] | None"] = ContextVar("cited", default=None)


def cite(evidence: "Iterable[Evidence]") -> None:
    """Note that these figures are shown; outside ``citations`` nobody asks, and nothing happens."""
    cited = _cited.get()
    if cited is not None:
        cited.extend(evidence)


@contextmanager
def citations() -> "Iterator[list[Evidence]]":
    """Within this block, the list given fills with the figures shown, in order of appearance."""
    cited: list[Evidence] = []
    token = _cited.set(cited)
    try:
        yield cited
    finally:
        _cited.reset(token)
