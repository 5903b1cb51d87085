"""Pictures of the demo: drawings of the same kind as the specialisms' own."""

import io

from django.core.files.images import ImageFile

from agency.models import AgencyImage
from agency.share import SIZE
from specialisms.cards import paint


def draw(name: str, alt: str) -> AgencyImage:
    """The drawing of that name as a stored image with its description."""
    file = ImageFile(io.BytesIO(paint(name)), name=f"{name}.png")
    return AgencyImage.objects.create(title=alt, description=alt, file=file, width=SIZE[0], height=SIZE[1])
