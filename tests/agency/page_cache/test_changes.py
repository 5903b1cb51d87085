"""What makes kept pages old, and what does not."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site

from agency import maintenance, renditions
from agency.models import ConsultantPage, HomePage
from agency.page_cache import changes
from agency.page_cache.store import Store
from specialisms.models import PayBand, SpecialismPage
from support_pages import pdf
from support_pages.models import SupportPage
from tests import factories
from tests.agency.page_cache.conftest import Visitor, forget_what_is_owed

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SHOWN = [
    "agency_agencyimage",
    "agency_agencyrendition",
    "agency_brandsettings",
    "agency_closedday",
    "agency_consultantindexpage",
    "agency_consultantpage",
    "agency_homepage",
    "agency_navigation",
    "agency_navigationlink",
    "agency_officeday",
    "agency_plainpage",
    "specialisms_fact",
    "specialisms_factvalue",
    "specialisms_payband",
    "specialisms_role",
    "specialisms_role_neighbours",
    "specialisms_specialismindexpage",
    "specialisms_specialismlead",
    "specialisms_specialismpage",
    "support_pages_pagechange",
    "support_pages_supportpage",
    "support_pages_supportpage_also_supports",
    "support_pages_supportpagepdf",
    "taggit_tag",
    "taggit_taggeditem",
    "wagtailcore_collection",
    "wagtailcore_collectionviewrestriction",
    "wagtailcore_collectionviewrestriction_groups",
    "wagtailcore_groupsitepermission",
    "wagtailcore_locale",
    "wagtailcore_page",
    "wagtailcore_pageviewrestriction",
    "wagtailcore_pageviewrestriction_groups",
    "wagtailcore_site",
    "wagtaildocs_document",
    "wagtailembeds_embed",
    "wagtailimages_image",
    "wagtailimages_rendition",
    "wagtailredirects_redirect",
]
"""All tables that a change of which makes pages old. A new table gets into this list, or is named as unseen by its app."""


def test_of_every_table_it_is_known_whether_readers_see_it() -> None:
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert sorted(tables - changes.UNSEEN) == sorted(SHOWN)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ('SELECT "a" FROM "wagtailcore_page"', False),
        ("  select 1", False),
        ('SAVEPOINT "s1"', False),
        ('INSERT INTO "wagtailcore_page" ("title") VALUES (%s)', True),
        ('INSERT OR IGNORE INTO "specialisms_role" ("name") VALUES (%s)', True),
        ("UPDATE wagtailcore_page SET url_path = %s", True),
        ('DELETE FROM "specialisms_fact" WHERE 1', True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = 4 WHERE "id" = 3', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = 3', True),
        ('UPDATE "wagtailcore_revision" SET "content" = %s', False),
        ('INSERT INTO "enquiries_mandate" ("role") VALUES (%s)', False),
        ('(SELECT "a" FROM "b") UNION (SELECT "a" FROM "c")', False),
        ('INSERT INTO "agency_agencyrendition" ("filter_spec") VALUES (%s)', False),
        ('DELETE FROM "agency_agencyrendition" WHERE "id" IN (3)', True),
        ('INSERT OR IGNORE INTO "support_pages_supportpagepdf" ("page_id") VALUES (3)', False),
        ('INSERT INTO "support_pages_supportpagepdf" ("page_id") VALUES (3) ON CONFLICT DO NOTHING', False),
        ('INSERT INTO "support_pages_supportpagepdf" ("a") VALUES (3) ON CONFLICT("a") DO UPDATE SET "b" = 4', True),
        ('INSERT OR REPLACE INTO "support_pages_supportpagepdf" ("page_id") VALUES (3)', True),
        (
            'UPDATE "wagtailcore_page" SET "draft_title" = (SELECT "a" FROM "b" WHERE "c" = 1), "title" = %s WHERE "id" = 3',
            True,
        ),
        ("WITH x AS (SELECT 1) UPDATE y SET a = 1", True),
        ('TRUNCATE "wagtailcore_page"', True),
        ('UPDATE "a_table_nobody_thought_of" SET "b" = 1', True),
    ],
)
def test_statements(sql: str, expected: bool) -> None:
    assert changes.shows(sql) is expected


@pytest.fixture
def shown(guide: SupportPage, specialism: SpecialismPage, consultant: ConsultantPage) -> dict[str, Any]:
    """Things that pages show."""
    factories.lead(specialism, consultant)
    return {
        "guide": guide,
        "specialism": specialism,
        "consultant": consultant,
        "fact": factories.fact(),
        "band": factories.pay_band(specialism),
        "brand": factories.brand(),
        "picture": factories.picture(),
        "other": factories.SpecialismPageFactory(parent=specialism.get_parent(), slug="other"),
    }


def fresh(page: Page) -> Page:
    return page.specific_class.objects.get(pk=page.pk)


def saved(thing: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()


def due(page: Page) -> None:
    page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    maintenance.publish_scheduled()


def over(page: Page) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    maintenance.publish_scheduled()


CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "publish": lambda its: fresh(its["guide"]).save_revision().publish(),
    "publish a new page": lambda its: factories.SupportPageFactory(parent=fresh(its["specialism"]), slug="new"),
    "unpublish": lambda its: fresh(its["guide"]).unpublish(),
    "move": lambda its: fresh(its["guide"]).move(fresh(its["other"]), pos="last-child"),
    "order": lambda its: fresh(its["other"]).move(fresh(its["specialism"]), pos="left"),
    "delete": lambda its: fresh(its["guide"]).delete(),
    "publish on schedule": lambda its: due(fresh(its["guide"])),
    "expire on schedule": lambda its: over(its["guide"]),
    "fact": lambda its: saved(its["fact"], low=48),
    "delete a fact": lambda its: its["fact"].delete(),
    "band": lambda its: saved(its["band"], p50=116_000),
    "many bands at once": lambda _its: PayBand.objects.update(p75=140_000),
    "new bands at once": lambda its: PayBand.objects.bulk_create(
        [
            its["band"].__class__(
                **{
                    field.attname: getattr(its["band"], field.attname)
                    for field in PayBand._meta.concrete_fields
                    if field.name != "id"
                }
                | {"place": "Leeds"}
            )
        ]
    ),
    "settings": lambda its: saved(its["brand"], name="Another name"),
    "office hours": lambda its: its["brand"].office_days.all().delete(),
    "navigation": lambda its: factories.navigation(its["guide"]),
    "picture": lambda its: saved(its["picture"], title="Another desk"),
    "delete a picture": lambda its: its["picture"].delete(),
    "consultant": lambda its: fresh(its["consultant"]).save_revision().publish(),
    "who leads": lambda its: its["specialism"].leads.all().delete(),
    "language": lambda _its: Locale.objects.create(language_code="de"),
    "privacy": lambda its: PageViewRestriction.objects.create(page=its["guide"], restriction_type="login"),
    "site": lambda _its: saved(Site.objects.get(), hostname="www.agency.example"),
    "redirect": lambda _its: Redirect.objects.create(old_path="/old", redirect_link="/"),
    "raw statement": lambda _its: connection.cursor().execute("UPDATE specialisms_role SET name = name"),
}

NO_CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "draft": lambda its: fresh(its["guide"]).save_revision(changed=True),
    "draft of settings nobody saved": lambda its: its["brand"].full_clean(),
    "lock": lambda its: Page.objects.filter(pk=its["guide"].pk).update(locked=True, locked_at=timezone.now()),
    "mandate": lambda _its: factories.mandate(),
    "account": lambda _its: factories.user("somebody"),
    "login": lambda _its: Client().force_login(factories.user("somebody")),
    "group": lambda _its: Group.objects.create(name="New"),
    "rebuild of the index": lambda _its: call_command("rebuild_references_index", verbosity=0),
    "looking at PDFs": lambda _its: connection.cursor().execute(
        'UPDATE "support_pages_supportpagepdf" SET "looked_at_on" = NULL'
    ),
    "asking for PDFs": lambda its: pdf.ask([its["guide"].pk]),
    "reading": lambda its: Client().get(its["guide"].url),
}


@pytest.mark.parametrize("name", CHANGES)
def test_makes_pages_old(shown: dict[str, Any], visitor: Visitor, commit, name: str) -> None:
    visitor("/robots.txt")
    assert not visitor.renders("/robots.txt")
    commit(lambda: CHANGES[name](shown))
    assert visitor.renders("/robots.txt")


@pytest.mark.parametrize("name", NO_CHANGES)
def test_leaves_pages_as_they_are(shown: dict[str, Any], visitor: Visitor, commit, name: str) -> None:
    visitor(shown["guide"].url)
    commit(lambda: NO_CHANGES[name](shown))
    assert not visitor.renders(shown["guide"].url)


def test_readers_see_the_change(shown: dict[str, Any], visitor: Visitor, commit) -> None:
    guide = shown["guide"]
    assert visitor(guide.url).status == 200
    commit(lambda: fresh(guide).unpublish())
    assert visitor(guide.url).status == 404
    commit(lambda: fresh(guide).save_revision().publish())
    assert visitor(guide.url).status == 200


def test_another_process_learns_of_it(shown: dict[str, Any], pages: Store, commit) -> None:
    one, other = Visitor(pages), Visitor(pages)
    url = shown["guide"].url
    one(url)
    assert not other.renders(url)
    commit(lambda: saved(shown["fact"], low=49))
    assert other.renders(url)
    assert not one.renders(url)


def test_what_is_rolled_back_has_changed_nothing(shown: dict[str, Any], visitor: Visitor, commit) -> None:
    visitor("/")

    def fails() -> None:
        with transaction.atomic():
            saved(shown["fact"], low=50)
            transaction.set_rollback(True)

    commit(fails)
    assert not visitor.renders("/")
    commit(lambda: (fails(), saved(shown["fact"], low=51)))
    assert visitor.renders("/")


def test_a_transaction_asks_once(shown: dict[str, Any], visitor: Visitor, django_capture_on_commit_callbacks) -> None:
    forget_what_is_owed()
    with django_capture_on_commit_callbacks() as owed:
        for low in range(5):
            saved(shown["fact"], low=low)
    assert owed.count(changes.forget_pages) == 1


def test_a_page_shows_a_picture_in_all_formats_once_the_worker_has_made_them(
    home: HomePage, visitor: Visitor, commit
) -> None:
    factories.brand()
    picture = factories.picture()
    page = factories.PlainPageFactory(parent=home, body=factories.every_block(picture))
    assert b"<source" not in commit(lambda: visitor(page.url)).body
    before = visitor.rendered

    def make() -> bool:
        renditions.make.func(picture.pk)
        return visitor.renders(page.url)

    assert not commit(make), "nothing is told before the last one is made"
    assert b"<source" in commit(lambda: visitor(page.url)).body
    assert visitor.rendered == before + 1
    assert commit(lambda: renditions.make.func(picture.pk))
    assert not visitor.renders(page.url)


def test_a_page_whose_pictures_are_made_again_is_old(home: HomePage, visitor: Visitor, commit) -> None:
    picture = factories.picture()
    page = factories.PlainPageFactory(parent=home, body=factories.every_block(picture))
    commit(lambda: visitor(page.url))
    commit(lambda: call_command("wagtail_update_image_renditions", purge_only=True, stdout=StringIO()))
    assert visitor.renders(page.url)


def test_a_page_that_shows_a_new_picture_is_kept(home: HomePage, visitor: Visitor, commit) -> None:
    factories.brand()  # settings that nobody has saved yet are stored by the first page
    picture = factories.picture()
    page = factories.PlainPageFactory(parent=home, body=factories.every_block(picture))
    commit(lambda: visitor(page.url))  # makes the renditions
    assert picture.renditions.exists()
    assert not visitor.renders(page.url)


def test_empty_page_cache(home: HomePage, visitor: Visitor, capsys: pytest.CaptureFixture[str], settings) -> None:
    visitor("/")
    call_command("empty_page_cache")
    assert "rendered again" in capsys.readouterr().out
    assert visitor.renders("/")
    settings.PAGE_CACHE = ""
    call_command("empty_page_cache")
    assert "keeps no pages" in capsys.readouterr().out
