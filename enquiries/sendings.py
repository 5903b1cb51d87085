"""What a client has sent, one sending after the other, as a receipt tells it: nothing twice that has not changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from enquiries.answers import Topic
from enquiries.models import Submission
from enquiries.models.brief import SubmissionKind


@dataclass(frozen=True)
class Sending:
    """A submission: the topics it says something new about, and the titles of those that stayed and of those taken back.

    A correction holds the whole brief; together with what was sent before it, this is every word of it.
    """

    submission: Submission
    topics: list[Topic]
    unchanged: list[str]
    taken_back: list[str]


def sendings(submissions: Iterable[Submission]) -> list[Sending]:
    """The submissions in their order, each beside the brief that was sent before it."""
    found, former = [], list[Topic]()
    for each in submissions:
        is_correction = each.kind == SubmissionKind.CORRECTION
        known = former if is_correction else []
        topics = [topic for topic in each.topics if topic not in known]
        titles = {topic["title"] for topic in each.topics}
        unchanged = [topic["title"] for topic in each.topics if topic in known]
        taken_back = [topic["title"] for topic in known if topic["title"] not in titles]
        found.append(Sending(each, topics, unchanged, taken_back))
        if is_correction or each.kind == SubmissionKind.BRIEF:
            former = each.topics
    return found
