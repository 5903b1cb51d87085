"""Builds the demo agency from its hand-written content: pages, people, ledger, settings and accounts."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Site

from agency.demo import accounts, firm, pictures
from agency.demo.compose import Composer
from agency.demo.content import CONSULTANTS, PAGES, SECTORS
from agency.demo.days import Days
from agency.demo.ledger import Ledger, find
from agency.demo.vocabulary import Block, Guide, Plain, Specialism, fact_row
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
from support_pages.models import PageChange, SupportPage
from support_pages.search.keeping import rebuild
from support_pages.thread.health import record_site

FIRST_PUBLISHED = datetime.date(2026, 3, 2)
"""The day the guides first appeared, before any of the changes in their logs."""
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
        self.days = Days(timezone.localdate())
        self.ledger = Ledger(self.days)
        self.composer = Composer(self.pages, self.ledger)

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
        self.report("roles, pay bands and facts")
        self.ledger.fill(self.pages, walk(SECTORS))
        for plain in PAGES:
            self._write(plain, body=self._stream(plain, PlainPage, "body", plain.body))
        self._privacy()
        for number, specialism in enumerate(walk(SECTORS), start=1):
            self.report(f"texts {number}: {specialism.title}, {len(specialism.guides)} guides")
            self._write_specialism(specialism)
        self.report("health of the clusters")
        for page in self.pages.values():
            ReferenceIndex.create_or_update_for_object(page)  # the check reads it; the worker would fill it later
        record_site()
        self.report("search")
        for _done in rebuild():
            pass
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
            target_question=record.question,
            heading=record.heading,
            listing_summary=record.summary,
            reviewer=find("consultant", self.pages, record.reviewer) if record.reviewer else None,
            closing_question=record.cta_heading,
            closing_invitation=record.cta_text,
        )
        for order, slug in enumerate(record.leads):
            SpecialismLead.objects.create(page=page, consultant=find("consultant", self.pages, slug), sort_order=order)
        for guide in record.guides:
            self._guide(page, guide, author=guide.author or record.leads[0])
        for narrower in record.narrower:
            self._specialism(page, narrower)

    def _guide(self, parent: Page, guide: Guide, author: str) -> None:
        published = datetime.datetime.combine(self.days.moved(FIRST_PUBLISHED), datetime.time(9), datetime.UTC)
        page = self._add(
            parent,
            SupportPage,
            guide,
            target_question=guide.question,
            seo_title=guide.search_title,
            kind=guide.kind,
            listing_title=guide.short_title,
            listing_summary=guide.summary,
            first_published_at=published,
            author=find("consultant", self.pages, author),
            reviewer=find("consultant", self.pages, guide.reviewer),
            reviewed_on=self.days.moved(guide.reviewed_on),
            review_due_on=self.days.moved(guide.review_due_on) if guide.review_due_on else None,
            guide_heading=guide.guide_heading,
            guide_introduction=guide.guide_intro,
            closing_question=guide.cta_heading,
            closing_invitation=guide.cta_text,
        )
        PageChange.objects.bulk_create(
            PageChange(page=page, date=self.days.moved(day), note=note) for day, note in guide.changes
        )

    def _write_specialism(self, record: Specialism) -> None:
        figures = [fact_row(*record.key_figures)] if record.key_figures else []
        self._write(
            record,
            remit=self.composer.html(record.remit),
            key_figures=self._stream(record, SpecialismPage, "key_figures", figures),
            body=self._stream(record, SpecialismPage, "body", record.body),
        )
        for guide in record.guides:
            role = find("role", self.ledger.roles, guide.role) if guide.role else None
            self._write(
                guide,
                role=role,
                body=self._stream(guide, SupportPage, "body", guide.body),
                also_supports=[find("specialism", self.pages, slug) for slug in guide.also_supports],
                pinned=self._stream(guide, SupportPage, "pinned", [("guide", slug) for slug in guide.pinned]),
            )

    def _stream(
        self, record: Plain | Specialism | Guide, model: type[BasePage], field: str, blocks: Sequence[Block]
    ) -> Any:
        return self.composer.stream(record.slug, model, field, blocks)

    def _write(self, record: Plain | Specialism | Guide, **texts: Any) -> None:
        page = self.pages[record.slug]
        page.refresh_from_db()
        for name, value in texts.items():
            setattr(page, name, value)
        page.save_revision().publish()

    def _brand(self) -> None:
        brand = BrandSettings.load()
        for name, value in firm.BRAND.items():
            setattr(brand, name, value)
        brand.share_image = pictures.draw("card", "The thread: a line through a row of nodes")
        brand.save()
        OfficeDay.objects.bulk_create(
            OfficeDay(brand=brand, weekday=day, opens_at=firm.OPENS, closes_at=firm.CLOSES)
            for day in firm.WORKING_WEEKDAYS
        )
        ClosedDay.objects.bulk_create(ClosedDay(brand=brand, date=date, name=name) for date, name in firm.CLOSED_DAYS)

    def _privacy(self) -> None:
        """Chosen once it is written: what a page says when it is chosen is the first version of the notice."""
        brand = BrandSettings.load()
        brand.privacy_page = self.pages["privacy"]
        brand.save()

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
