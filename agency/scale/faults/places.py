"""Faults of where a guide stands and who leads to it."""

from collections.abc import Iterator

from wagtail.models import Page

from agency.scale.faults import edits
from agency.scale.faults.ground import AROUND, Ground
from agency.scale.faults.planter import Room, plants
from specialisms.models import SpecialismIndexPage


@plants("canonical-missing", Room.NEIGHBOURS)
def canonical_missing(ground: Ground, count: int) -> Iterator[int]:
    """A guide directly under the directory, as only code can put it there."""
    for _number in range(count):
        guide = ground.loner()
        directory = SpecialismIndexPage.objects.get()
        last = directory.get_last_child().path if directory.numchild else ""
        step = int(last[-Page.steplen :], len(Page.alphabet)) + 1 if last else 1
        slug = f"stray-{guide.pk}"
        Page.objects.filter(pk=guide.pk).update(
            path=Page._get_path(directory.path, directory.depth + 1, step),
            depth=directory.depth + 1,
            slug=slug,
            url_path=f"{directory.url_path}{slug}/",
        )
        Page.objects.filter(pk=directory.pk).update(numchild=directory.numchild + 1)
        left = Page.objects.get(pk=guide.field.pk)
        Page.objects.filter(pk=left.pk).update(numchild=left.numchild - 1)
        yield guide.pk


@plants("orphan", Room.NEIGHBOURS)
def orphan(ground: Ground, count: int) -> Iterator[int]:
    """No sibling links to it any more."""
    for _number in range(count):
        guide = ground.loner()
        for before in ground.near(guide)[:AROUND]:
            edits.unlink(ground.page_of(before), [guide.pk])
        yield guide.pk


@plants("unreachable", Room.NEIGHBOURS)
def unreachable(ground: Ground, count: int) -> Iterator[int]:
    """Private itself, so that its specialism does not list it."""
    for _number in range(count):
        guide = ground.loner()
        edits.hide(guide.pk)
        yield guide.pk
