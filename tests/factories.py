"""Makes pages, people and mandates for tests."""

import datetime
import hashlib
import uuid
from typing import Any

import factory
import wagtail_factories
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.blocks import StreamBlock
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from agency.blocks import BodyBlock
from agency.models import (
    AgencyImage,
    BrandSettings,
    ConsultantIndexPage,
    ConsultantPage,
    HomePage,
    Navigation,
    NavigationLink,
    OfficeDay,
    Place,
    PlainPage,
    User,
)
from enquiries.attachments.storing import private_storage
from enquiries.models import Attachment, Mandate, StoredFile
from enquiries.models.attachment import Kind as FileKind
from specialisms.models import Fact, Level, PayBand, Role, SpecialismIndexPage, SpecialismLead, SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage


def nothing() -> None:
    """Delete whatever pages and sites there are."""
    if Site.objects.exists():
        Site.objects.all().delete()
    if Page.objects.filter(depth=2).exists():
        Page.objects.filter(depth=2).delete()


def site() -> HomePage:
    """Replace whatever site there is by one with only a front page."""
    nothing()
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = root.add_child(instance=HomePage(title="Home", slug="home", headline="People who know the seat."))
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    return home


def brand(**fields: Any) -> BrandSettings:
    """Brand settings with office hours, Monday to Friday, nine to five in London."""
    brand = BrandSettings.load()
    for name, value in {"name": "Throughline", "mandate_email": "mandates@example.com", **fields}.items():
        setattr(brand, name, value)
    brand.save()
    opens, closes = datetime.time(9), datetime.time(17)
    OfficeDay.objects.bulk_create(
        OfficeDay(brand=brand, weekday=day, opens_at=opens, closes_at=closes) for day in range(5)
    )
    return brand


def navigation(*pages: Page) -> None:
    """Link to the pages in the header and in the footer."""
    for place in Place:
        for order, page in enumerate(pages):
            NavigationLink.objects.create(navigation=Navigation.load(), place=place, page=page, sort_order=order)


def every_block(picture: AgencyImage | None = None, block: StreamBlock | None = None) -> Any:
    """A body with one of each block, as its preview shows it; the image block only with a picture for it.

    The blocks are those of ``block``, else those every body has.
    """
    block = block or BodyBlock()
    raw = []
    for name, child in block.child_blocks.items():
        value = child.get_preview_value()
        if name == "download":
            value["document"].save()
        if name != "image":
            raw.append({"type": name, "value": child.get_prep_value(value)})
        elif picture:
            image = {"image": picture.pk, "alt_text": "A desk with two screens", "decorative": False}
            raw.append({"type": name, "value": {"image": image, "caption": "Where the work is done"}})
    return block.clean(block.to_python(raw))


def picture(**fields: Any) -> AgencyImage:
    """A small uploaded picture."""
    file = get_test_image_file(filename="desk.png", size=(64, 48))
    return AgencyImage.objects.create(**{"title": "A desk", "description": "A desk", "file": file} | fields)


class HomePageFactory(wagtail_factories.PageFactory):
    headline = "People who know the seat."

    class Meta:
        model = HomePage


class PlainPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Plain page {number}")
    body = factory.LazyFunction(every_block)

    class Meta:
        model = PlainPage


class ConsultantIndexPageFactory(wagtail_factories.PageFactory):
    title = "Consultants"

    class Meta:
        model = ConsultantIndexPage


class ConsultantPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Consultant {number}")
    role = "Partner"
    biography = "<p>Ran platform teams before running searches.</p>"

    class Meta:
        model = ConsultantPage


class SpecialismIndexPageFactory(wagtail_factories.PageFactory):
    title = "Specialisms"

    class Meta:
        model = SpecialismIndexPage


class SpecialismPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Specialism {number}")
    standfirst = "Engineers who put models into production."
    remit = "<p>Engineers and leads.</p>"
    body = factory.LazyFunction(every_block)

    class Meta:
        model = SpecialismPage


class SupportPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Guide {number}")
    kind = Kind.HIRING_GUIDE
    standfirst = "What the role is for and what it costs."
    guide_heading = "Before you open the seat"
    guide_introduction = "Read this first."
    body = factory.LazyFunction(every_block)

    class Meta:
        model = SupportPage


def factory_of(model: type[Page]) -> type[wagtail_factories.PageFactory]:
    """The factory of a page type."""
    for made in wagtail_factories.PageFactory.__subclasses__():
        if made._meta.model is model:
            return made
    raise LookupError(f"tests/factories.py has no factory for {model.__name__}")


def specimen(model: type[Page], **fields: Any) -> Page:
    """A new page of a type, in a place its tree rules give it; what must lie above it is made or taken."""
    if model is HomePage:
        return HomePage.objects.first() or site()
    above = model.clean_parent_page_models()[0]
    parent = above.objects.first() or specimen(above)
    return factory_of(model)(parent=parent, **fields)


def bare(model: type[Page]) -> Page:
    """A new page of a type with nothing but what it requires."""
    declared = factory_of(model)._meta.declarations
    fields = [field for field in model._meta.get_fields() if field.name in declared and getattr(field, "blank", False)]
    left_out = {field.name: field.get_default() for field in fields}
    return specimen(model, **left_out, slug=f"bare-{model._meta.model_name}")


def lead(specialism: SpecialismPage, consultant: ConsultantPage) -> SpecialismLead:
    """Have a consultant lead a specialism."""
    return SpecialismLead.objects.create(page=specialism, consultant=consultant)


def user(username: str, group: str = "", **fields: Any) -> User:
    """An account, in a group if one is named."""
    fields.setdefault("email", f"{username}@example.com")
    account = User.objects.create_user(username, password=fields.pop("password", None), **fields)
    if group:
        account.groups.add(Group.objects.get(name=group))
    return account


def mandate(**fields: Any) -> Mandate:
    """A stored mandate."""
    values: dict[str, Any] = {
        "idempotency_key": uuid.uuid4(),
        "role": "Machine Learning Engineer",
        "need": "Own the ranking service.",
        "name": "Alex Moreau",
        "company": "Northgate Retail",
        "email": "alex@northgate.example",
        "reply_due_at": timezone.now() + datetime.timedelta(days=1),
    }
    return Mandate.objects.create(**values | fields)


def attachment(mandate: Mandate, content: bytes = b"Head of Data", **fields: Any) -> Attachment:
    """A stored and submitted file of a mandate: a text, unless the fields say otherwise. Also inside a transaction."""
    stored = StoredFile.objects.create(due_at=timezone.now())
    private_storage().save(stored.name, ContentFile(content))
    values: dict[str, Any] = {
        "stored": stored,
        "name": "brief.txt",
        "kind": FileKind.TXT,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "submitted_at": timezone.now(),
    }
    return Attachment.objects.create(mandate=mandate, **values | fields)


def role(name: str = "Machine Learning Engineer", **fields: Any) -> Role:
    """A role of the ledger, made if it is not there."""
    return Role.objects.get_or_create(name=name, defaults=fields)[0]


def pay_band(specialism: SpecialismPage, **fields: Any) -> PayBand:
    """A stored pay band, valid for another half year."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "specialism": specialism,
        "level": Level.SENIOR,
        "place": "London",
        "currency": "GBP",
        "p25": 100_000,
        "p50": 115_000,
        "p75": 132_000,
        "source_name": "Placements by the agency",
        "as_of": today - datetime.timedelta(days=30),
        "valid_until": today + datetime.timedelta(days=180),
        **fields,
    }
    values.setdefault("role", role())
    return PayBand.objects.create(**values)


def fact(**fields: Any) -> Fact:
    """A stored fact, valid for another half year."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "says": "Median time to offer",
        "low": 47,
        "unit": "days",
        "geography": "UK",
        "source_name": "Searches completed by the agency",
        "as_of": today - datetime.timedelta(days=30),
        "valid_until": today + datetime.timedelta(days=180),
    }
    return Fact.objects.create(**values | fields)
