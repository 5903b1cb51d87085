"""The directory of specialisms."""

from django.utils.translation import gettext_lazy as _

from agency.models import BasePage


class SpecialismIndexPage(BasePage):
    """The whole directory, sector by sector."""

    page_description = _("The directory of all specialisms. There is one.")
    parent_page_types = ["agency.HomePage"]
    subpage_types = ["specialisms.SpecialismPage"]
    max_count = 1

    content_panels = [*BasePage.content_panels, *BasePage.closing_panels]

    class Meta:
        verbose_name = _("specialisms")
