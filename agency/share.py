"""The picture a page is shared with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agency.models import AgencyImage

SIZE = (1200, 630)
"""Width and height that social networks and chats crop least."""


@dataclass(frozen=True)
class Card:
    """A picture's address on this site, its size in pixels and what it shows."""

    url: str
    width: int
    height: int
    alt: str

    @classmethod
    def from_image(cls, image: "AgencyImage") -> "Card":
        """The card of an uploaded picture, as it was uploaded: crawlers read what browsers may not need."""
        return cls(image.file.url, image.width, image.height, image.default_alt_text)
