"""Questions for interviews, with what to listen for."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BoundBlock, CharBlock, ListBlock, StructBlock, StructValue, TextBlock


class InterviewQuestionBlock(StructBlock):
    """A question, what it tests, and how to tell a strong answer from a weak one."""

    question = CharBlock(label=_("Question"), max_length=240, help_text=_("As it is put to the candidate."))
    tests = CharBlock(label=_("What it tests"), max_length=160, help_text=_("The one thing this question is for."))
    strong = TextBlock(
        label=_("Strong answer"),
        required=False,
        max_length=500,
        rows=3,
        help_text=_("What you hear when it goes well."),
    )
    weak = TextBlock(
        label=_("Weak answer"), required=False, max_length=500, rows=3, help_text=_("What you hear when it does not.")
    )

    class Meta:
        icon = "help"
        label = _("Interview question")
        label_format = "{question}"
        description = _("A question with what it tests, strong and weak answers.")
        template = "blocks/interview_question.html"
        preview_value = {
            "question": "Which of your models failed last, and what changed afterwards?",
            "tests": "Ownership after launch",
            "strong": "A specific failure, how it was noticed, and a change to the system.",
            "weak": "Another team handled incidents.",
        }


class InterviewQuestionsValue(StructValue):
    """A set of questions."""

    @property
    def asked(self) -> list[BoundBlock]:
        """The questions that have words; a draft may hold empty ones."""
        return [child for child in self["questions"].bound_blocks if child.value["question"]]


class InterviewQuestionsBlock(StructBlock):
    """A set of questions, with a scorecard for paper made of the same questions."""

    title = CharBlock(label=_("Title"), max_length=100, help_text=_("Such as “First conversation, 45 minutes”."))
    questions = ListBlock(
        InterviewQuestionBlock(),
        label=_("Questions"),
        min_num=1,
        max_num=20,
        help_text=_("In the order they are asked. The scorecard lists them too."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Interview questions")
        label_format = "{title}"
        description = _("Questions with strong and weak answers, and a scorecard to print.")
        template = "blocks/interview_questions.html"
        value_class = InterviewQuestionsValue
        preview_value = {
            "title": "First conversation, 45 minutes",
            "questions": [
                InterviewQuestionBlock._meta_class.preview_value,
                {
                    "question": "What did the simplest baseline score?",
                    "tests": "Judgement about what is worth building",
                    "strong": "A number, straight away, and an opinion on whether the gap justified the system.",
                    "weak": "There was no baseline.",
                },
            ],
        }
