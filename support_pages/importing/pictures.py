"""Pictures in a file: only real ones, of a size a page can carry, in a format a browser shows."""

import base64
import binascii
import hashlib
import io
import warnings
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from PIL import Image

from support_pages.importing import limits
from support_pages.importing.remarks import Remarks

KEPT = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
REDRAWN = ("TIFF", "BMP")
SCHEME = "import:"
UNREADABLE = "unreadable"
"""Stands where a picture was that has been remarked upon already."""


@dataclass(frozen=True)
class Picture:
    """A picture that has been looked at."""

    name: str
    data: bytes


class Shelf:
    """The pictures of one file, each under an address that only the import knows."""

    def __init__(self, remarks: Remarks) -> None:
        self.pictures: list[Picture] = []
        self._remarks = remarks
        self._places: dict[bytes, str] = {}

    def put(self, data: bytes) -> str | None:
        """The address of a picture, or nothing (with a remark) if it cannot be used."""
        key = hashlib.sha256(data).digest()
        if key not in self._places:
            found = "too_large" if len(data) > limits.PICTURE_BYTES else self._look_at(data)
            if isinstance(found, Picture) and not self._has_room(found):
                found = "too_many"
            if isinstance(found, str):
                self._remarks.add(f"picture_{found}")
                return None
            self._places[key] = f"{SCHEME}{len(self.pictures)}"
            self.pictures.append(found)
        return self._places[key]

    def _has_room(self, picture: Picture) -> bool:
        size = sum(len(kept.data) for kept in self.pictures) + len(picture.data)
        return len(self.pictures) < limits.PICTURES and size <= limits.ALL_PICTURES_BYTES

    def put_address(self, address: str) -> str | None:
        """The address of the picture in a ``data:`` address."""
        head, _comma, body = address.partition(",")
        if not head.lower().startswith("data:image/"):
            return None
        try:
            raw = unquote_to_bytes(body)
            return self.put(base64.b64decode(raw) if head.lower().endswith(";base64") else raw)
        except (binascii.Error, ValueError):
            self._remarks.add("picture_unreadable")
            return None

    def number(self, address: str) -> int | None:
        """Which picture an address means, if any."""
        number = address.removeprefix(SCHEME)
        known = address.startswith(SCHEME) and number.isdecimal() and int(number) < len(self.pictures)
        return int(number) if known else None

    def _look_at(self, data: bytes) -> Picture | str:
        """The picture, or what is wrong with it."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                image = Image.open(io.BytesIO(data), formats=[*KEPT, *REDRAWN])
                if image.width * image.height > limits.PICTURE_PIXELS:
                    return "too_large"
                image.draft("RGB", (64, 64))  # a JPEG is read through all the same, at a fraction of the cost
                image.load()
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Warning):
            return "unreadable"  # what Pillow raises on files that are not what they claim to be
        kind = image.format or ""
        if kind in REDRAWN:
            redrawn = io.BytesIO()
            image.convert("RGBA" if "A" in image.getbands() else "RGB").save(redrawn, "PNG")
            data, kind = redrawn.getvalue(), "PNG"
        return Picture(f"picture-{len(self.pictures) + 1}.{KEPT[kind]}", data)
