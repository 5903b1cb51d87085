"""The picture a specialism is shared with: its own drawing, painted once when the page is published."""

import io
from itertools import pairwise

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django_tasks import task
from PIL import Image, ImageDraw

from agency.share import SIZE, Card
from specialisms.drawing import HEIGHT, WIDTH, Point, draw

PAPER, RULE, THREAD = "#fbfaf6", "#d0cbbb", "#a32a14"
SMOOTHNESS = 40
OVERSAMPLING = 2


def card(slug: str, title: str) -> Card:
    """The card of a specialism; its file is there as soon as the worker has painted it."""
    return Card(default_storage.url(path(slug)), *SIZE, alt=f"{title}: a line through a row of nodes")


def path(slug: str) -> str:
    """Where the card of a slug is stored."""
    return f"cards/{slug}.png"


@task()
def paint_card(slug: str) -> str:
    """Paint and store the card of a slug, replacing an earlier one; returns where."""
    place = path(slug)
    if default_storage.exists(place):
        default_storage.delete(place)
    return str(default_storage.save(place, ContentFile(paint(slug))))


def paint(slug: str) -> bytes:
    """The drawing of a slug as a PNG of 1200 by 630 pixels."""
    size = (SIZE[0] * OVERSAMPLING, SIZE[1] * OVERSAMPLING)
    canvas = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(canvas)
    drawing = draw(slug)

    def place(point: Point) -> Point:
        return point[0] / WIDTH * size[0], point[1] / HEIGHT * size[1]

    for line in drawing.lines:
        pen.line([place(point) for point in curve(line)], RULE, 3 * OVERSAMPLING)
    pen.line([place(point) for point in curve(drawing.thread)], THREAD, 5 * OVERSAMPLING)
    ends = (drawing.thread[0], drawing.thread[-1])
    for point in drawing.thread:
        x, y = place(point)
        radius = (16 if point in ends else 11) * OVERSAMPLING
        box = (x - radius, y - radius, x + radius, y + radius)
        pen.ellipse(box, THREAD if point in ends else PAPER, THREAD, 4 * OVERSAMPLING)
    content = io.BytesIO()
    canvas.resize(SIZE, Image.Resampling.LANCZOS).save(content, "PNG", optimize=True)
    return content.getvalue()


def curve(points: tuple[Point, ...]) -> list[Point]:
    """Points along the same smooth path as the SVG's: level tangents at each node."""
    path = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        for step in range(1, SMOOTHNESS + 1):
            part = step / SMOOTHNESS
            ease = part * part * (3 - 2 * part)
            path.append((x0 + (x1 - x0) * part, y0 + (y1 - y0) * ease))
    return path
