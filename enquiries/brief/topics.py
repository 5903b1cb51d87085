"""The topics of the brief, in the order in which they are asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enquiries.brief import forms
from enquiries.models import Brief


@dataclass(frozen=True)
class Topic:
    """What is asked on one page. ``slug`` stands in addresses and in drafts."""

    slug: str
    title: str | Promise
    lead: str | Promise
    form: type[forms.TopicForm] | None
    """None asks for files, which are kept with the mandate (``enquiries.attachments``)."""

    @property
    def names(self) -> list[str]:
        """The answers, by the fields of a ``Brief``."""
        return self.form.names() if self.form else []

    def is_answered(self, brief: Brief) -> bool:
        """Whether the brief says anything about it."""
        if self.form is None:
            return brief.has_files
        return any(getattr(brief, name) not in (None, "", [], False) for name in self.names)


FILES = Topic(
    "files", _("Files"), _("A job description, an organisation chart, whatever says it better than a form."), form=None
)

TOPICS = [
    Topic("role", _("The role"), _("What they will be called, and where they sit."), forms.RoleForm),
    Topic(
        "purpose",
        _("Why now, and what for"),
        _("What has changed, and what will be different in twelve months if this goes well."),
        forms.PurposeForm,
    ),
    Topic(
        "must-haves",
        _("Must-haves"),
        _("Five at most. A longer list turns away people you would have liked to meet."),
        forms.MustHavesForm,
    ),
    Topic("place", _("Place and languages"), _("Where the work is done, and in which languages."), forms.PlaceForm),
    Topic(
        "pay",
        _("Pay"),
        _("Even a rough range tells us whom it makes sense to approach. Candidates hear it only as you wish."),
        forms.PayForm,
    ),
    Topic("start", _("Start and deadlines"), _("When it has to be settled, and why then."), forms.StartForm),
    Topic("engagement", _("How we work together"), _("On which terms, and who else searches."), forms.EngagementForm),
    Topic(
        "interviews",
        _("Decision and interviews"),
        _("Who decides, and what somebody goes through until then."),
        forms.InterviewsForm,
    ),
    Topic(
        "companies",
        _("Companies not to approach"),
        _("Customers, partners, investors: whoever you would not want to hear from about this."),
        forms.CompaniesForm,
    ),
    Topic("confidentiality", _("Confidentiality"), _("How quietly this has to be done."), forms.ConfidentialityForm),
    Topic(
        "contact",
        _("How to reach you"),
        _("Who you are, and how and when you like to be answered."),
        forms.ContactForm,
    ),
    FILES,
]


def find(slug: str) -> Topic | None:
    """The topic of that slug."""
    return next((topic for topic in TOPICS if topic.slug == slug), None)


def number(topic: Topic) -> int:
    """Its place among the topics, from 1."""
    return TOPICS.index(topic) + 1


def after(topic: Topic) -> Topic | None:
    """The topic asked next; none after the last."""
    return next(iter(TOPICS[number(topic) :]), None)


def before(topic: Topic) -> Topic | None:
    """The topic asked just before; none before the first."""
    return TOPICS[number(topic) - 2] if number(topic) > 1 else None


def answered(brief: Brief) -> Iterator[Topic]:
    """The topics that the brief says something about."""
    return (topic for topic in TOPICS if topic.is_answered(brief))


def first_unseen(brief: Brief) -> Topic | None:
    """The first topic that has neither been saved nor skipped."""
    return next((topic for topic in TOPICS if topic.slug not in brief.seen), None)


@dataclass(frozen=True)
class Stop:
    """A topic as a stop of the way through the brief."""

    topic: Topic
    is_answered: bool
    is_seen: bool


def rail(brief: Brief) -> list[Stop]:
    """The way through the brief, and how far the client has come."""
    return [Stop(topic, topic.is_answered(brief), topic.slug in brief.seen) for topic in TOPICS]
