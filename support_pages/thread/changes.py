"""Which clusters a change concerns. They are checked again as soon as the worker gets to it.

That is the cluster of a page, before and after, those whose texts link to it or that it links to, and those that answer
its question, the old one and the new. What else a change can bring about, such as two texts that have become alike, is found at night.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_unpublished, post_page_move

from specialisms.models import Fact, PayBand, SpecialismPage
from support_pages.content import content_of
from support_pages.models import SupportPage
from support_pages.thread.references import references
from support_pages.thread.rounds import ask_after_commit


def clusters_with(page_ids: Iterable[int]) -> set[int]:
    """The specialisms among these pages, and those that the guides among them support or are listed by; two queries."""
    ids = set(page_ids)
    if not ids:
        return set()
    paths = SupportPage.objects.filter(pk__in=ids).values_list("path", flat=True)
    parents = [path[: -Page.steplen] for path in paths]
    chosen = Q(pk__in=ids) | Q(path__in=parents) | Q(guests__in=ids)
    return set(SpecialismPage.objects.filter(chosen).values_list("pk", flat=True))


def around(page: Page) -> set[int]:
    """The ids of a page, of those that link to it, and of those it links to by its texts or did by Wagtail's index."""
    page_type = ContentType.objects.get_for_model(Page)
    known = ReferenceIndex.objects.filter(
        base_content_type=page_type, object_id=str(page.pk), to_content_type=page_type
    ).values_list("to_object_id", flat=True)
    linking = {source for source, _target in references(targets=[page.pk])}
    return {page.pk, *linking, *content_of(page.specific).linked, *map(int, known)}


def concerned_by(page: Page) -> set[int]:
    """The clusters that a published or unpublished page concerns."""
    found = clusters_with(around(page) | _answering(getattr(page.specific, "question_key", "")))
    if isinstance(page.specific, SpecialismPage):
        found |= _under(page)
    return found


def _answering(key: str) -> set[int]:
    """The ids of the pages that answer a question."""
    if not key:
        return set()
    return {
        pk
        for model in (SpecialismPage, SupportPage)
        for pk in model.objects.filter(question_key=key).values_list("pk", flat=True)
    }


def _under(page: Page) -> set[int]:
    """The specialism one level up, for what lies under it matters there, and those at and under a page."""
    near = Q(path__startswith=page.path) | Q(path=page.path[: -Page.steplen])
    return set(SpecialismPage.objects.filter(near).values_list("pk", flat=True))


def published_or_not(instance: Page, **_signal: Any) -> None:
    """A page of any type was published or unpublished."""
    ask_after_commit(concerned_by(instance))


def question_changed(
    instance: SpecialismPage | SupportPage,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **_signal: Any,
) -> None:
    """A page is about to be stored with another question: it leaves the old one to those that answer it too.

    Asked before, because whoever hears of a publication finds the new question only.
    """
    if raw or not instance.pk or (update_fields is not None and "question_key" not in update_fields):
        return
    before = type(instance).objects.filter(pk=instance.pk, live=True).values_list("question_key", flat=True).first()
    if before and before != instance.question_key:
        ask_after_commit(clusters_with(_answering(before)))


def moved(instance: Page, parent_page_before: Page, parent_page_after: Page, **signal: Any) -> None:
    """A page was moved with all under it; not if only its place among its siblings is another."""
    if signal["url_path_before"] == signal["url_path_after"]:
        return
    moved_ids = set(Page.objects.filter(path__startswith=instance.path).values_list("pk", flat=True))
    linking = {source for source, _target in references(targets=moved_ids)}
    parents = {parent_page_before.pk, parent_page_after.pk}
    ask_after_commit(clusters_with(moved_ids | linking | parents))


def deleted(instance: Page, **_signal: Any) -> None:
    """A page is about to be deleted."""
    page = Page.objects.filter(pk=instance.pk).first()
    if page:
        key = getattr(page.specific, "question_key", "")
        ask_after_commit(clusters_with(around(page) | _answering(key)) | _under(page))


def privacy_changed(instance: PageViewRestriction, raw: bool = False, **_signal: Any) -> None:
    """A page and all under it became private, or public again."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page and not raw:
        ask_after_commit(_under(page))


def guests_changed(instance: Model, action: str, pk_set: set[int] | None, reverse: bool, **_signal: Any) -> None:
    """A guide is listed by other specialisms than before."""
    if action in {"post_add", "post_remove"} and not reverse:
        ask_after_commit(pk_set or ())


def evidence_changed(instance: Fact | PayBand, raw: bool = False, **_signal: Any) -> None:
    """A figure was changed or goes: its specialism rests on it, and every page that shows it."""
    if raw:
        return
    ask_after_commit(
        clusters_with(_showing(instance) | ({instance.specialism_id} if instance.specialism_id else set()))
    )


def document_deleted(instance: Model, **_signal: Any) -> None:
    """A document goes: links to it lead nowhere."""
    ask_after_commit(clusters_with(_showing(instance)))


def _showing(thing: Model) -> set[int]:
    """The ids of the pages that point to something."""
    found = ReferenceIndex.get_references_to(thing).filter(base_content_type__model="page")
    return {int(pk) for pk in found.values_list("object_id", flat=True)}


def watch() -> None:
    """Listen to what changes; called once, when all apps are ready."""
    for signal in (page_published, page_unpublished):
        signal.connect(published_or_not, dispatch_uid="thread_published")
    for model in (SpecialismPage, SupportPage):
        pre_save.connect(question_changed, sender=model, dispatch_uid=f"thread_question_{model.__name__}")
    post_page_move.connect(moved, dispatch_uid="thread_moved")
    pre_delete.connect(deleted, sender=Page, dispatch_uid="thread_deleted")
    for saved_or_deleted in (post_save, post_delete):
        saved_or_deleted.connect(privacy_changed, sender=PageViewRestriction, dispatch_uid="thread_privacy")
    pre_delete.connect(document_deleted, sender=get_document_model(), dispatch_uid="thread_document")
    m2m_changed.connect(guests_changed, sender=SupportPage.also_supports.through, dispatch_uid="thread_guests")
    for figure in (Fact, PayBand):
        post_save.connect(evidence_changed, sender=figure, dispatch_uid=f"thread_{figure.__name__}")
        pre_delete.connect(evidence_changed, sender=figure, dispatch_uid=f"thread_{figure.__name__}")
