"""Each question is answered by one page."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support_pages.thread import cures
from support_pages.thread.rule import BOTH, Found, Severity, Subject, rule


@rule("same-question", Severity.ERROR, gettext_lazy("Answers the question of another page"), about=BOTH)
def same_question(subject: Subject) -> Iterator[Found]:
    """No other page answers the same question, however it is worded there.

    What is not published, such as somebody's draft or a page that was withdrawn, is told but keeps nobody from publishing.
    """
    for other in subject.around.other_owners(subject):
        if other.is_read:
            message = _(
                "“%(title)s” answers the same question. One page a question: give this one another, or join them."
            )
        elif other.page.live:
            message = _("The draft of “%(title)s” answers the same question. Agree on which page keeps it.")
        else:
            message = _(
                "“%(title)s”, which is not published, answers the same question. Agree on which page keeps it."
            )
        cure = cures.edit_other(other.page.pk, other.page.title)
        yield Found(message % {"title": other.page.title}, cure, only_asks=not other.is_read)
