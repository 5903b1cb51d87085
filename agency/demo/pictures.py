"""Pictures of the demo, drawn by Pillow from the same geometry as the specialisms' drawings."""

import io
from itertools import pairwise

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from agency.models import AgencyImage
from specialisms.drawing import HEIGHT, WIDTH, Point
from specialisms.drawing import draw as geometry

PAPER, RULE, THREAD = "#fbfaf6", "#d0cbbb", "#a32a14"
CARD = (1200, 630)
SMOOTHNESS = 40
OVERSAMPLING = 2


def draw(name: str, alt: str) -> AgencyImage:
    """The named drawing as a stored 1200 by 630 image with its description."""
    size = (CARD[0] * OVERSAMPLING, CARD[1] * OVERSAMPLING)
    canvas = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(canvas)
    drawing = geometry(name)

    def place(point: Point) -> Point:
        return point[0] / WIDTH * size[0], point[1] / HEIGHT * size[1]

    for line in drawing.lines:
        pen.line([place(point) for point in curve(line)], RULE, 3 * OVERSAMPLING)
    pen.line([place(point) for point in curve(drawing.thread)], THREAD, 5 * OVERSAMPLING)
    for number, point in enumerate(drawing.thread):
        x, y = place(point)
        radius = (16 if number in (0, len(drawing.thread) - 1) else 11) * OVERSAMPLING
        box = (x - radius, y - radius, x + radius, y + radius)
        filled = number in (0, len(drawing.thread) - 1)
        pen.ellipse(box, THREAD if filled else PAPER, THREAD, 4 * OVERSAMPLING)
    content = io.BytesIO()
    canvas.resize(CARD, Image.Resampling.LANCZOS).save(content, "PNG", optimize=True)
    file = ImageFile(io.BytesIO(content.getvalue()), name=f"{name}.png")
    return AgencyImage.objects.create(title=alt, description=alt, file=file, width=CARD[0], height=CARD[1])


def curve(points: tuple[Point, ...]) -> list[Point]:
    """Points along the same smooth path as the SVG's: level tangents at each node."""
    path = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        for step in range(1, SMOOTHNESS + 1):
            part = step / SMOOTHNESS
            ease = part * part * (3 - 2 * part)
            path.append((x0 + (x1 - x0) * part, y0 + (y1 - y0) * ease))
    return path
