"""A brief as it is shown before it is sent, which is word for word what is kept of it."""

from dataclasses import dataclass, field

from django.forms import BooleanField

from agency.models import BrandSettings
from enquiries.answers import Answer, answered
from enquiries.answers import Topic as Said
from enquiries.attachments.handing_in import File, named
from enquiries.brief import topics
from enquiries.brief.forms import TopicForm
from enquiries.brief.stamps import stamp_of
from enquiries.brief.topics import TOPICS, Topic
from enquiries.models import Brief, Mandate, Submission
from enquiries.models.attachment import Scan
from enquiries.models.brief import Seat


@dataclass(frozen=True)
class Part:
    """One topic of a brief: what it says, the questions left open, and what the client has sent about it before."""

    topic: Topic
    answers: list[Answer] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    sent: list[Answer] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    sent_files: list[File] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.answers or self.files)

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what the client has told us."""
        return (self.answers, self.files) != (self.sent, self.sent_files)

    @property
    def was_sent(self) -> bool:
        """Whether the client has told us anything about it."""
        return bool(self.sent or self.sent_files)

    @property
    def said(self) -> Said:
        """What is kept of it."""
        return Said(title=str(self.topic.title), answers=self.answers)


def is_confidential(brief: Brief) -> bool:
    """Whether the mandate is to be kept confidential: because the client asks for it, or because of the seat."""
    return brief.confidential or brief.seat == Seat.CONFIDENTIAL


def parts(brief: Brief, former: Submission | None, told: Brief, brand: BrandSettings) -> list[Part]:
    """The brief, topic by topic, beside what was sent: the ``former`` submission, else the short request (``told``).

    Files may have been sent by themselves, in the room; one that is taken away is gone at once.
    """
    found = []
    for topic in TOPICS:
        if topic.form is None:
            files = list(brief.mandate.attachments.exclude(scan=Scan.INFECTED))
            sent_files = [each for each in files if each.submitted_at]
            found.append(Part(topic, files=named(files), sent_files=named(sent_files)))
            continue
        answers, left = _read(brief, topic, topic.form, brand)
        sent = _sent(former, topic) if former else _read(told, topic, topic.form, brand)[0]
        found.append(Part(topic, answers, left, sent))
    return found


def latest_brief(mandate: Mandate) -> Submission | None:
    """What the client sent last by the brief; none if they only sent the short request."""
    return mandate.submissions.briefs().order_by("-number").first()


def stamp(found: list[Part]) -> str:
    """The stamp of everything that is shown before it is sent."""
    return stamp_of([(part.said, part.files) for part in found])


def progress(brief: Brief) -> tuple[int, int]:
    """How many topics the brief says something about, of how many."""
    return len(list(topics.answered(brief))), len(TOPICS)


def _read(brief: Brief, topic: Topic, asking: type[TopicForm], brand: BrandSettings) -> tuple[list[Answer], list[str]]:
    """The answers, and the questions without one; a box that is not ticked is no question left open."""
    form = asking(instance=brief, brand=brand)
    values = {name: getattr(brief, name) for name in topic.names} | {"confidential": is_confidential(brief)}
    answers = answered(form, topic.names, values)
    fields = [form.fields[name] for name in topic.names]
    asked = [str(field.label) for field in fields if not isinstance(field, BooleanField)]
    told = {answer["label"] for answer in answers}
    return answers, [label for label in asked if label not in told]


def _sent(former: Submission, topic: Topic) -> list[Answer]:
    """What a submission says about a topic."""
    return next((said["answers"] for said in former.topics if said["title"] == str(topic.title)), [])
