"""A cure is a link only for those who may follow it."""

import pytest
from django.test import Client
from django.urls import reverse

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismPage
from support_pages.admin.rights import only_what_opens
from support_pages.thread import cures
from support_pages.thread.rule import Problem
from support_pages.thread.rules.evidence import expired_fact
from tests import factories

pytestmark = pytest.mark.django_db


def test_facts_open_for_those_who_keep_them(
    specialism: SpecialismPage,
    consultant: ConsultantPage,
    consultant_user: User,
    consultant_client: Client,
    django_assert_max_num_queries,
) -> None:
    factories.lead(specialism, consultant)
    mine, owned, other = (
        factories.fact(**fields) for fields in ({"specialism": specialism}, {"owner": consultant}, {})
    )
    found = [
        Problem(expired_fact, specialism, "It has expired.", cures.fact(fact.pk)) for fact in (mine, owned, other)
    ]
    with django_assert_max_num_queries(10):
        links = [problem.cure.url for problem in only_what_opens(found * 9, consultant_user)]
    assert [bool(link) for link in links] == [True, True, False] * 9
    for fact, status in ((mine, 200), (owned, 200), (other, 302)):
        assert consultant_client.get(reverse("facts:edit", args=[fact.pk])).status_code == status
