"""Adds the guides to be measured to a made-up site: ``python -m benchmarks.guides 6 300`` for clusters of such sizes.

In each cluster three guides have the same 1,960 words: one with nothing else, one with 30 internal links in them, one with
facts, a table of pay bands and pictures besides. Prints as JSON where they are, and the text as HTML without links.
"""

import json
import os
import sys
from collections.abc import Sequence
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agency.settings.test")
django.setup()

from django.utils import timezone  # noqa: E402 - after setup

from agency.models import AgencyImage, ConsultantPage  # noqa: E402
from agency.reading import words as words_of  # noqa: E402
from agency.renditions import make  # noqa: E402
from agency.scale.bodies import Composer, Named, Raw, stored  # noqa: E402
from agency.scale.ledger import Evidence, fill  # noqa: E402
from agency.scale.plan import Field, Guide  # noqa: E402
from specialisms.models import SpecialismLead, SpecialismPage  # noqa: E402
from support_pages.kinds import Kind  # noqa: E402
from support_pages.models import SupportPage  # noqa: E402

WORDS = 1960
LINKS = 30
SECTIONS = 10
LINKED_WORDS = 3
VARIANTS = ("plain", "linked", "whole")


def main() -> None:
    """Add a cluster for each size; say where its guides are."""
    sector = SpecialismPage.objects.filter(depth=4).order_by("path").first()
    others = list(SupportPage.objects.live().order_by("path").values_list("pk", "title")[: 2 * LINKS])
    told = {"text": html(sections([])), "clusters": {}}
    for siblings in map(int, sys.argv[1:]):
        told["clusters"][siblings] = cluster(sector, siblings, others)
    for picture in AgencyImage.objects.all():
        make.func(picture.pk)  # what the worker does after an upload
    told["paths"] = addresses()
    print(json.dumps(told))


def cluster(sector: SpecialismPage, siblings: int, others: Sequence[Named]) -> dict[str, str]:
    """A specialism with guides, each of which has so many siblings; the addresses of those to be measured, by variant."""
    people = list(ConsultantPage.objects.order_by("path").values_list("pk", flat=True))
    title = f"Measured {siblings}"
    one = Field(title, None, f"measured/{siblings}")
    page = SpecialismPage(title=title, slug=one.slug, standfirst=Composer(one.key).sentence()[:300])
    sector.add_child(instance=page)
    SpecialismLead.objects.create(page=page, consultant_id=people[0])
    one.pk = page.pk
    one.guides = [
        Guide(list(Kind)[number % len(Kind)], one.jobs[number % 6], one.places[number % 12], one, number)
        for number in range(siblings - len(VARIANTS) + 1)
    ]
    evidence = fill([one], {one.pk: people[0]})[one.pk]
    for guide in one.guides:
        body = stored(Composer(guide.key).section())
        filler = SupportPage(
            title=f"{guide.title} ({guide.number})", slug=f"guide-{guide.number}", kind=guide.kind, body=body
        )
        page.add_child(instance=filler)
        others = [*others, (filler.pk, filler.title)]
    found = {}
    for variant in VARIANTS:
        links = others[-LINKS:] if variant != "plain" else []
        measured = guide_of(
            variant, sections(links) + (extras(evidence) if variant == "whole" else []), people, evidence
        )
        page.add_child(instance=measured)
        found[variant] = measured.url
    return found


def guide_of(variant: str, body: list[Raw], people: Sequence[int], evidence: Evidence) -> SupportPage:
    """A guide that is not stored yet."""
    today = timezone.localdate()
    return SupportPage(
        title=f"A measured guide, {variant}",
        slug=variant,
        kind=Kind.SALARY_GUIDE,
        role_id=evidence.roles[0],
        author_id=people[0],
        reviewer_id=people[-1],
        reviewed_on=today - timedelta(days=30),
        review_due_on=today + timedelta(days=300),
        body=stored(body),
    )


def sections(links: Sequence[Named]) -> list[Raw]:
    """Blocks of ``WORDS`` words altogether; some of the words lead to the pages given, spread over the sections."""
    writer, blocks, left = Composer("measured"), [], WORDS
    for number in range(SECTIONS):
        heading = writer.heading()
        left -= len(heading.split())
        share = left // (SECTIONS - number)
        words = writer.sentences(share // 5).split()[:share]  # a sentence has five words or more
        left -= len(words)
        for place, (target, _title) in enumerate(links[number::SECTIONS]):
            first = place * (LINKED_WORDS + 4)
            words[first] = f'<a linktype="page" id="{target}">{words[first]}'
            words[first + LINKED_WORDS] += "</a>"
        blocks += [writer.heading_block(heading), writer.block("text", f"<p>{' '.join(words)}</p>")]
    assert words_of(html(blocks)) == WORDS
    return blocks


def extras(evidence: Evidence) -> list[Raw]:
    """Facts in the text and in a row, a table of pay bands, two pictures."""
    writer = Composer("measured/extras")
    pictures = [
        {"image": {"image": pk, "alt_text": words, "decorative": False}, "caption": ""}
        for pk, words in AgencyImage.objects.order_by("pk").values_list("pk", "description")[:2]
    ]
    fact = f'<p>{writer.sentence()} Here it is <embed embedtype="fact" id="{evidence.facts[0]}"/>.</p>'
    return [
        writer.heading_block("The figures behind it"),
        writer.block("text", fact),
        *writer.figures(evidence.facts[1:4]),
        writer.pay_table(evidence.roles[:2]),
        *(writer.block("image", picture) for picture in pictures),
    ]


def html(blocks: Sequence[Raw]) -> str:
    """Headings and texts, as they would stand in one rich text."""
    return "".join(
        f"<h2>{block['value']['text']}</h2>" if block["type"] == "heading" else block["value"] for block in blocks
    )


def addresses() -> dict[str, list[str]]:
    """Pages that readers ask for, in the order of the tree: guides, and the others."""
    guides = [page.url for page in SupportPage.objects.live().order_by("path").defer_streamfields()]
    return {"guides": guides, "specialisms": [page.url for page in SpecialismPage.objects.live().order_by("path")]}


if __name__ == "__main__":
    main()
