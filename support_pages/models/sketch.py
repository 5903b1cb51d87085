"""What is kept of a guide's text to find others like it."""

from collections.abc import Collection
from typing import Any

from django.db import models
from django.db.models.functions import Sign, Substr
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from support_pages.models.page import SupportPage
from support_pages.sketch import packed, sketch

MISSING = 100
"""Guides that are read together when sketches are missing."""


class Position(models.Func):
    """Where some bytes stand in others, from 1; 0 if they don't."""

    arity = 2
    output_field = models.IntegerField()
    template = "POSITION(%(expressions)s)"
    arg_joiner = " IN "

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """SQLite has the arguments the other way round."""
        turned = self.copy()
        turned.source_expressions.reverse()
        return turned.as_sql(compiler, connection, template="INSTR(%(expressions)s)", arg_joiner=", ", **context)


class BodySketchQuerySet(models.QuerySet["BodySketch"]):
    """What is asked about sketches."""

    def sharing(self, hashes: Collection[int]) -> "BodySketchQuerySet":
        """Those whose smallest hashes, as many as given here, have any of these; those with most in common first."""
        smallest = Substr("hashes", 1, len(packed(hashes)), output_field=models.BinaryField())
        places = (Position(models.Value(packed([one]), output_field=models.BinaryField()), smallest) for one in hashes)
        shared = sum((Sign(place) for place in places), start=models.Value(0))
        return self.alias(shared=shared).filter(shared__gt=0).order_by("-shared", "page__path")


class BodySketch(models.Model):
    """The sketch of a guide's text as it was last stored; see ``support_pages.sketch``."""

    page = models.OneToOneField(SupportPage, on_delete=models.CASCADE, primary_key=True, related_name="sketch")
    hashes = models.BinaryField()

    objects = BodySketchQuerySet.as_manager()

    class Meta:
        verbose_name = _("sketch of a text")
        verbose_name_plural = _("sketches of texts")

    def __str__(self) -> str:
        return f"{self.page_id}"


def text_of(page: SupportPage) -> list[str]:
    """The words of a guide's body, without markup."""
    texts = (text for child in page.body for text in child.block.get_searchable_content(child.value))
    return [strip_tags(text.replace("<", " <")) for text in texts]


def keep_sketch(instance: SupportPage, raw: bool = False, **_signal: Any) -> None:
    """Sketch a guide's text whenever it is stored."""
    if raw or "body" in instance.get_deferred_fields():
        return
    hashes = packed(sketch(text_of(instance)))
    BodySketch.objects.update_or_create(page_id=instance.pk, defaults={"hashes": hashes})


def keep_missing_sketches() -> None:
    """Sketch the live guides that were stored without: by an earlier release, in bulk or from a fixture."""
    guides = SupportPage.objects.live().filter(sketch=None)
    for batch in iter(lambda: list(guides[:MISSING]), []):
        rows = [BodySketch(page_id=guide.pk, hashes=packed(sketch(text_of(guide)))) for guide in batch]
        BodySketch.objects.bulk_create(rows, ignore_conflicts=True)
