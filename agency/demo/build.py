"""Builds the demo agency from its hand-written content: pages, people, settings and accounts."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from agency.demo import accounts, firm, pictures
from agency.demo.content import CONSULTANTS, PAGES, SECTORS
from agency.demo.vocabulary import Block, Guide, Plain, Specialism
from agency.models import (
    BasePage,
    BrandSettings,
    ClosedDay,
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
from specialisms.models import SpecialismIndexPage, SpecialismLead, SpecialismPage
from support_pages.models import SupportPage

LINK = re.compile(r'href="page:([\w-]+)"')
Report = Callable[[str], None]


class NotEmptyError(Exception):
    """The database holds a site that is not the demo."""


def is_demo() -> bool:
    """Whether the demo agency is here already: by what it holds, not by what an editor may tick."""
    sectors = SpecialismPage.objects.filter(slug__in=[sector.slug for sector in SECTORS])
    return sectors.count() == len(SECTORS) and BrandSettings.objects.filter(is_demo=True).exists()


def is_empty() -> bool:
    """Whether there is nothing but what Wagtail's migrations leave: a root and a welcome page, and no accounts."""
    pages = Page.objects.filter(depth__gt=1)
    welcome = pages.filter(depth=2, slug="home", content_type__model="page")
    return pages.count() == welcome.count() <= 1 and not User.objects.exists()


def build(report: Report) -> dict[str, accounts.Login]:
    """Build the demo in one transaction and return its logins; raises ``NotEmptyError`` on any other content."""
    if is_demo() or not is_empty():
        raise NotEmptyError
    with transaction.atomic():
        return Builder(report).run()


class Builder:
    """One run of the build; ``pages`` finds what was built by its slug."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.pages: dict[str, BasePage] = {}

    def run(self) -> dict[str, accounts.Login]:
        """Pages first without their texts, then the texts, whose links can now be resolved."""
        home = self._home()
        self.report("people")
        self._people(home)
        self.report("plain pages")
        for plain in PAGES:
            self._add(home, PlainPage, plain, listing_summary=plain.summary)
        index = self._add(home, SpecialismIndexPage, None, **firm.SPECIALISMS)
        for sector in SECTORS:
            self._specialism(index, sector)
        self.report("brand and navigation")
        self._brand()
        self._navigation()
        for plain in PAGES:
            self._write(plain, body=self._stream(PlainPage, "body", plain.body))
        for number, specialism in enumerate(walk(SECTORS), start=1):
            self.report(f"texts {number}: {specialism.title}, {len(specialism.guides)} guides")
            self._write_specialism(specialism)
        self.report("accounts")
        return accounts.create(self.pages)

    def _add(self, parent: Page, model: type[BasePage], record: Any, **fields: Any) -> Any:
        if record is not None:
            for name in ("slug", "title", "standfirst", "search_description"):
                fields.setdefault(name, getattr(record, name))
        page = parent.add_child(instance=model(show_in_menus=True, **fields))
        self.pages[page.slug] = page
        return page

    def _home(self) -> HomePage:
        root = Page.objects.get(depth=1)
        old = Page.objects.filter(depth=2).first()
        if old:  # out of the way first, without a signal: the worker would look for it in vain
            Page.objects.filter(pk=old.pk).update(slug="welcome", url_path="/welcome/")
        steps = [("step", {"title": title, "text": text}) for title, text in firm.STEPS]
        home = self._add(root, HomePage, None, slug="home", **firm.HOME, steps=steps)
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={"hostname": "localhost", "root_page": home, "site_name": firm.BRAND["name"]},
        )
        if old:
            old.delete()
        home.refresh_from_db()
        home.save_revision().publish()
        return home

    def _people(self, home: HomePage) -> None:
        index = self._add(home, ConsultantIndexPage, None, **firm.CONSULTANTS)
        for someone in CONSULTANTS:
            page = self._add(
                index,
                ConsultantPage,
                None,
                slug=someone.slug,
                title=someone.name,
                role=someone.role,
                languages=someone.languages,
                standfirst=someone.standfirst,
                listing_summary=someone.summary,
                biography=someone.biography,
            )
            page.save_revision().publish()

    def _specialism(self, parent: Page, record: Specialism) -> None:
        page = self._add(
            parent,
            SpecialismPage,
            record,
            heading=record.heading,
            listing_summary=record.summary,
            closing_question=record.cta_heading,
            closing_invitation=record.cta_text,
        )
        for order, slug in enumerate(record.leads):
            SpecialismLead.objects.create(page=page, consultant=self.pages[slug], sort_order=order)
        for guide in record.guides:
            self._add(
                page,
                SupportPage,
                guide,
                kind=guide.kind,
                listing_title=guide.short_title,
                listing_summary=guide.summary,
                reviewer=self.pages[guide.reviewer],
                reviewed_on=guide.reviewed_on,
                guide_heading=guide.guide_heading,
                guide_introduction=guide.guide_intro,
                closing_question=guide.cta_heading,
                closing_invitation=guide.cta_text,
            )
        for narrower in record.narrower:
            self._specialism(page, narrower)

    def _write_specialism(self, record: Specialism) -> None:
        facts = [{"label": label, "value": value, "note": note} for label, value, note in record.key_figures]
        self._write(
            record,
            remit=self._html(record.remit),
            key_figures=self._stream(SpecialismPage, "key_figures", [("facts", facts)] if facts else []),
            body=self._stream(SpecialismPage, "body", record.body),
        )
        for guide in record.guides:
            self._write(guide, body=self._stream(SupportPage, "body", guide.body))

    def _write(self, record: Plain | Specialism | Guide, **texts: Any) -> None:
        page = self.pages[record.slug]
        page.refresh_from_db()
        for name, value in texts.items():
            setattr(page, name, value)
        page.save_revision().publish()

    def _html(self, html: str) -> str:
        return LINK.sub(lambda match: f'linktype="page" id="{self.pages[match[1]].pk}"', html)

    def _stream(self, model: type[BasePage], field: str, blocks: Sequence[Block]) -> Any:
        """The blocks as a StreamField value, cleaned by the same rules as an editor's input."""
        block = model._meta.get_field(field).stream_block
        raw = [{"type": kind, "value": self._value(kind, value)} for kind, value in blocks]
        return block.clean(block.to_python(raw))

    def _value(self, kind: str, value: Any) -> Any:
        if kind == "table":
            return {
                "table": {
                    "caption": value["caption"],
                    "columns": [{"type": "text", "heading": name} for name in value["header"]],
                    "rows": [{"values": row} for row in value["rows"]],
                },
                "note": value["note"],
            }
        if kind == "image":
            picture = pictures.draw(value["picture"], value["alt"])
            image = {"image": picture.pk, "alt_text": value["alt"], "decorative": False}
            return {"image": image, "caption": value["caption"]}
        return self._links(value)

    def _links(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._html(value)
        if isinstance(value, list):
            return [self._links(item) for item in value]
        if isinstance(value, dict):
            return {name: self._links(item) for name, item in value.items()}
        return value

    def _brand(self) -> None:
        brand = BrandSettings.load()
        for name, value in firm.BRAND.items():
            setattr(brand, name, value)
        brand.privacy_page = self.pages["privacy"]
        brand.share_image = pictures.draw("card", "The thread: a line through a row of nodes")
        brand.save()
        OfficeDay.objects.bulk_create(
            OfficeDay(brand=brand, weekday=day, opens_at=firm.OPENS, closes_at=firm.CLOSES)
            for day in firm.WORKING_WEEKDAYS
        )
        ClosedDay.objects.bulk_create(ClosedDay(brand=brand, date=date, name=name) for date, name in firm.CLOSED_DAYS)

    def _navigation(self) -> None:
        navigation = Navigation.load()
        links = [(Place.HEADER, slug) for slug in firm.HEADER] + [(Place.FOOTER, slug) for slug in firm.FOOTER]
        NavigationLink.objects.bulk_create(
            NavigationLink(navigation=navigation, place=place, page=self.pages[slug], sort_order=order)
            for order, (place, slug) in enumerate(links)
        )


def walk(specialisms: Sequence[Specialism]) -> Iterator[Specialism]:
    """Specialisms and everything under them, from the top."""
    for specialism in specialisms:
        yield specialism
        yield from walk(specialism.narrower)
