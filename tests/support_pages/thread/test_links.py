"""Links in a guide lead up, sideways, and to something."""

from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect

from support_pages.models import SupportPage
from tests import factories
from tests.support_pages.bodies import body, document
from tests.support_pages.pdfs import inline
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import at, fresh, in_draft, messages, problems, prose, text, to, write

pytestmark = pytest.mark.django_db


def cards(*guides: int) -> tuple[str, dict]:
    """A block of cards."""
    return ("related_guides", {"title": "Next", "guides": list(guides)})


def sourced(address: str) -> tuple[str, str]:
    """A text with a fact whose source is at an address."""
    return text(f"<p>{inline(factories.fact(says='Offers', source_url=address))}</p>")


@pytest.mark.breaks("no-link-up")
@pytest.mark.holds("no-link-up")
def test_way_up(clean: Clean) -> None:
    table = ("pay_table", {"caption": "Pay", "specialism": clean.specialism.pk, "roles": []})
    guide = clean.make(clean.specialism, to(clean.hiring))
    assert problems(write(guide, table), "no-link-up"), "a table of pay that chose the specialism is no link"
    assert in_draft(fresh(guide), "no-link-up")
    for link in (to(clean.specialism), at(clean.specialism.url), at(f"http://testserver{clean.specialism.url}")):
        assert not problems(clean.make(clean.specialism, link), "no-link-up"), link


@pytest.mark.breaks("no-link-sideways")
@pytest.mark.holds("no-link-sideways")
def test_way_to_a_sibling(clean: Clean, directory) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    guest = clean.make(other, also_supports=[fresh(clean.specialism)])
    for link in (prose(20), to(other), at("#part")):
        found = problems(clean.make(clean.specialism, link), "no-link-sideways")
        assert "such as “Hiring”" in messages(found)[0]
    for link in (to(clean.salary), to(guest), at(clean.salary.url)):
        assert not problems(clean.make(clean.specialism, link), "no-link-sideways"), link
    by_card = clean.make(clean.specialism, body=body(cards(clean.salary.pk)))
    assert not problems(by_card, "no-link-sideways")


@pytest.mark.holds("no-link-sideways")
def test_only_guide_of_a_specialism_has_no_sibling_to_link_to(clean: Clean, directory) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    assert not problems(clean.make(other), "no-link-sideways")


@pytest.mark.breaks("broken-link")
def test_links_to_pages_that_are_gone(clean: Clean) -> None:
    gone = clean.make(clean.specialism)
    links = text(to(gone, "the old guide"), to(10**17, "never"))
    guide = write(clean.hiring, links, cards(gone.pk, clean.salary.pk))
    gone.delete()
    expected = ["The link “the old guide” leads to a page", "The link “never” leads", "A card leads to a page"]
    found = messages(problems(guide, "broken-link"))
    assert [message.startswith(start) for message, start in zip(found, expected, strict=True)] == [True] * 3
    assert len(in_draft(guide, "broken-link")) == 3


@pytest.mark.database
@pytest.mark.breaks("broken-link")
@pytest.mark.holds("broken-link")
def test_links_to_documents_that_are_gone(clean: Clean) -> None:
    kept, gone = document(), document()

    def offering(one: int) -> list[tuple[str, Any]]:
        link = f'<p><a linktype="document" id="{one}">the list</a></p>'
        return [text(link), ("download", {"document": one, "title": "", "about": ""})]

    guide = write(clean.hiring, *offering(kept.pk))
    assert not problems(guide, "broken-link")
    guide = write(guide, *offering(gone.pk), text(f'<p><a linktype="document" id="{10**17}">never</a></p>'))
    gone.delete()
    assert messages(problems(guide, "broken-link")) == [
        "The link “the list” leads to a document that has been deleted.",
        "A download leads to a document that has been deleted.",
        "The link “never” leads to a document that has been deleted.",
    ]


@pytest.mark.database
@pytest.mark.breaks("broken-link")
def test_addresses_that_nothing_answers(clean: Clean) -> None:
    addresses = [
        "/specialisms/data/no-such-guide/",
        "../no-such-guide",
        "http://testserver/nowhere/?from=here#part",
        "HTTPS://TestServer/nowhere-else",
        f"{clean.specialism.url}guide.pdf",
        "/specialisms/data/no-such-guide/guide.pdf",
    ]
    guide = write(clean.hiring, text(*(at(address) for address in addresses)))
    found = messages(problems(guide, "broken-link"))
    assert [message.rpartition("nowhere: ")[2] for message in found] == addresses
    assert len(in_draft(guide, "broken-link")) == len(addresses)


@pytest.mark.breaks("broken-link")
def test_source_of_a_fact_that_is_gone(clean: Clean) -> None:
    found = problems(write(clean.hiring, sourced("http://testserver/gone/")), "broken-link")
    assert messages(found) == ["The source of “Offers” leads nowhere: http://testserver/gone/"]
    assert found[0].cure.url.startswith("/admin/facts/"), "it is mended in the ledger"
    specialism = write(clean.specialism, remit=clean.specialism.remit + at("/gone/"))
    assert problems(specialism, "broken-link"), "a specialism's text is looked at too"


@pytest.mark.database
@pytest.mark.holds("broken-link")
def test_addresses_that_lead_somewhere_or_are_not_ours(clean: Clean) -> None:
    clean.make(clean.specialism, slug="café")
    addresses = [
        clean.salary.url,
        clean.salary.url.rstrip("/"),
        f"http://testserver{clean.salary.url}?a=b#c",
        "../pay/",
        "#part",
        f"{clean.salary.url}guide.pdf",
        "/specialisms/data/caf%C3%A9/",
        "/specialisms/data/café",
        "/",
        "/robots.txt",
        "/sitemap.xml",
        "/mandate/",
        "/mandate",
        "/admin/",
        "/media/desk.png",
        "/static/css/site.css",
        "https://elsewhere.example/specialisms/data/nothing/",
        "http://testserver.example/nothing/",
        "mailto:ines@example.com",
        "tel:+441234567",
        "",
        "http://[broken",
    ]
    guide = write(clean.hiring, text(*(at(address) for address in addresses)), sourced("https://figures.example/a"))
    assert messages(problems(guide, "broken-link")) == []
    assert in_draft(guide, "broken-link") == []
    new = SupportPage(title="New", body=body(text(*(at(address) for address in addresses if ".." not in address))))
    assert in_draft(new, "broken-link", clean.specialism) == []


@pytest.mark.breaks("unpublished-link")
def test_links_to_drafts(clean: Clean) -> None:
    draft = clean.make(clean.specialism, title="Not yet", slug="not-yet", live=False)
    Redirect.add_redirect("/old-draft/", redirect_to=draft)
    links = text(to(draft, "chosen"), to(draft, "again"), at(draft.url, "typed"), at("/old-draft/", "moved"))
    guide = write(clean.hiring, links, cards(draft.pk, clean.salary.pk), sourced(f"http://testserver{draft.url}"))
    found = messages(problems(guide, "unpublished-link"))
    assert [message.partition(" leads to a page that is not published")[0] for message in found] == [
        "The link “chosen”",
        "The link “typed”",
        "The link “moved”",
        "The source of “Offers”",
    ]
    assert "Not yet" not in " ".join(found)  # only those who may open it learn what it is called
    assert found[0].endswith("Readers don’t see the link.")
    assert found[1].endswith("Readers who follow it find nothing.")
    assert not problems(guide, "broken-link")


@pytest.mark.holds("unpublished-link")
def test_links_to_published_pages(clean: Clean) -> None:
    guide = write(clean.hiring, text(at(clean.salary.url), at("/nowhere/")), cards(clean.salary.pk))
    assert not problems(guide, "unpublished-link")


@pytest.mark.holds("unpublished-link")
def test_links_of_a_draft_to_its_own_sections(clean: Clean) -> None:
    draft = clean.make(clean.specialism, live=False)
    links = text(at("#part"), at(f"{draft.url}#part"), at(f"{draft.url}guide.pdf"), at("guide.pdf"), to(draft))
    assert not in_draft(write(draft, links), "unpublished-link"), "once published they lead there"


@pytest.mark.database
@pytest.mark.breaks("redirected-link")
def test_links_by_old_addresses(clean: Clean) -> None:
    Redirect.add_redirect("/old/", redirect_to=clean.salary)
    Redirect.add_redirect("/café", redirect_to="https://elsewhere.example/")
    addresses = ["/old/", "/old", "/old/guide.pdf", "/caf%C3%A9/"]
    guide = write(clean.hiring, text(*(at(address) for address in addresses)), sourced("http://testserver/old/"))
    found = messages(problems(guide, "redirected-link"))
    assert [message.partition("address, ")[2].partition(". Choose")[0] for message in found] == [
        *addresses,
        "http://testserver/old/",
    ]
    assert not problems(guide, "broken-link")


@pytest.mark.holds("redirected-link")
def test_redirect_that_a_live_page_hides(clean: Clean) -> None:
    Redirect.add_redirect(clean.salary.url, redirect_to=clean.hiring)
    assert not problems(write(clean.hiring, text(at(clean.salary.url), at("/nowhere/"))), "redirected-link")


@pytest.mark.breaks("self-link")
def test_links_to_the_page_itself(clean: Clean) -> None:
    own = clean.hiring
    links = text(to(own, "chosen"), at(own.url, "typed"), at(f"http://testserver{own.url}", "whole"), at("./", "dot"))
    found = messages(problems(write(own, links, cards(own.pk)), "self-link"))
    assert len(found) == 5
    assert found[-1] == "A card leads to the page it stands on."
    assert problems(write(clean.specialism, remit=to(clean.specialism)), "self-link")


@pytest.mark.holds("self-link")
def test_links_to_its_own_sections_and_its_pdf(clean: Clean) -> None:
    own = clean.hiring
    links = text(at("#part"), at(f"{own.url}#part"), at(f"{own.url}guide.pdf"), at("guide.pdf"), at("/nowhere/"))
    assert not problems(write(own, links), "self-link")
    assert not in_draft(SupportPage(title="New", body=body(links)), "self-link", clean.specialism)
