"""Mandates in flight that a page brought in: editors are told before the page leaves, by number and never by name."""

from collections.abc import Collection

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext

from agency.models import User
from enquiries.models import Mandate
from enquiries.models.mandate import FINISHED
from support_pages.departures.citations import Citation, Reference

SHOWN = 20
"""References that are listed at most."""


def mandates_in_flight(pages: Collection[int], user: User) -> Citation | None:
    """How many open mandates came from one of these pages or belong to it, with the references of those a user may see."""
    cited = Q(source_page__in=pages) | Q(specialism__in=pages)
    mandates = Mandate.objects.exclude(status__in=FINISHED).filter(cited)
    count = mandates.count()
    if not count:
        return None
    seen = mandates.visible_to(user).values_list("pk", "reference")[:SHOWN]
    words = ngettext(
        "%(count)s mandate in flight names it: the client came from it, or needs somebody of this field.",
        "%(count)s mandates in flight name it: the clients came from it, or need somebody of this field.",
        count,
    )
    references = [Reference(reference, reverse("mandates:inspect", args=[pk])) for pk, reference in seen]
    return Citation(words % {"count": count}, references)
