"""The pages of the brief. Thin: drafts and sending are ``enquiries.brief``."""

from enquiries.views.brief.check import check, sent
from enquiries.views.brief.files import files, remove
from enquiries.views.brief.topic import begin, topic

__all__ = ["begin", "check", "files", "remove", "sent", "topic"]
