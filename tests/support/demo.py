"""Walking through the demo agency."""

from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from agency.models import BasePage


def pages() -> list[BasePage]:
    """Every page of the site."""
    return [page for page in Page.objects.filter(depth__gt=1).specific() if isinstance(page, BasePage)]


def crawl() -> dict[str, HttpResponse]:
    """Everything a crawler finds from the front page, by its path; all of it must be there."""
    client, seen, waiting = Client(), {}, ["/"]
    while waiting:
        path = waiting.pop()
        response = seen[path] = client.get(path)
        assert response.status_code == 200, path
        links = parsed(response).find_all("a", href=True) if is_page(response) else []
        addresses = [urlsplit(link["href"]) for link in links]
        here = {there.path for there in addresses if there.path and not there.scheme and not there.netloc}
        waiting += here - {"/mandate/"} - set(seen) - set(waiting)
    return seen


def is_page(response: HttpResponse) -> bool:
    """Whether it is read in a browser, and not a file to take away."""
    return response["Content-Type"].startswith("text/html")


def parsed(response: HttpResponse) -> BeautifulSoup:
    """Its elements."""
    return BeautifulSoup(response.content, "html.parser")
