"""Bodies of guides for tests: every block, some blocks, and outlines as a consultant fills them in."""

from typing import Any

from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file

from agency.models import AgencyImage
from specialisms.models import Fact, Role, SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.outlines import outline
from tests import factories

Document = get_document_model()
BODY = SupportPage._meta.get_field("body").stream_block


def document(**fields: Any) -> Document:
    """A stored document."""
    return Document.objects.create(
        **{"title": "Scorecard", "file": "documents/scorecard.pdf", "file_size": 20480} | fields
    )


def body(*blocks: tuple[str, Any]) -> StreamValue:
    """A body of these blocks, each with the values given and its defaults for the rest, as the database holds them."""
    return BODY.to_python([{"type": name, "value": value} for name, value in blocks])


def shown(name: str) -> Any:
    """What the preview of a block shows, as the database would hold it."""
    block = BODY.child_blocks[name]
    return block.get_prep_value(block.get_preview_value())


class Library:
    """What there is to choose from: a role with a band, a fact, a document, a picture, a published guide."""

    def __init__(self, specialism: SpecialismPage) -> None:
        self.role: Role = factories.role("Evaluation Engineer", mission="Keeps a model right in production.")
        factories.pay_band(specialism, role=self.role)
        self.fact: Fact = factories.fact()
        self.document = document()
        self.picture: AgencyImage = factories.picture(file=get_test_image_file(filename="desk.png", size=(640, 360)))
        self.guide: SupportPage = factories.SupportPageFactory(parent=specialism, title="Another guide", body=[])

    def block(self, name: str) -> Any:
        """A block filled in."""
        value = shown(name)
        if name == "image":
            return {
                "image": {"image": self.picture.pk, "alt_text": "A desk", "decorative": False},
                "caption": "A desk",
            }
        if name == "download":
            return value | {"document": self.document.pk}
        if name == "related_guides":
            return value | {"title": "Read these next", "guides": [self.guide.pk]}
        if name == "role_comparison":
            value["roles"][0]["value"]["role"] = self.role.pk
            return value | {"place": "London", "currency": "GBP"}
        if name == "facts":
            return [{"fact": self.fact.pk}, {"label": "Shortlist", "value": "5 people", "note": "Illustrative"}]
        return value

    def every_block(self) -> StreamValue:
        """One of each."""
        return BODY.clean(body(*((name, self.block(name)) for name in BODY.child_blocks)))

    def filled_in(self, kind: Kind) -> StreamValue:
        """The outline of a kind as a consultant fills it in: headings and notes stay, everything else is written."""
        laid = outline(kind, BODY)
        return body(
            *(
                (
                    child.block_type,
                    child.get_prep_value()["value"]
                    if child.block_type in {"heading", "note"}
                    else self.block(child.block_type),
                )
                for child in laid
            )
        )
