"""A specialism has the guides that a client looks for first."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.kinds import Kind
from support_pages.thread import cures
from support_pages.thread.rule import CANONICAL, Found, Severity, Subject, rule
from support_pages.thread.surroundings import Bands


def _needs_guides(subject: Subject) -> bool:
    """Whether the specialism has guides, or nothing narrower that could have them. One that is new can't have any."""
    if subject.canonical.pk is None:
        return False
    return bool(subject.cluster.listed) or not subject.around.site.has_narrower(subject.canonical)


@rule("no-hiring-guide", Severity.WARNING, gettext_lazy("No hiring guide"), about=CANONICAL)
def no_hiring_guide(subject: Subject) -> Iterator[Found]:
    """A specialism lists a hiring guide."""
    if _needs_guides(subject) and Kind.HIRING_GUIDE in subject.cluster.missing:
        yield Found(_("No hiring guide supports this specialism."), cures.add_guide(subject.page, Kind.HIRING_GUIDE))


@rule("no-pay-evidence", Severity.WARNING, gettext_lazy("No pay evidence"), about=CANONICAL)
def no_pay_evidence(subject: Subject) -> Iterator[Found]:
    """A specialism has a salary guide, or pay bands that are still valid."""
    if not _needs_guides(subject) or Kind.SALARY_GUIDE not in subject.cluster.missing:
        return
    if not subject.around.bands.get(subject.canonical.pk, Bands()).valid:
        message = _("Nothing here says what the roles pay: no salary guide, no valid pay band.")
        yield Found(message, cures.add_guide(subject.page, Kind.SALARY_GUIDE))
