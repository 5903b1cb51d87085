"""Readers find every guide: from its canonical page, from the front page, from other texts."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread import surroundings
from tests import factories
from tests.support_pages.bodies import body
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import at, fresh, in_draft, messages, problems, text, to, write

pytestmark = pytest.mark.django_db


@pytest.mark.breaks("unreachable")
def test_guide_that_is_private_itself(clean: Clean) -> None:
    guide = clean.make(clean.specialism)
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    (found,) = problems(guide, "unreachable")
    assert found.cure.label == "Change the privacy"
    assert not problems(clean.salary, "unreachable")
    assert in_draft(fresh(guide), "unreachable"), "its editor is told too"
    assert not in_draft(fresh(clean.salary), "unreachable")


@pytest.mark.breaks("unreachable")
def test_specialism_whose_html_lost_its_guides(clean: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "links_of", lambda _page: {clean.hiring.url})
    assert problems(clean.salary, "unreachable")
    assert not problems(clean.hiring, "unreachable")


@pytest.mark.holds("unreachable")
def test_guide_that_its_specialism_lists_or_whose_specialism_nobody_sees(clean: Clean) -> None:
    assert not problems(clean.hiring, "unreachable")
    lock = PageViewRestriction.objects.create(page=clean.specialism, restriction_type="login")
    assert not problems(clean.hiring, "unreachable"), "canonical-private says so"
    lock.delete()
    fresh(clean.specialism).unpublish()
    assert not problems(clean.hiring, "unreachable"), "canonical-draft says so"


@pytest.mark.database
@pytest.mark.breaks("orphan")
@pytest.mark.holds("orphan")
def test_links_in_other_texts(clean: Clean, home, directory) -> None:
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    guide = clean.make(clean.specialism, also_supports=[other])
    write(guide, text(to(guide)))
    assert problems(guide, "orphan"), "neither the tree, nor being a guest, nor a link to itself"
    assert in_draft(fresh(guide), "orphan"), "its editor is told too"
    draft = clean.make(clean.specialism, to(guide), live=False)
    assert problems(guide, "orphan"), "nor the text of a draft"
    fresh(draft).save_revision().publish()
    assert not problems(guide, "orphan")
    fresh(draft).delete()
    assert problems(guide, "orphan")
    linking = factories.PlainPageFactory(parent=fresh(home), body=[])
    linking.body.append(("text", to(guide)))
    linking.save()
    assert not problems(guide, "orphan"), "a page that is no guide"
    assert not in_draft(fresh(guide), "orphan")


@pytest.mark.holds("orphan")
def test_page_that_was_never_published_is_no_orphan(clean: Clean) -> None:
    for new in (clean.make(clean.specialism, live=False), SupportPage(title="New")):
        assert not in_draft(new, "orphan", clean.specialism)
    assert not problems(clean.hiring, "orphan")


@pytest.mark.holds("orphan")
def test_a_card_and_the_text_of_a_specialism_count(clean: Clean) -> None:
    carded, linked = (clean.make(clean.specialism) for _number in range(2))
    write(clean.hiring, ("related_guides", {"title": "", "guides": [carded.pk]}))
    write(clean.specialism, remit=clean.specialism.remit + to(linked))
    for guide in (carded, linked):
        assert not problems(guide, "orphan")


@pytest.mark.breaks("orphan")
def test_a_pin_is_no_text(clean: Clean) -> None:
    pinned = clean.make(clean.specialism)
    hiring = fresh(clean.hiring)
    hiring.pinned = [("guide", pinned)]
    hiring.save()
    assert problems(pinned, "orphan")
    assert in_draft(fresh(pinned), "orphan")


@pytest.mark.database
@pytest.mark.holds("orphan")
@pytest.mark.breaks("orphan")
@pytest.mark.parametrize("slug", ["plain", "café"])
def test_an_address_that_somebody_typed_counts(clean: Clean, slug: str) -> None:
    guide = fresh(clean.make(clean.specialism, slug=slug))
    elsewhere = [at(f"https://elsewhere.example{guide.url}"), at(f"{guide.url}guide.pdf"), at(f"/not{guide.url}")]
    write(guide, text(at(guide.url)))
    write(clean.hiring, text(*elsewhere))
    draft = clean.make(clean.specialism, at(guide.url), live=False)
    assert problems(guide, "orphan"), "other sites, its file, itself, a draft"
    fresh(draft).save_revision().publish()
    assert not problems(guide, "orphan")
    fresh(draft).delete()
    for address in (f"http://testserver{guide.url}", f"../{slug}/", guide.url.rstrip("/"), f"{guide.url}?a=b#part"):
        linking = clean.make(clean.specialism, at(address))
        cache.clear()
        assert not problems(guide, "orphan"), address
        assert not in_draft(fresh(guide), "orphan"), address
        fresh(linking).delete()
    write(clean.specialism, remit=clean.specialism.remit + at(guide.url))
    assert not problems(guide, "orphan"), "the text of a specialism"


@pytest.mark.holds("far-from-home")
def test_a_pin_is_a_click(clean: Clean, hidden: SpecialismPage) -> None:
    guide = clean.make(hidden)
    hiring = fresh(clean.hiring)
    hiring.pinned = [("guide", guide)]
    hiring.save()
    assert not problems(guide, "far-from-home")


@pytest.fixture
def hidden(clean: Clean, directory) -> SpecialismPage:
    """A specialism under a family that is a draft, where the directory does not list it."""
    sector = factories.SpecialismPageFactory(parent=fresh(directory), title="Sector", body=[])
    family = factories.SpecialismPageFactory(parent=sector, title="Family", body=[], live=False)
    return factories.SpecialismPageFactory(parent=family, title="Hidden", body=[])


@pytest.mark.breaks("far-from-home")
def test_specialism_under_a_draft_family(clean: Clean, hidden: SpecialismPage) -> None:
    guide = clean.make(hidden)
    for page in (hidden, guide):
        (found,) = problems(page, "far-from-home")
        assert found.message.startswith("No click leads here from the front page. Publish “Family”, or link")
        assert found.cure.url == f"/admin/pages/{hidden.get_parent().pk}/edit/", "where it is mended"
        assert in_draft(fresh(page), "far-from-home"), "its editor is told too"
    assert not in_draft(fresh(clean.hiring), "far-from-home")


@pytest.mark.breaks("far-from-home")
@pytest.mark.holds("far-from-home")
def test_clicks_are_counted_along_what_pages_show(clean: Clean, hidden: SpecialismPage, home) -> None:
    guide, sibling = clean.make(hidden), clean.make(hidden)
    near, far = (factories.PlainPageFactory(parent=fresh(home), body=body(text("<p>x</p>"))) for _one in range(2))
    factories.navigation(near)
    for page, target in ((near, far), (far, guide)):
        page.body.append(("text", to(target)))
        page.save()
    assert not problems(guide, "far-from-home"), "navigation, one text, another"
    for page in (sibling, hidden):
        assert messages(problems(page, "far-from-home"))[0].startswith("It takes 4 clicks"), "one more by its rail"
    near.body.append(("text", to(guide)))
    near.save()
    assert not problems(sibling, "far-from-home")
    assert not problems(hidden, "far-from-home")


@pytest.mark.holds("far-from-home")
def test_guest_of_a_listed_specialism_is_near_with_its_cluster(clean: Clean, hidden: SpecialismPage) -> None:
    guide = clean.make(hidden, also_supports=[clean.specialism])
    sibling = clean.make(hidden)
    for page in (guide, sibling, hidden):
        assert not problems(page, "far-from-home")


@pytest.mark.holds("far-from-home")
def test_consultant_leads_to_their_specialisms(clean: Clean, hidden: SpecialismPage, consultant) -> None:
    factories.navigation(consultant.get_parent())
    factories.lead(hidden, consultant)
    assert not problems(hidden, "far-from-home")


@pytest.mark.holds("far-from-home")
def test_listed_and_private_pages_are_not_far(clean: Clean, hidden: SpecialismPage) -> None:
    assert not problems(clean.specialism, "far-from-home")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert not problems(hidden, "far-from-home")
