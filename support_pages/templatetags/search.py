"""How results of the search are shown."""

from django import template
from django.utils.safestring import SafeString

from specialisms.models import SpecialismPage
from specialisms.models.specialism import SECTOR_DEPTH
from support_pages.search import marking
from support_pages.search.asking import Question

register = template.Library()
MOST_SECTORS = 24


@register.simple_tag
def sectors() -> list[SpecialismPage]:
    """The sectors readers may see, for those who found nothing: few, where the whole directory may be long."""
    return list(SpecialismPage.objects.for_directory().filter(depth=SECTOR_DEPTH)[:MOST_SECTORS])


@register.simple_tag
def marked(text: str, question: Question) -> SafeString:
    """A text with the words that were asked for marked."""
    return marking.marked(text, question)
