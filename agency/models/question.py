"""The question a page is there to answer."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from agency.models.base import BasePage
from agency.questions import LONGEST_KEY, question_key

SPECULATION_RULES = "cluster.speculationrules"
"""Which links of a cluster browsers may fetch before they are followed: a static file, because no page has inline code."""


class AnswerPage(BasePage):
    """A page that answers one question, which no other page of the site should answer too."""

    target_question = models.CharField(
        _("question it answers"),
        max_length=200,
        blank=True,
        help_text=_(
            "What somebody types who needs this page, such as “What does a Machine Learning Engineer cost?”. One page a "
            "question: two that answer the same one stand in each other’s way. Readers don’t see it."
        ),
    )
    question_key = models.CharField(max_length=LONGEST_KEY, blank=True, db_index=True, editable=False)

    question_panels = [FieldPanel("target_question")]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key by which questions are compared."""
        if "target_question" not in self.get_deferred_fields():
            self.question_key = question_key(self.target_question)
        super().save(*args, **kwargs)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail's own, telling browsers which pages the reader may well go to next."""
        response = super().serve(request, *args, **kwargs)
        response["Speculation-Rules"] = f'"{static(SPECULATION_RULES)}"'
        return response
