"""What somebody does in the CMS happens as a whole or not at all."""

from collections.abc import Callable
from functools import wraps
from http import HTTPMethod, HTTPStatus
from typing import Any

from django.db import DEFAULT_DB_ALIAS, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]

ONLY_READ = {HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS, HTTPMethod.TRACE}
REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT}
"""Answers after which nothing may have changed; Wagtail turns the exceptions behind them into pages."""


def one_transaction(view: View) -> View:
    """Run a view in one transaction when its request may change something. Decorates a view.

    A page that moves, its redirects, its history and the tasks it enqueues become visible together. Whatever is raised
    undoes all of it, and so does a server error or a refusal that arrives as a page. A view that works long before it
    stores anything is marked with Django's ``transaction.non_atomic_requests`` and sees to it itself.
    """

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in ONLY_READ or DEFAULT_DB_ALIAS in getattr(view, "_non_atomic_requests", ()):
            return view(request, *args, **kwargs)
        with transaction.atomic():
            response = view(request, *args, **kwargs)
            if response.status_code in REFUSED or response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                transaction.set_rollback(True)
            return response

    return inside
