"""The kernel's models: users, brand, images, and the pages that belong to no specialism."""

from agency.models.access import ConsultantGroup
from agency.models.base import BasePage
from agency.models.brand import BrandSettings, ClosedDay, OfficeDay, Weekday
from agency.models.home import HomePage
from agency.models.images import AgencyImage, AgencyRendition
from agency.models.letters import Letter
from agency.models.navigation import Navigation, NavigationLink, Place
from agency.models.people import ConsultantIndexPage, ConsultantPage
from agency.models.plain import PlainPage
from agency.models.question import AnswerPage
from agency.models.users import User

__all__ = [
    "AgencyImage",
    "AgencyRendition",
    "AnswerPage",
    "BasePage",
    "BrandSettings",
    "ClosedDay",
    "ConsultantGroup",
    "ConsultantIndexPage",
    "ConsultantPage",
    "HomePage",
    "Letter",
    "Navigation",
    "NavigationLink",
    "OfficeDay",
    "Place",
    "PlainPage",
    "User",
    "Weekday",
]
