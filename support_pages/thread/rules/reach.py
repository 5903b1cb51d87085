"""Readers find every guide: from its canonical page, from the front page, from other texts."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.thread import cures
from support_pages.thread.rule import BOTH, GUIDE, Found, Severity, Subject, rule

MOST_CLICKS = 3


@rule("unreachable", Severity.ERROR, gettext_lazy("Not reachable from its specialism"), about=GUIDE, live_only=True)
def unreachable(subject: Subject) -> Iterator[Found]:
    """The canonical page links to the guide in the HTML that visitors get.

    A canonical page that nobody can see links to nothing; ``canonical-draft`` and ``canonical-private`` say so. In the
    editor only the read model is asked: what a draft says changes nothing in that HTML, and rendering it takes long.
    """
    canonical = subject.canonical
    if not canonical.live or subject.around.site.is_private(canonical):
        return
    is_hidden = subject.page in subject.cluster.hidden
    if is_hidden or not (subject.is_draft or subject.page.url in subject.around.links_of(canonical)):
        message = _("The page “%(title)s” does not link to it: readers who come from there don’t find this guide.")
        cure = cures.privacy(subject.page.pk) if is_hidden else cures.edit(subject.page)
        yield Found(message % {"title": canonical.title}, cure)


@rule("orphan", Severity.WARNING, gettext_lazy("No text links to it"), about=GUIDE, live_only=True)
def orphan(subject: Subject) -> Iterator[Found]:
    """The text of some other page links to the guide or names its address; menus, rails, lists and pins do not count."""
    if not subject.around.inbound.get(subject.page.pk):
        message = _("No text of another page links to this guide. Link to it where a reader needs it.")
        yield Found(message, cures.edit(subject.canonical, _("Edit the specialism’s text"), "body"))


@rule(
    "far-from-home", Severity.WARNING, gettext_lazy("Too many clicks from the front page"), about=BOTH, live_only=True
)
def far_from_home(subject: Subject) -> Iterator[Found]:
    """Three clicks at most lead there from the front page.

    A specialism that the directory lists is one click away and its guides two, so links are only followed for others.
    """
    site = subject.around.site
    if site.is_private(subject.page) or (subject.canonical.live and site.is_in_directory(subject.canonical)):
        return
    clicks = site.clicks_to(subject.page)
    if clicks is not None and clicks <= MOST_CLICKS:
        return
    if clicks is None:
        message = _("No click leads here from the front page.")
    else:
        message = _("It takes %(count)s clicks from the front page to get here.") % {"count": clicks}
    above = site.unlisted_by(subject.canonical)
    if above:
        advice = _("Publish “%(title)s”, or link to it from a page further up.") % {"title": above.title}
        cure = cures.edit_other(*above)
    else:
        advice, cure = _("Link to it from a page further up."), cures.edit(subject.canonical)
    yield Found(f"{message} {advice}", cure)
