"""The kinds of support page, in the order clusters list them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a support page is."""

    HIRING_GUIDE = "hiring_guide", _("Hiring guide")
    SALARY_GUIDE = "salary_guide", _("Salary guide")
    INTERVIEW_GUIDE = "interview_guide", _("Interview guide")
    JOB_DESCRIPTION = "job_description", _("Job description")
    ROLE_COMPARISON = "role_comparison", _("Role comparison")
    MARKET_MAP = "market_map", _("Market map")


LABELS = dict(Kind.choices)

PLURALS = {
    Kind.HIRING_GUIDE: _("Hiring guides"),
    Kind.SALARY_GUIDE: _("Salary guides"),
    Kind.INTERVIEW_GUIDE: _("Interview guides"),
    Kind.JOB_DESCRIPTION: _("Job descriptions"),
    Kind.ROLE_COMPARISON: _("Role comparisons"),
    Kind.MARKET_MAP: _("Market maps"),
}

PURPOSES = {
    Kind.HIRING_GUIDE: _("What the seat owns, what it pays, how to search, test and close."),
    Kind.SALARY_GUIDE: _("Pay by role, level and place, and how to make an offer."),
    Kind.INTERVIEW_GUIDE: _("Stages and questions with strong and weak answers, and scorecards to print."),
    Kind.JOB_DESCRIPTION: _("A finished text that readers adapt and copy, with its reasons."),
    Kind.ROLE_COMPARISON: _("Two to four roles side by side, and when to hire which."),
    Kind.MARKET_MAP: _("How many people there are where, and who can move."),
}
"""What each kind is for, for whoever chooses one."""
