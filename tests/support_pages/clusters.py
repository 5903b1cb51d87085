"""Clusters of any size for tests: guides of every kind whose texts link up and to one another, some of them not."""

from collections.abc import Iterable

from wagtail.models import Page, PageViewRestriction

from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import SupportPage
from tests import factories

KINDS = list(Kind)
BODY = SupportPage._meta.get_field("body").stream_block
LONGEST = "Machine Learning Engineer hiring guide for a first seat in a team that has none " * 4
SUBJECTS = (
    "Machine Learning Engineer",
    "Head of AI",
    "Applied Scientist",
    "ML Platform Engineer",
    "Research Engineer",
)


def linking(*targets: Page, seed: int = 0) -> object:
    """A body of 320 words, another for each seed, whose text links to these pages."""
    links = " ".join(f'<a linktype="page" id="{page.pk}">{page.title[:40]}</a>' for page in targets)
    words = " ".join(f"word{seed}of{number}" for number in range(320))
    return BODY.to_python([{"type": "text", "value": f"<p>{words} {links}</p>"}])


def guide(parent: SpecialismPage, number: int, targets: Iterable[Page], **fields: object) -> SupportPage:
    """A guide with a number, linking to these pages."""
    kind = KINDS[number % len(KINDS)]
    title = f"{SUBJECTS[number % len(SUBJECTS)]} {kind.label.lower()} {number}"
    made = {"title": title, "slug": f"guide-{number}", "kind": kind, "body": linking(*targets, seed=number)} | fields
    return factories.SupportPageFactory(parent=parent, **made)


def cluster(directory: SpecialismIndexPage, size: int, **fields: object) -> SpecialismPage:
    """A specialism with so many pages, itself among them.

    Every third guide links up, every second to the one before; the fifth has the longest title there is.
    """
    slug = f"cluster-{size}"
    made = {"title": f"Cluster of {size}", "slug": slug, "body": []} | fields
    specialism = factories.SpecialismPageFactory(parent=directory, **made)
    before: list[SupportPage] = []
    for number in range(size - 1):
        targets: list[Page] = [specialism] if number % 3 == 0 else []
        targets += before[-1:] if number % 2 else []
        longest = {"title": LONGEST[:255]} if number == 4 else {}
        before.append(guide(SpecialismPage.objects.get(pk=specialism.pk), number, targets, **longest))
    return SpecialismPage.objects.get(pk=specialism.pk)


def with_guest_draft_and_private(specialism: SpecialismPage, elsewhere: SpecialismPage) -> tuple[Page, Page, Page]:
    """Add a guest from another specialism, a draft, and a private guide."""
    guest = guide(elsewhere, 900, [elsewhere], title="Guest from elsewhere")
    guest.also_supports.add(specialism)
    guest.save()
    draft = guide(specialism, 901, [specialism], title="Draft to come", live=False)
    private = guide(SpecialismPage.objects.get(pk=specialism.pk), 902, [specialism], title="Private notes")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    return guest, draft, private


def build() -> None:
    """Clusters of 1, 8 and 80 pages on a running site; the middle one also has a guest, a draft and a private guide."""

    def directory() -> SpecialismIndexPage:
        return SpecialismIndexPage.objects.get()

    sizes = {size: cluster(directory(), size) for size in (1, 8, 80)}
    elsewhere = factories.SpecialismPageFactory(parent=directory(), title="Elsewhere", slug="elsewhere")
    with_guest_draft_and_private(SpecialismPage.objects.get(pk=sizes[8].pk), elsewhere)
