"""Fixtures of the tests of mandates."""

import pytest

from agency.models import BrandSettings, User
from specialisms.models import SpecialismPage
from tests import factories


@pytest.fixture
def led(brand: BrandSettings, specialism: SpecialismPage, consultant_user: User) -> SpecialismPage:
    """A specialism led by the consultant who has an account."""
    factories.lead(specialism, consultant_user.consultant)
    return specialism
