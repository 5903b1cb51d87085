"""Links in a guide lead up, sideways, and to something."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.content import Link
from support_pages.thread import cures
from support_pages.thread.addresses import Landing
from support_pages.thread.rule import BOTH, GUIDE, Cure, Found, Severity, Subject, rule


@rule("no-link-up", Severity.WARNING, gettext_lazy("No link up"), about=GUIDE)
def no_link_up(subject: Subject) -> Iterator[Found]:
    """The text of a guide links to its canonical page."""
    if subject.canonical.pk not in subject.around.linked(subject):
        message = _("The text does not link to “%(title)s”, the page this guide supports.")
        yield Found(message % {"title": subject.canonical.title}, cures.edit(subject.page, _("Edit the text"), "body"))


@rule("no-link-sideways", Severity.WARNING, gettext_lazy("No link to a sibling"), about=GUIDE)
def no_link_sideways(subject: Subject) -> Iterator[Found]:
    """The text of a guide links to another guide of its specialism, if there is one."""
    siblings = {page.pk: page for page in subject.cluster.listed if page.pk != subject.page.pk}
    if siblings and not siblings.keys() & subject.around.linked(subject):
        message = _("The text links to no other guide of “%(title)s”, such as “%(sibling)s”.")
        words = {"title": subject.canonical.title, "sibling": next(iter(siblings.values())).title}
        yield Found(message % words, cures.edit(subject.page, _("Edit the text"), "body"))


@rule("broken-link", Severity.ERROR, gettext_lazy("Broken link"), about=BOTH)
def broken_link(subject: Subject) -> Iterator[Found]:
    """Every page and document that the texts lead to exists; every address of ours that they or their facts name answers."""
    pages, documents = subject.around.targets, subject.around.documents
    for link in subject.content.links:
        if link.page is not None and link.page not in pages:
            message = _("%(link)s leads to a page that has been deleted.")
        elif link.document is not None and link.document not in documents:
            message = _("%(link)s leads to a document that has been deleted.")
        else:
            continue
        yield Found(message % {"link": _called(link)}, cures.edit(subject.page, _("Edit the text"), "body"))
    for name, address, landing, cure in _landings(subject):
        if landing.is_nowhere:
            yield Found(_("%(link)s leads nowhere: %(address)s") % {"link": name, "address": address}, cure)


@rule("unpublished-link", Severity.WARNING, gettext_lazy("Link to an unpublished page"), about=BOTH)
def unpublished_link(subject: Subject) -> Iterator[Found]:
    """Every page that the texts link to is published; readers get the words without the link.

    A page that is not published yet may link to itself, such as to its own sections: it will be there.
    """
    message = _("%(link)s leads to a page that is not published. Readers don’t see the link.")
    typed = _("%(link)s leads to a page that is not published. Readers who follow it find nothing.")
    linked = {link.page: link for link in reversed(subject.content.links) if link.page is not None}
    for pk, link in linked.items():
        target = subject.around.targets.get(pk)
        if target and not target.live and pk != subject.page.pk:
            yield Found(message % {"link": _called(link)}, cures.edit_other(target.pk, target.title))
    for name, _address, landing, cure in _landings(subject):
        if landing.page and not landing.page.live and landing.page.pk != subject.page.pk:
            yield Found(typed % {"link": name}, cure)


@rule("redirected-link", Severity.WARNING, gettext_lazy("Link by an old address"), about=BOTH)
def redirected_link(subject: Subject) -> Iterator[Found]:
    """No text and no fact names an address that has moved."""
    for name, address, landing, cure in _landings(subject):
        if landing.redirected_to:
            message = _("%(link)s uses an old address, %(address)s. Choose the page itself: such links follow.")
            yield Found(message % {"link": name, "address": address}, cure)


@rule("self-link", Severity.WARNING, gettext_lazy("Link to itself"), about=BOTH)
def self_link(subject: Subject) -> Iterator[Found]:
    """No text links to the page it stands on; to one of its sections or to its PDF it may."""
    if not subject.page.pk:
        return
    for link in subject.content.links:
        landed = link.page
        if link.address and "#" not in link.address:
            landing = subject.around.landing(link.address, subject.page)
            landed = landing.page.pk if landing and landing.page and not landing.is_pdf else None
        if landed == subject.page.pk:
            message = _("%(link)s leads to the page it stands on.") % {"link": _called(link)}
            yield Found(message, cures.edit(subject.page, _("Edit the text"), "body"))


def _called(link: Link) -> str:
    if link.words:
        return _("The link “%(words)s”") % {"words": link.words}
    return _("A card") if link.document is None else _("A download")


def _landings(subject: Subject) -> Iterator[tuple[str, str, Landing, Cure]]:
    """The addresses of this site that the page's texts and facts name: what to call each, where it leads, its cure."""
    for link in subject.content.addresses:
        landing = subject.around.landing(link.address, subject.page)
        if landing is not None:
            yield _called(link), link.address, landing, cures.edit(subject.page, _("Edit the text"), "body")
    for pk in sorted(subject.content.facts):
        fact = subject.around.facts.get(pk)
        landing = subject.around.landing(fact.source_url, subject.page) if fact and fact.source_url else None
        if fact and landing is not None:
            name = _("The source of “%(fact)s”") % {"fact": fact.says}
            yield name, fact.source_url, landing, cures.fact(fact.pk)
