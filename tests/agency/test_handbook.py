"""The handbook in the CMS is the one in docs."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from agency.handbook import text as handbook_text
from agency.settings.env import BASE_DIR
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home, consultant_client: Client) -> BeautifulSoup:
    """The handbook as a consultant opens it."""
    response = consultant_client.get(reverse("handbook"))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_it_holds_every_heading_of_the_files(page: BeautifulSoup) -> None:
    text = page.find(class_="handbook-text")
    headings = re.findall(r"^##+ (.+)$", handbook_text(), re.MULTILINE)
    assert [heading.get_text() for heading in text.find_all(["h2", "h3"])] == headings


def test_links_inside_it_and_its_chapters_lead_to_headings(page: BeautifulSoup) -> None:
    ids = {heading["id"] for heading in page.find(class_="handbook-text").find_all(["h2", "h3"])}
    links = page.find(class_="handbook").find_all("a", href=re.compile("^#"))
    assert len(links) > 5
    assert {link["href"][1:] for link in links} <= ids


def test_its_pictures_are_static_files_and_say_what_they_show(page: BeautifulSoup) -> None:
    pictures = page.find(class_="handbook-text").find_all("img")
    assert pictures
    for picture in pictures:
        name = picture["src"].removeprefix("/static/")
        assert name.startswith("handbook/")
        assert finders.find(name)
        assert picture["alt"]


def test_help_in_the_menu_leads_there(consultant_client: Client, home) -> None:
    menu = consultant_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("handbook") in menu


def test_nobody_outside_reads_it(home) -> None:
    client = Client()
    assert client.get(reverse("handbook")).status_code == 302
    client.force_login(factories.user("visitor"))
    assert client.get(reverse("handbook")).status_code == 302


def test_the_image_brings_it_along() -> None:
    admitted = (BASE_DIR / ".dockerignore").read_text().splitlines()
    assert {"!docs/editing.md", "!docs/mandates.md", "!docs/images"} <= set(admitted)
