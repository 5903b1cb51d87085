"""What a browser sends when an editor saves a page of any type."""

from django.http import QueryDict
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from tests.support.editor import pairs


def answers(html: str, page: Page | type[Page]) -> QueryDict:
    """Everything in the editing form of a page; of a page type, the form of a new page with empty bodies."""
    data = querydict_from_html(html, form_id="page-edit-form")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name) if isinstance(page, Page) else field.stream_block.empty_value()
            for name, text in pairs(field.stream_block, value, field.name):
                data[name] = text
    return data
