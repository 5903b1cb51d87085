"""Guides that other specialisms list too, and guides that an editor pins: what readers see, what editors may choose."""

import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import querydict_from_html, streamfield

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.document import document_of
from support_pages.forms import SpecialismTree
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from support_pages.thread.site import Site
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def host(specialism: SpecialismPage) -> SpecialismPage:
    """Another specialism, with a guide of its own."""
    page = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), title="Data Platforms")
    factories.SupportPageFactory(parent=page, title="Own guide", kind=Kind.HIRING_GUIDE)
    return SpecialismPage.objects.get(pk=page.pk)


@pytest.fixture
def guest(specialism: SpecialismPage, host: SpecialismPage, brand) -> SupportPage:
    """A guide of the first specialism that the other one lists too, and one of its siblings."""
    SpecialismPage.objects.filter(pk=specialism.pk).update(listing_title="ML")
    page = factories.SupportPageFactory(parent=specialism, title="Guest", kind=Kind.SALARY_GUIDE)
    factories.SupportPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk), title="Sibling")
    page.also_supports.add(host)
    page.save()
    return SupportPage.objects.get(pk=page.pk)


def soup(page: Page) -> BeautifulSoup:
    """The page as visitors get it."""
    return BeautifulSoup(Client().get(page.url).content, "html.parser")


def data(page: Page) -> dict[str, dict]:
    """What it tells search engines, by type."""
    graph = json.loads(soup(page).find("script", type="application/ld+json").string)["@graph"]
    return {thing["@type"]: thing for thing in graph}


def pin(page: SupportPage, *guides: SupportPage) -> None:
    """Have a page pin guides."""
    block = page._meta.get_field("pinned").stream_block
    page.pinned = block.to_python([{"type": "guide", "value": guide.pk} for guide in guides])
    page.save()


def related(page: Page) -> dict[str, str]:
    """The cards at a guide's foot: titles, and what stands above each; first the line that introduces them."""
    section = soup(page).find(attrs={"aria-labelledby": "related-title"})
    cards = {card.h3.get_text(): card.find(class_="eyebrow").get_text() for card in section.find_all("li")}
    return {"": section.header.p.get_text(), **cards}


def test_host_lists_its_guest_among_its_kinds_and_says_where_it_belongs(
    host: SpecialismPage, guest: SupportPage, specialism: SpecialismPage
) -> None:
    listing = soup(host).find(attrs={"aria-labelledby": "cluster-title"})
    assert [heading.get_text() for heading in listing.find_all("h3")] == ["Hiring guides", "Salary guides"]
    link = listing.find("a", string="Guest")
    assert link["href"] == guest.url
    assert link.find_next_sibling("small").get_text() == "from ML"
    assert "from" not in {
        word for small in soup(specialism).main.find_all("small") for word in small.get_text().split()
    }
    assert listing.find("a", string="Own guide").find_next_sibling("small") is None


def test_guests_thread_stays_with_its_parent(host: SpecialismPage, guest: SupportPage) -> None:
    html = soup(guest)
    assert html.find("link", rel="canonical")["href"] == guest.canonical_url
    assert [crumb.get_text() for crumb in html.find(class_="crumbs").find_all("a")] == [
        "Specialisms",
        "Machine Learning",
    ]
    rail = html.find(class_="rail")
    assert [link.get_text() for link in rail.select(".thread > li > a")] == ["ML", "Guest", "Sibling"]
    canonical = guest.canonical.canonical_url
    assert data(guest)["Article"]["isPartOf"] == {"@id": canonical}
    assert "Data Platforms" not in str(html.main)


def test_rail_and_pdf_of_the_host_do_not_hold_its_guest(host: SpecialismPage, guest: SupportPage) -> None:
    own = SupportPage.objects.get(title="Own guide")
    assert "Guest" not in soup(own).find(class_="rail").get_text()
    assert guest.url not in document_of(own).html


def test_structured_data_of_a_specialism_names_its_own_guides(
    host: SpecialismPage, guest: SupportPage, specialism: SpecialismPage
) -> None:
    own = [page.canonical_url for page in SupportPage.objects.child_of(specialism).order_by("path")]
    assert [part["@id"] for part in data(SpecialismPage.objects.get(pk=specialism.pk))["WebPage"]["hasPart"]] == own
    assert guest.canonical_url not in {part["@id"] for part in data(host)["WebPage"]["hasPart"]}
    SupportPage.objects.child_of(host).delete()
    assert "hasPart" not in data(host)["WebPage"], "nothing is its own, nothing is said"


def test_cluster_is_read_once_for_the_page_and_its_data(host: SpecialismPage, guest: SupportPage) -> None:
    Client().get(host.url)
    with CaptureQueriesContext(connection) as captured:
        Client().get(host.url)
    assert len([query for query in captured.captured_queries if "is_guest" in query["sql"]]) == 1


def test_private_guest_is_not_listed(host: SpecialismPage, guest: SupportPage, specialism: SpecialismPage) -> None:
    PageViewRestriction.objects.create(page=specialism, restriction_type="login")
    assert "Guest" not in soup(host).main.get_text()


def test_host_is_a_way_to_its_guest(host: SpecialismPage, guest: SupportPage, specialism: SpecialismPage) -> None:
    """Two clicks from the front page, by the directory; though its own specialism is not there to lead to it."""
    SpecialismPage.objects.get(pk=specialism.pk).unpublish()
    assert Site().clicks_to(guest) == 2
    guest.also_supports.clear()
    guest.save()
    assert Site().clicks_to(guest) is None


def test_related_pages_say_where_they_are_from(host: SpecialismPage, guest: SupportPage) -> None:
    own, sibling = SupportPage.objects.get(title="Own guide"), SupportPage.objects.get(title="Sibling")
    everything_own = related(sibling)
    assert everything_own == {"": "More on ML, all from the same specialism.", "Guest": "Salary guide"}
    pin(sibling, own, guest)
    assert related(sibling) == {
        "": "What to read next, also from other specialisms.",
        "Own guide": "Hiring guide from Data Platforms",
        "Guest": "Salary guide",
    }
    assert related(own) == {
        "": "What to read next, also from other specialisms.",
        "Guest": "Salary guide from ML",
    }


def test_pinned_drafts_wait_until_they_are_published(host: SpecialismPage, guest: SupportPage) -> None:
    own = SupportPage.objects.get(title="Own guide")
    draft = factories.SupportPageFactory(parent=host, title="Draft", live=False)
    pin(guest, draft, own)
    assert list(related(guest))[1:] == ["Own guide", "Sibling"]
    SupportPage.objects.get(pk=draft.pk).get_latest_revision_as_object().save_revision().publish()
    assert list(related(guest))[1:] == ["Draft", "Own guide", "Sibling"]


@pytest.fixture
def administrator() -> Client:
    """A browser in which somebody is logged in who may publish."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client


def edit(client: Client, page: SupportPage, **fields: object):
    """Send the form of a page as it is shown, with these fields changed; without a body."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    form["body-count"] = form["pinned-count"] = "0"
    for name, value in fields.items():
        if isinstance(value, list):
            form.setlist(name, value)
        elif isinstance(value, dict):
            form.update(value)
    return client.post(address, form)


def latest(page: SupportPage) -> SupportPage:
    """Its latest draft."""
    return SupportPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def pins(*guides: SupportPage) -> dict[str, str]:
    """The fields of pinned pages."""
    raw = streamfield([("guide", str(guide.pk)) for guide in guides])
    return {f"pinned-{name}": str(value) for name, value in _flat(raw)}


def _flat(raw: dict) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = [("count", raw["count"])]
    for number in range(int(raw["count"])):
        found += [(f"{number}-{name}", value) for name, value in raw[str(number)].items()]
    return found


def test_editor_chooses_hosts_in_the_tree(
    administrator: Client, host: SpecialismPage, guest: SupportPage, specialism: SpecialismPage
) -> None:
    narrower = factories.SpecialismPageFactory(parent=host, title="Streaming", live=False)
    html = administrator.get(reverse("wagtailadmin_pages:edit", args=[guest.pk])).content
    tree = BeautifulSoup(html, "html.parser").find(class_="specialism-tree")
    rows = {row.find(attrs={"data-name": True}).get_text(): row for row in tree.find_all("li")}
    assert list(rows) == ["Machine Learning", "Data Platforms", "Streaming"]
    assert rows["Machine Learning"].input.has_attr("disabled")
    assert not rows["Machine Learning"].input.has_attr("checked")
    assert "it stands here" in rows["Machine Learning"].get_text()
    assert rows["Data Platforms"].input.has_attr("checked")
    assert "Data Platforms" in rows["Streaming"].find(class_="specialism-tree__trail").get_text()
    assert rows["Streaming"]["class"] == ["specialism-tree__level-1"]
    assert "draft" in rows["Streaming"].get_text()
    sent = edit(administrator, guest, also_supports=[str(narrower.pk)])
    assert sent.status_code == 302
    saved = latest(guest)
    assert [page.pk for page in saved.also_supports.all()] == [narrower.pk]


def test_own_specialism_is_no_host(
    administrator: Client, host: SpecialismPage, guest: SupportPage, specialism: SpecialismPage
) -> None:
    sent = edit(administrator, guest, also_supports=[str(host.pk), str(specialism.pk)])
    message = "It stands under “Machine Learning”, which lists it already. Choose other specialisms only."
    assert sent.context["form"].errors["also_supports"] == [message]


def test_guide_that_moves_to_its_host_is_a_guest_no_longer(
    administrator: Client, host: SpecialismPage, guest: SupportPage
) -> None:
    guest.move(host, pos="last-child")
    page = SupportPage.objects.get(pk=guest.pk)
    html = administrator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    assert not BeautifulSoup(html, "html.parser").select(".specialism-tree input[checked]")
    assert edit(administrator, page).status_code == 302
    assert list(latest(page).also_supports.all()) == []


def test_pinned_pages_are_others_and_each_once(
    administrator: Client, host: SpecialismPage, guest: SupportPage
) -> None:
    own = SupportPage.objects.get(title="Own guide")
    sent = edit(administrator, guest, pinned=pins(own, guest, own))
    (error,) = sent.context["form"].errors.as_data()["pinned"]
    assert {number: one.message for number, one in error.block_errors.items()} == {
        1: "This is the guide itself. Choose another one.",
        2: "This guide is chosen already.",
    }
    assert "This guide is chosen already." in sent.content.decode(), "beside the block"
    assert edit(administrator, guest, pinned=pins(own)).status_code == 302
    assert [child.value.pk for child in latest(guest).pinned] == [own.pk]


def test_new_guide_offers_the_tree_too(administrator: Client, host: SpecialismPage) -> None:
    html = administrator.get(reverse("guides:add", args=[host.pk, Kind.HIRING_GUIDE])).content
    disabled = BeautifulSoup(html, "html.parser").select(".specialism-tree input[disabled]")
    assert [box["value"] for box in disabled] == [str(host.pk)]


def test_tree_of_many_specialisms_is_one_query(specialism: SpecialismPage) -> None:
    for _number in range(20):
        factories.SpecialismPageFactory(parent=SpecialismPage.objects.get(pk=specialism.pk))
    form = SupportPage.get_edit_handler().get_form_class()(instance=SupportPage(), parent_page=specialism)
    assert isinstance(form.fields["also_supports"].widget, SpecialismTree)
    with CaptureQueriesContext(connection) as captured:
        assert str(form["also_supports"]).count('type="checkbox"') == 21
    assert len(captured) == 1
