"""Everything the body of a guide is made of."""

from django.utils.translation import gettext_lazy as _

from specialisms.blocks import EvidenceBodyBlock
from support_pages.blocks.comparison import RoleComparisonBlock
from support_pages.blocks.download import DownloadBlock
from support_pages.blocks.interview import InterviewQuestionsBlock
from support_pages.blocks.job import JobDescriptionBlock
from support_pages.blocks.market import MarketMapBlock
from support_pages.blocks.note import NoteBlock
from support_pages.blocks.related import RelatedGuidesBlock
from support_pages.blocks.testimonial import TestimonialBlock
from support_pages.blocks.timeline import ProcessTimelineBlock


class GuideBodyBlock(EvidenceBodyBlock):
    """The body of a guide: bodies that stand on evidence, with the tools of each kind of guide."""

    process_timeline = ProcessTimelineBlock(group=_("Hiring"))
    role_comparison = RoleComparisonBlock(group=_("Hiring"))
    interview_questions = InterviewQuestionsBlock(group=_("Hiring"))
    job_description = JobDescriptionBlock(group=_("Hiring"))
    market_map = MarketMapBlock(group=_("Evidence"))
    testimonial = TestimonialBlock(group=_("Text"))
    note = NoteBlock(group=_("Text"))
    download = DownloadBlock(group=_("Tools"))
    related_guides = RelatedGuidesBlock(group=_("Tools"))

    class Meta:
        description = _("The body of a guide.")
