"""App configuration of the support pages."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_delete


class SupportPagesConfig(AppConfig):
    """The guides that support canonical pages."""

    name = "support_pages"

    def ready(self) -> None:
        """Have changes recorded when guides are published, PDFs made when what they show has changed, and the search know."""
        from wagtail.models import TaskState  # noqa: PLC0415 - as below
        from wagtail.signals import page_published, page_unpublished, post_page_move, task_submitted  # noqa: PLC0415 - models are not loaded before ready()

        from agency.page_cache.changes import unseen  # noqa: PLC0415 - as above
        from agency.schedule import every  # noqa: PLC0415 - as above
        from specialisms.models import Fact, PayBand, SpecialismIndexPage  # noqa: PLC0415 - as above
        from support_pages import pdf  # noqa: PLC0415 - as above
        from support_pages.models import (  # noqa: PLC0415 - as above
            BodySketch,
            ClusterHealth,
            PageHealth,
            SearchEntry,
            SearchSettings,
            SearchWord,
            SpecialismReviewTask,
            SupportPage,
            SupportPagePdf,
            WantedCheck,
        )
        from support_pages.models.change import record_change  # noqa: PLC0415 - as above
        from support_pages.models.review import review_everything  # noqa: PLC0415 - as above
        from support_pages.models.sketch import keep_sketch  # noqa: PLC0415 - as above
        from support_pages.review_mail import tell_reviewers  # noqa: PLC0415 - as above
        from support_pages.search import keeping, log, watching  # noqa: PLC0415 - as above
        from support_pages.thread import changes, rounds  # noqa: PLC0415 - as above

        def published(instance: SupportPage, **signal: Any) -> None:
            record_change(instance, signal["revision"])
            pdf.ask([instance.pk])

        def unpublished(instance: SupportPage, **_signal: Any) -> None:
            pdf.ask_again([instance.pk])

        def changed(instance: Fact | PayBand, raw: bool = False, **_signal: Any) -> None:
            if not raw:
                pdf.look_at_pages_showing.enqueue(instance._meta.model_name, instance.pk)

        def deleted(instance: Fact | PayBand, **_signal: Any) -> None:
            pdf.ask(pdf.pages_showing(instance))

        def without_row(instance: SupportPagePdf, **_signal: Any) -> None:
            instance.delete_file_later(instance.file.name)

        page_published.connect(published, sender=SupportPage, weak=False, dispatch_uid="guide_published")
        page_unpublished.connect(unpublished, sender=SupportPage, weak=False, dispatch_uid="guide_unpublished")
        post_page_move.connect(unpublished, sender=SupportPage, weak=False, dispatch_uid="guide_moved")
        post_save.connect(review_everything, sender=SpecialismIndexPage, weak=False, dispatch_uid="review_everything")
        task_submitted.connect(tell_reviewers, sender=TaskState, dispatch_uid="tell_reviewers")
        post_save.connect(keep_sketch, sender=SupportPage, weak=False, dispatch_uid="sketch_guide")
        post_delete.connect(without_row, sender=SupportPagePdf, weak=False, dispatch_uid="pdf_deleted")
        for model in (Fact, PayBand):
            post_save.connect(changed, sender=model, weak=False, dispatch_uid=f"{model.__name__}_changed")
            pre_delete.connect(deleted, sender=model, weak=False, dispatch_uid=f"{model.__name__}_deleted")
        unseen(BodySketch, ClusterHealth, PageHealth, WantedCheck)
        unseen(SearchEntry, SearchSettings, SearchWord)  # shown by /search/ alone, which is never kept
        unseen(SpecialismReviewTask, SpecialismReviewTask.groups.through)
        unseen(SupportPagePdf, columns=["wanted_at", "looked_at_on"], when_new=True)  # without a file
        every(600, pdf.sweep)
        changes.watch()
        watching.watch()
        every(600, keeping.sweep)
        every(24 * 60 * 60, keeping.recount_later)
        every(24 * 60 * 60, log.prune)
        every(300, rounds.look_after)
