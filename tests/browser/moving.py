"""The site of the test that moves a guide: run inside the site's own process, it prints what the test needs to know."""

import json

from django.utils.text import slugify
from wagtail.models import Page, ReferenceIndex, Site

from agency.models import User
from specialisms.models import SpecialismPage
from support_pages import pdf
from support_pages.models import SupportPage
from tests import factories

LINKING = 12
"""Guides that link to the one that moves."""
PASSWORD = "a-long-pass-phrase"


def fresh(page: Page) -> Page:
    """The page as it is stored now."""
    return type(page).objects.get(pk=page.pk)


def linking(parent: Page, guides: list[Page], number: int) -> SupportPage:
    """A guide whose text links to others."""
    links = [f'<a linktype="page" id="{guide.pk}">{words(guide, number)}</a>' for guide in guides]
    raw = [{"type": "text", "value": f"<p>Read {' and '.join(links)} first.</p>"}]
    body = SupportPage._meta.get_field("body").stream_block.to_python(raw)
    return factories.SupportPageFactory(parent=fresh(parent), title=f"Linking {number}", kind="market_map", body=body)


def words(guide: Page, number: int) -> str:
    """The words of the link to a guide on the page with this number."""
    return f"{guide.title.lower()}, {number}"


def consultant(*specialisms: Page) -> User:
    """Somebody who leads the specialisms, which gives them the right to write and publish there."""
    people = factories.ConsultantIndexPageFactory(parent=fresh(Site.objects.get().root_page.specific))
    page = factories.ConsultantPageFactory(parent=people, title="Ines Okafor")
    account = factories.user("ines", group="Consultants", password=PASSWORD, consultant=page)
    for specialism in specialisms:
        factories.lead(SpecialismPage.objects.get(pk=specialism.pk), page)
    return account


def build(hostname: str, port: int) -> None:
    """Two specialisms; in the first two guides with their PDFs; twelve guides that link to both."""
    home = factories.site()
    Site.objects.update(hostname=hostname, port=port)
    factories.brand()
    directory = factories.SpecialismIndexPageFactory(parent=home, slug="specialisms")
    fields = {"title": "Machine Learning", "slug": "machine-learning", "body": []}
    ml = factories.SpecialismPageFactory(parent=fresh(directory), **fields)
    data = factories.SpecialismPageFactory(parent=fresh(directory), title="Data", slug="data", body=[])
    guides = [
        factories.SupportPageFactory(parent=fresh(ml), title=title, slug=slugify(title), kind=kind, body=[])
        for title, kind in (("What it pays", "salary_guide"), ("What to ask", "interview_guide"))
    ]
    sources = [linking(ml if number % 2 else data, guides, number) for number in range(LINKING)]
    for page in [*guides, *sources]:
        ReferenceIndex.create_or_update_for_object(fresh(page))
    consultant(ml, data)
    known = []
    for guide in guides:
        pdf.ask([guide.pk])
        pdf.look_at.func(guide.pk)
        links = [[page.pk, page.url, words(guide, number)] for number, page in enumerate(sources)]
        known.append({"guide": guide.pk, "title": guide.title, "old": guide.url, "to": data.pk, "links": links})
    print(json.dumps(known))
