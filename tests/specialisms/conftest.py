"""Fixtures of the ledger's tests."""

import pytest
from django.test import Client

from tests import factories


@pytest.fixture
def root(home) -> Client:
    """A browser in which a superuser is logged in."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client
