"""Pictures of the demo: drawings of the same kind as the specialisms' own, and a curve."""

import io
from itertools import pairwise

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw, ImageFont

from agency.models import AgencyImage
from agency.share import SIZE
from specialisms.cards import OVERSAMPLING, PAPER, RULE, THREAD, paint

INK = "#15201d"
LABELS = [(0, 0), (7, 6), (14, 18), (30, 46), (45, 66), (60, 80), (90, 93), (120, 98)]
"""Days after the payment, and the percentage of chargebacks known by then."""
LEFT, TOP, RIGHT, BOTTOM = 170, 70, 1090, 510
NODE = 11


def draw(name: str, alt: str) -> AgencyImage:
    """The drawing of that name as a stored image with its description."""
    content = label_delay() if name == "label-delay" else paint(name)
    file = ImageFile(io.BytesIO(content), name=f"{name}.png")
    return AgencyImage.objects.create(title=alt, description=alt, file=file, width=SIZE[0], height=SIZE[1])


def label_delay() -> bytes:
    """How the labels of a month's payments arrive, as a PNG."""
    canvas = Image.new("RGB", (SIZE[0] * OVERSAMPLING, SIZE[1] * OVERSAMPLING), PAPER)
    pen = ImageDraw.Draw(canvas)
    font = ImageFont.load_default(38 * OVERSAMPLING)
    for percent in (0, 25, 50, 75, 100):
        y = _at(0, percent)[1]
        pen.line([_at(0, percent), _at(120, percent)], RULE, 2 * OVERSAMPLING)
        pen.text((LEFT * OVERSAMPLING - 20 * OVERSAMPLING, y), f"{percent}%", INK, font, "rm")
    for day in (0, 30, 60, 90, 120):
        x, y = _at(day, 0)
        pen.text((x, y + 20 * OVERSAMPLING), f"day {day}" if day else "payment", INK, font, "ma")
    for start, end in pairwise(_at(*label) for label in LABELS):
        pen.line([start, end], THREAD, 5 * OVERSAMPLING)
    for x, y in (_at(*label) for label in LABELS):
        radius = NODE * OVERSAMPLING
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), PAPER, THREAD, 4 * OVERSAMPLING)
    content = io.BytesIO()
    canvas.resize(SIZE, Image.Resampling.LANCZOS).save(content, "PNG", optimize=True)
    return content.getvalue()


def _at(day: float, percent: float) -> tuple[float, float]:
    """A point of the curve on the canvas."""
    x = LEFT + (RIGHT - LEFT) * day / LABELS[-1][0]
    y = BOTTOM - (BOTTOM - TOP) * percent / 100
    return x * OVERSAMPLING, y * OVERSAMPLING
