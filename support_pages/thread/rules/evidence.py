"""What a page rests on has not expired."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from support_pages.thread import cures
from support_pages.thread.rule import BOTH, CANONICAL, GUIDE, Found, Severity, Subject, rule
from support_pages.thread.surroundings import Bands


@rule("expired-fact", Severity.WARNING, gettext_lazy("Expired fact"), about=BOTH)
def expired_fact(subject: Subject) -> Iterator[Found]:
    """Every fact the page shows is valid today."""
    for pk in sorted(subject.content.facts):
        fact = subject.around.facts.get(pk)
        if fact and fact.valid_until < subject.around.today:
            message = _("“%(fact)s” expired on %(date)s.")
            words = {"fact": str(fact), "date": date_format(fact.valid_until, "j F Y")}
            yield Found(message % words, cures.fact(fact.pk))


@rule("expired-pay", Severity.WARNING, gettext_lazy("Expired pay bands"), about=CANONICAL)
def expired_pay(subject: Subject) -> Iterator[Found]:
    """Every pay band of the specialism is valid today."""
    expired = subject.around.bands.get(subject.canonical.pk, Bands()).expired
    if expired:
        message = ngettext("%(count)s pay band has expired.", "%(count)s pay bands have expired.", expired)
        yield Found(message % {"count": expired}, cures.pay_bands(subject.page))


@rule("expired-testimonial", Severity.WARNING, gettext_lazy("Expired testimonial"), about=GUIDE)
def expired_testimonial(subject: Subject) -> Iterator[Found]:
    """Every testimonial may still be shown. Who it is from stays out of the message: reports and logs repeat it."""
    for number, (_who, ends_on) in enumerate(subject.content.testimonials, start=1):
        if ends_on is None or ends_on < subject.around.today:
            message = _("The consent to show testimonial %(number)s has ended: readers no longer see it.")
            yield Found(message % {"number": number}, cures.edit(subject.page, _("Renew or remove it"), "body"))
