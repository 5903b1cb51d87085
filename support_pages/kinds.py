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


PLURALS = {
    Kind.HIRING_GUIDE: _("Hiring guides"),
    Kind.SALARY_GUIDE: _("Salary guides"),
    Kind.INTERVIEW_GUIDE: _("Interview guides"),
    Kind.JOB_DESCRIPTION: _("Job descriptions"),
    Kind.ROLE_COMPARISON: _("Role comparisons"),
    Kind.MARKET_MAP: _("Market maps"),
}
