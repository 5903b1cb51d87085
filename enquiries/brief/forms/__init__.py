"""The questions of the brief, a form for each topic."""

from enquiries.brief.forms.conditions import PayForm, PlaceForm, StartForm
from enquiries.brief.forms.files import BriefFilesForm
from enquiries.brief.forms.person import ContactForm
from enquiries.brief.forms.position import MustHavesForm, PurposeForm, RoleForm
from enquiries.brief.forms.search import CompaniesForm, ConfidentialityForm, EngagementForm, InterviewsForm
from enquiries.brief.forms.sending import SendForm
from enquiries.brief.forms.topic import TopicForm

__all__ = [
    "BriefFilesForm",
    "CompaniesForm",
    "ConfidentialityForm",
    "ContactForm",
    "EngagementForm",
    "InterviewsForm",
    "MustHavesForm",
    "PayForm",
    "PlaceForm",
    "PurposeForm",
    "RoleForm",
    "SendForm",
    "StartForm",
    "TopicForm",
]
