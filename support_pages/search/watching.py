"""What makes the search read something again, or forget it."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from agency.models import BasePage, ConsultantPage
from specialisms.models import Fact, PayBand, Role, SpecialismLead, SpecialismPage
from support_pages.models import SearchEntry, SupportPage
from support_pages.search import keeping

NAMED = (SpecialismPage, ConsultantPage)
"""The types of page that others name."""


def published(instance: BasePage, **_signal: Any) -> None:
    """A page was published: what names it is read again if it is called otherwise."""
    if isinstance(instance, NAMED):
        keeping.read_around.enqueue(instance.pk, only_if_renamed=True)
    else:
        keeping.read_again.enqueue([instance.pk])


def unpublished(instance: BasePage, **_signal: Any) -> None:
    """A page was unpublished: it is not found from now on; its figures may stand on another, and others named it."""
    _leave(SearchEntry.objects.filter(page=instance.pk))
    if isinstance(instance, NAMED):
        keeping.read_around.enqueue(instance.pk)


def moved(instance: Page, **_signal: Any) -> None:
    """A page was moved with all below it: their threads have changed, and perhaps who may read them."""
    keeping.read_around.enqueue(instance.pk)


def deleted(instance: Page, **_signal: Any) -> None:
    """A page is about to be deleted, which takes its entries along; its figures may stand on another."""
    _leave(SearchEntry.objects.filter(page=instance.pk))
    if isinstance(instance, ConsultantPage):
        keeping.read_later(keeping.guides_of(instance.pk))


def _leave(entries: Any) -> None:
    facts = [pk for pk in entries.values_list("fact", flat=True) if pk]
    entries.delete()
    if facts:
        keeping.read_facts.enqueue(facts)


def led_no_longer(instance: SpecialismLead, **_signal: Any) -> None:
    """Somebody does not lead a specialism any more: neither page names the other."""
    keeping.read_again.enqueue([instance.consultant_id, instance.page_id])


def made_private(instance: PageViewRestriction, raw: bool = False, **_signal: Any) -> None:
    """A page and everything below it is for some only."""
    path = Page.objects.filter(pk=instance.page_id).values_list("path", flat=True).first()
    if path and not raw:
        _leave(SearchEntry.objects.filter(page__path__startswith=path))
        keeping.read_around.enqueue(instance.page_id)


def made_public(instance: PageViewRestriction, **_signal: Any) -> None:
    """A page and everything below it is for everybody again."""
    keeping.read_around.enqueue(instance.page_id)


def fact_saved(instance: Fact, raw: bool = False, **_signal: Any) -> None:
    """A fact says something else or is valid for longer. What is not on a page yet is none of the search's business."""
    if not raw:
        keeping.read_facts.enqueue([instance.pk])


def role_saved(instance: Role, raw: bool = False, created: bool = False, **_signal: Any) -> None:
    """A role is called otherwise: so are the guides about it."""
    if raw or created:
        return
    guides = SupportPage.objects.live().filter(role=instance.pk).values_list("pk", flat=True)
    keeping.read_later([*guides, *filter(None, [instance.specialism_id])])


def band_changed(instance: PayBand, raw: bool = False, **_signal: Any) -> None:
    """There is a pay band more or less for a place, or one for another."""
    if not raw:
        keeping.read_pay.enqueue(instance.specialism_id)


def watch() -> None:
    """Listen to what changes; called once, when all apps are ready."""
    for model in keeping.SEARCHED:
        page_published.connect(published, sender=model, dispatch_uid=f"search_published_{model.__name__}")
        page_unpublished.connect(unpublished, sender=model, dispatch_uid=f"search_unpublished_{model.__name__}")
        pre_delete.connect(deleted, sender=model, dispatch_uid=f"search_deleted_{model.__name__}")
    post_page_move.connect(moved, dispatch_uid="search_moved")
    post_save.connect(made_private, sender=PageViewRestriction, dispatch_uid="search_private")
    post_delete.connect(made_public, sender=PageViewRestriction, dispatch_uid="search_public")
    post_save.connect(fact_saved, sender=Fact, dispatch_uid="search_fact")
    post_save.connect(role_saved, sender=Role, dispatch_uid="search_role")
    post_delete.connect(led_no_longer, sender=SpecialismLead, dispatch_uid="search_led_no_longer")
    post_save.connect(band_changed, sender=PayBand, dispatch_uid="search_band")
    post_delete.connect(band_changed, sender=PayBand, dispatch_uid="search_band_deleted")
