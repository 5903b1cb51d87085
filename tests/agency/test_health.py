"""Whether this process can answer: asked by container engines and load balancers."""

from unittest import mock

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client


@pytest.mark.database
@pytest.mark.django_db
def test_healthy_with_its_database() -> None:
    response = Client().get("/health/")
    assert response.status_code == 200
    assert response.json() == {"database": "ok"}


@pytest.mark.django_db
def test_health_costs_one_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        Client().get("/health/")


@pytest.mark.parametrize("error", [OperationalError, DatabaseError, InterfaceError])
def test_unhealthy_without_it(error: type[Exception]) -> None:
    with mock.patch("agency.health.connection.cursor", side_effect=error("password in here")):
        response = Client().get("/health/")
    assert response.status_code == 503
    assert response.json() == {"database": "unreachable"}


@pytest.mark.django_db
def test_health_is_never_cached_and_sets_no_cookie() -> None:
    response = Client().get("/health/")
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
def test_health_answers_probes_without_https(settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/health/").status_code == 200
    assert Client().get("/").status_code == 301
