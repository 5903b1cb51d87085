"""Faults of whole clusters."""

from collections.abc import Iterator

from agency.scale.faults import edits
from agency.scale.faults.ground import Ground
from agency.scale.faults.planter import Room, plants
from agency.scale.plan import Field
from agency.scale.tables import index_references_again
from specialisms.models import SpecialismLead, SpecialismPage
from support_pages.models import SupportPage


@plants("far-from-home", Room.CLUSTERS)
def far_from_home(ground: Ground, count: int) -> Iterator[int]:
    """Families that are not published, above specialisms that are. The first has a back door: one link, three clicks."""
    found: list[int] = []
    while len(found) < count:
        family = ground.family()
        edits.unpublish([family.pk])
        _nobody_leads(family.narrower)
        pages = [one.pk for one in family.narrower] + [guide.pk for one in family.narrower for guide in one.guides]
        if not found:
            behind = family.narrower[0].guides[0].pk
            edits.say(ground.guide(), f'<a linktype="page" id="{behind}">The back door</a>')
            pages.remove(behind)
        found += pages
    yield from found


@plants(
    "canonical-draft",
    Room.CLUSTERS,
    breaks={"unpublished-link": "its link up, without which no-link-up would find it, leads to the draft"},
)
def canonical_draft(ground: Ground, count: int) -> Iterator[int]:
    """Specialisms that are not published. Another lists their guides, so that they stay near the front page."""
    for one in ground.clusters(count):
        edits.unpublish([one.pk])
        host = ground.field()
        guests = SupportPage.also_supports.through
        guests.objects.bulk_create(guests(supportpage_id=guide.pk, specialismpage_id=host.pk) for guide in one.guides)
        yield from (guide.pk for guide in one.guides)


@plants("canonical-private", Room.CLUSTERS)
def canonical_private(ground: Ground, count: int) -> Iterator[int]:
    """Specialisms that only those who are logged in may read."""
    for one in ground.clusters(count):
        edits.hide(one.pk)
        yield from (guide.pk for guide in one.guides)


def _nobody_leads(fields: list[Field]) -> None:
    """Take these specialisms off the pages of their consultants, which are never far from home."""
    ids = [one.pk for one in fields]
    leads = SpecialismLead.objects.filter(page__in=ids)
    leads._raw_delete(leads.db)
    for page in SpecialismPage.objects.filter(pk__in=ids):
        index_references_again(page)
