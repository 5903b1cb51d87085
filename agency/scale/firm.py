"""The agency around a made-up site: front page, people, plain pages, brand, navigation, pictures."""

import io
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.images import ImageFile
from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from agency.models import (
    AgencyImage,
    BrandSettings,
    ConsultantIndexPage,
    ConsultantPage,
    HomePage,
    Navigation,
    NavigationLink,
    Place,
    PlainPage,
)
from agency.scale import words
from agency.scale.bodies import Composer, stored
from agency.scale.plan import Order
from agency.scale.tables import MARK, Tree, index_references, write_own
from agency.share import SIZE
from specialisms.cards import paint
from specialisms.models import SpecialismIndexPage

NAME = "Throughline at scale"
PICTURES = 3
SPECIALISMS_A_CONSULTANT = 4
PLAIN = ["Fees", "How a search works", "Privacy"]


@dataclass
class Firm:
    """What was made: pages that others stand under or name."""

    home: Page
    directory: Page
    index: Page
    consultants: list[Page]
    plain: list[Page]

    @property
    def people(self) -> list[int]:
        """The consultants by primary key."""
        return [page.pk for page in self.consultants]


def found(order: Order, tree: Tree) -> Firm:
    """Add the pages to the tree; ``furnish`` writes what they hold once the tree is written."""
    root = Page.objects.get(depth=1)
    for welcome in Page.objects.filter(depth=2):
        welcome.delete()
    root.refresh_from_db()
    home = tree.add(root, HomePage, "home", title=NAME, search_description="A made-up site.", translation_key=MARK)
    index = tree.add(home, ConsultantIndexPage, "consultants", title="Consultants")
    count = max(2, order.specialisms // SPECIALISMS_A_CONSULTANT)
    people = [tree.add(index, ConsultantPage, f"consultant-{number}", title=_name(number)) for number in range(count)]
    plain = [tree.add(home, PlainPage, title.lower().replace(" ", "-"), title=title) for title in PLAIN]
    directory = tree.add(home, SpecialismIndexPage, "specialisms", title="Specialisms")
    return Firm(home, directory, index, people, plain)


def furnish(firm: Firm, order: Order) -> list[tuple[int, str]]:
    """Write the texts of those pages, brand, navigation and pictures; returns the pictures with their descriptions."""
    home = own(HomePage, firm.home, headline="Searches, many of them.", standfirst=str(order))
    index = own(ConsultantIndexPage, firm.index)
    people = [
        own(
            ConsultantPage,
            page,
            role="Partner",
            languages="English",
            standfirst=Composer(f"{order.seed}/{page.slug}").sentence()[:300],
            biography=Composer(f"{order.seed}/{page.slug}/life").paragraph(),
        )
        for page in firm.consultants
    ]
    texts = [Composer(f"{order.seed}/{page.slug}") for page in firm.plain]
    plain = [
        own(PlainPage, page, standfirst=text.sentence()[:300], body=stored([text.block("text", text.paragraph())]))
        for page, text in zip(firm.plain, texts, strict=True)
    ]
    directory = own(SpecialismIndexPage, firm.directory)
    for pages in ([home], [index], people, plain, [directory]):
        write_own(pages)
        index_references(pages)
    pictures = _pictures()
    _site(firm)
    with disable_reference_index_auto_update():
        _brand(firm, pictures[0])
    return [(picture.pk, picture.description) for picture in pictures]


def own(model: type[Page], row: Page, **fields: Any) -> Page:
    """A page of a type over its row in the tree."""
    return model(**{"pk": row.pk, "id": row.pk, "title": row.title, "slug": row.slug} | fields)


def _name(number: int) -> str:
    first = words.FIRST_NAMES[number % len(words.FIRST_NAMES)]
    return f"{first} {words.LAST_NAMES[number // len(words.FIRST_NAMES) % len(words.LAST_NAMES)]}"


def _site(firm: Firm) -> None:
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    values = {"hostname": address.hostname, "port": port, "root_page": firm.home, "site_name": NAME}
    Site.objects.update_or_create(is_default_site=True, defaults=values)


def _pictures() -> list[AgencyImage]:
    made = []
    for number in range(PICTURES):
        file = ImageFile(io.BytesIO(paint(f"scale-{number}")), name=f"scale-{number}.png")
        words_for_it = f"Drawing number {number + 1} of a thread through nodes"
        made.append(
            AgencyImage(title=words_for_it, description=words_for_it, file=file, width=SIZE[0], height=SIZE[1])
        )
    pictures = AgencyImage.objects.bulk_create(made)
    index_references(pictures)
    return pictures


def _brand(firm: Firm, picture: AgencyImage) -> None:
    brand = BrandSettings.load()
    brand.name, brand.is_demo = NAME, True
    brand.privacy_page, brand.share_image = firm.plain[-1], picture
    brand.save()
    navigation = Navigation.load()
    chosen = [(Place.HEADER, firm.directory), *((Place.FOOTER, page) for page in firm.plain)]
    NavigationLink.objects.bulk_create(
        NavigationLink(navigation=navigation, place=place, page=page, sort_order=order)
        for order, (place, page) in enumerate(chosen)
    )
    for settings_record in (BrandSettings.load(), Navigation.load()):
        index_references([settings_record])
