"""Questions and answers."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BoundBlock, CharBlock, ListBlock, StructBlock, StructValue

from agency.blocks.text import TextBlock


class QuestionBlock(StructBlock):
    """One question and its answer."""

    question = CharBlock(label=_("Question"), max_length=200, help_text=_("As a reader would ask it."))
    answer = TextBlock(label=_("Answer"), help_text=_("Answer in the first sentence, then explain."))

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("One question and its answer.")
        template = "blocks/question.html"
        preview_value = {
            "question": "How long does a search take?",
            "answer": "<p>Seven weeks from mandate to accepted offer, if interviewers keep their time free.</p>",
        }


class QuestionsValue(StructValue):
    """A set of questions and answers."""

    @property
    def asked(self) -> list[BoundBlock]:
        """The questions that have words; a draft may hold empty ones."""
        return [child for child in self["items"].bound_blocks if child.value["question"]]


class QuestionsBlock(StructBlock):
    """A titled set of questions and answers, all open: they print and are found by search in the page."""

    title = CharBlock(label=_("Title"), max_length=100, help_text=_("What the questions are about."))
    items = ListBlock(
        QuestionBlock(), label=_("Questions"), min_num=1, help_text=_("In the order readers would ask them.")
    )

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions readers ask, each with its answer.")
        template = "blocks/questions.html"
        value_class = QuestionsValue
        preview_value = {
            "title": "What clients ask first",
            "items": [
                {
                    "question": "How long does a search take?",
                    "answer": "<p>Seven weeks from mandate to accepted offer, if interviewers keep time free.</p>",
                }
            ],
        }
