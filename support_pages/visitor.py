"""A page as a visitor gets it, where no visitor asks: for PDFs, and for rules about what its HTML leads to."""

import re
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory
from wagtail.models import Page

HREF = re.compile(r'<a\b[^>]*?\bhref="([^"#?]+)')


def request_for(page: Page) -> HttpRequest:
    """A request like a visitor's, for the parts of templates that ask for one."""
    site = urlsplit(settings.BASE_URL)
    request = RequestFactory(SERVER_NAME=site.hostname or "localhost").get(page.url or "/")
    request.user = AnonymousUser()
    return request


def links_of(page: Page) -> set[str]:
    """The addresses that the links of a live page lead to, without query and fragment."""
    fresh = page.specific_class.served(page.pk)
    response = fresh.serve(request_for(fresh))
    return {unescape(address) for address in HREF.findall(response.rendered_content)}
