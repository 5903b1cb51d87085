"""Texts in which figures of the ledger can stand."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock

from agency.blocks import PROSE_FEATURES
from agency.blocks.callout import CalloutBlock as PlainCalloutBlock
from agency.blocks.questions import QuestionBlock as PlainQuestionBlock
from agency.blocks.questions import QuestionsBlock as PlainQuestionsBlock
from agency.blocks.text import TextBlock

EVIDENCE_FEATURES = [*PROSE_FEATURES, "fact"]


class EvidenceTextBlock(TextBlock):
    """Paragraphs and lists with facts inside their sentences."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": EVIDENCE_FEATURES} | kwargs)

    class Meta:
        description = _("Paragraphs, lists and links; figures from the fact ledger inside sentences.")


class CalloutBlock(PlainCalloutBlock):
    """The kernel's, with facts inside its sentences."""

    text = EvidenceTextBlock(label=_("Text"), help_text=_("Two or three sentences."))


class QuestionBlock(PlainQuestionBlock):
    """The kernel's, with facts inside the answer."""

    answer = EvidenceTextBlock(label=_("Answer"), help_text=_("Answer in the first sentence, then explain."))


class QuestionsBlock(PlainQuestionsBlock):
    """The kernel's, with facts inside the answers."""

    items = ListBlock(
        QuestionBlock(), label=_("Questions"), min_num=1, help_text=_("In the order readers would ask them.")
    )
