"""The screen before a page is published, as a browser sees it."""

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from support_pages.models import SupportPage
from tests.guards.forms import answers


def press_publish(client: Client, page: Page, **fields: str) -> HttpResponse:
    """Send the editing form with these fields and publish."""
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = answers(client.get(edit).content.decode(), page.get_latest_revision_as_object())
    for name, value in {**fields, "action-publish": "action-publish"}.items():
        data[name] = value
    return client.post(edit, data)


def gate(page: Page, query: str = "") -> str:
    """The address of the screen."""
    return reverse("thread:publish", args=[page.pk]) + query


def mark(response: HttpResponse) -> str:
    """What a screen has shown."""
    return BeautifulSoup(response.content, "html.parser").find("input", {"name": "shown"})["value"]


def buttons(response: HttpResponse) -> list[str]:
    """What the buttons in the screen's form say."""
    form = BeautifulSoup(response.content, "html.parser").find(class_="publish-gate").form
    return [" ".join(button.get_text().split()) for button in form.select("button, a")]


def stored(page: Page) -> SupportPage:
    """The page as it is stored now."""
    return SupportPage.objects.get(pk=page.pk)
