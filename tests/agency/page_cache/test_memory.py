"""What a process remembers of the site: shared by its pages, given up as soon as something changes."""

import threading
from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from agency.models import BrandSettings
from agency.page_cache.memory import Memory, note, remember, remember_each
from support_pages.models import SupportPage
from tests import factories
from tests.agency.page_cache.conftest import Visitor

PASSED_BY = "?asked=anew"
"""Makes an address of which no page is kept, so that Django answers with what its process remembers."""


def counted(things: list[str]) -> Callable[[], str]:
    def make() -> str:
        things.append("made")
        return f"thing {len(things)}"

    return make


def test_nothing_is_remembered_outside_requests_of_readers() -> None:
    made: list[str] = []
    assert [remember("a", counted(made)) for _time in range(2)] == ["thing 1", "thing 2"]
    note("a", "noted")
    assert remember("a", counted(made)) == "thing 3"


def test_a_thing_is_made_once_under_a_stamp_and_again_under_the_next() -> None:
    made: list[str] = []
    first, second = Memory("one"), Memory("two")
    for memory in (first, first, second):
        with memory.in_use():
            remember("a", counted(made))
    assert len(made) == 2
    assert remember("a", counted(made)) == "thing 3"


def test_what_failed_is_tried_again() -> None:
    with Memory().in_use():
        with pytest.raises(ZeroDivisionError):
            remember("a", lambda: 1 // 0)
        assert remember("a", lambda: 1) == 1


def test_nothing_can_be_remembered_too() -> None:
    made: list[str] = []
    with Memory().in_use():
        for _time in range(2):
            assert remember("a", lambda: made.append("made")) is None
    assert len(made) == 1


def test_the_room_is_bounded_and_what_was_not_used_longest_goes() -> None:
    made: list[str] = []
    with Memory(room=3).in_use():
        for key in ("a", "b", "c", "a", "d"):
            remember(key, counted(made))
        assert len(made) == 4
        remember("a", counted(made))
        assert len(made) == 4
        remember("b", counted(made))
        assert len(made) == 5
        remember("heavy", counted(made), lambda _thing: 2)
        remember("a", counted(made))
        assert len(made) == 7
        remember("heavier than all", counted(made), lambda _thing: 4)
        remember("a", counted(made))
        assert len(made) == 8


def test_of_many_only_unknown_ones_are_loaded() -> None:
    asked: list[set[int]] = []

    def load(ids: set[int]) -> dict[int, str]:
        asked.append(ids)
        return {one: str(one) for one in ids if one < 3}

    assert remember_each("number", [1, 9], load) == {1: "1", 9: None}
    with Memory().in_use():
        remember_each("number", [1, 9], load)
        assert remember_each("number", [1, 2, 9], load) == {1: "1", 2: "2", 9: None}
        assert remember_each("other", [1], load) == {1: "1"}
    assert asked == [{1, 9}, {1, 9}, {2}, {1}]


def test_parts_of_templates_are_set_once_under_a_stamp() -> None:
    part = engines["django"].from_string(
        '{% load cache %}{% cache None "part" using="fragments" %}{{ word }}{% endcache %}'
    )
    shown = []
    for memory in (Memory("one"), Memory("two")):
        with memory.in_use():
            shown += [part.render({"word": word}) for word in (f"first {memory.stamp}", "second")]
    assert shown == ["first one", "first one", "first two", "first two"]
    assert [part.render({"word": word}) for word in ("first", "second")] == ["first", "second"]
    assert caches["fragments"].get("part", "nothing") == "nothing"


def test_threads_may_share_one() -> None:
    memory, faults = Memory(room=20), []

    def work(number: int) -> None:
        with memory.in_use():
            for key in range(2_000):
                wanted = key * number % 50
                if remember(wanted, lambda wanted=wanted: wanted) != wanted:
                    faults.append(wanted)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert memory._left >= 0
    assert sum(weight for _thing, weight in memory._things.values()) + memory._left == 20


@pytest.mark.django_db
class TestSite:
    """The site, asked for pages that are not kept."""

    def test_a_second_look_costs_the_page_and_nothing_else(self, visitor: Visitor, guide: SupportPage) -> None:
        visitor(guide.url + PASSED_BY)
        with CaptureQueriesContext(connection) as captured:
            assert visitor(guide.url + PASSED_BY).status == 200
        assert len(captured) == 1, [query["sql"] for query in captured.captured_queries]

    def test_both_looks_are_the_same_and_as_without_memory(self, visitor: Visitor, guide: SupportPage, pages) -> None:
        factories.navigation(guide, guide.get_parent())
        factories.SupportPageFactory(parent=guide.get_parent())
        assert pages.forget()
        first, second = visitor(guide.url + PASSED_BY), visitor(guide.url + PASSED_BY)
        assert first.body == second.body
        assert first.body == Client().get(guide.url).content

    def test_a_change_is_seen_at_once(self, visitor: Visitor, guide: SupportPage, commit) -> None:
        sibling = factories.SupportPageFactory(parent=guide.get_parent(), title="As it was called")
        visitor(guide.url + PASSED_BY)

        def change() -> None:
            BrandSettings.objects.update(name="Another name")
            sibling.title = "As it is called"
            sibling.save()

        commit(change)
        body = visitor(guide.url + PASSED_BY).body.decode()
        assert "Another name" in body
        assert "As it is called" in body
        assert "As it was called" not in body

    def test_what_becomes_private_is_private_at_once(self, visitor: Visitor, guide: SupportPage, commit) -> None:
        assert visitor(guide.url + PASSED_BY).status == 200
        parent = guide.get_parent()
        commit(lambda: PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN))
        assert visitor(guide.url + PASSED_BY).status == 302

    def test_what_was_remembered_says_neither_that_a_page_is_public_nor_that_it_is_there(
        self, visitor: Visitor, guide: SupportPage
    ) -> None:
        """As for the moments in which this process does not know of a change yet: nothing here is committed."""
        sibling = factories.SupportPageFactory(parent=guide.get_parent())
        for page in (guide, sibling):
            assert visitor(page.url + PASSED_BY).status == 200
        PageViewRestriction.objects.create(page=guide.get_parent(), restriction_type=PageViewRestriction.LOGIN)
        assert visitor(guide.url + PASSED_BY).status == 302
        PageViewRestriction.objects.all().delete()
        address = sibling.url
        sibling.delete()
        assert visitor(address + PASSED_BY).status == 404

    def test_any_number_of_names_are_one_site(self, visitor: Visitor, guide: SupportPage, settings) -> None:
        settings.ALLOWED_HOSTS = ["*"]
        for number in range(5):
            for host in (f"testserver:{number}80", f"name-{number}.example"):
                assert visitor(guide.url + PASSED_BY, HTTP_HOST=host).status == 200
        names = [key for key in visitor.application._memory._things if isinstance(key, tuple) and key[0] == "site"]
        assert len(names) <= 2

    def test_what_is_above_a_guide_is_read_for_guides(self, visitor: Visitor, guide: SupportPage) -> None:
        narrower = factories.SpecialismPageFactory(parent=guide.get_parent())
        assert visitor(narrower.url + PASSED_BY).status == 200
        with CaptureQueriesContext(connection) as captured:
            assert visitor(guide.url + PASSED_BY).status == 200
        text = '"specialisms_specialismpage"."body"'
        assert not [query["sql"] for query in captured.captured_queries if text in query["sql"]]

    def test_what_is_unpublished_is_gone_at_once(self, visitor: Visitor, guide: SupportPage, commit) -> None:
        assert visitor(guide.url + PASSED_BY).status == 200
        commit(guide.unpublish)
        assert visitor(guide.url + PASSED_BY).status == 404

    def test_a_preview_remembers_nothing(self, visitor: Visitor, guide: SupportPage) -> None:
        visitor(guide.url + PASSED_BY)
        draft = SupportPage.objects.get(pk=guide.pk)
        draft.title = "Only a draft"
        request = Client().get(guide.url).wsgi_request
        assert "Only a draft" in draft.make_preview_request(request, "").rendered_content
        assert "Only a draft" not in visitor(guide.url + PASSED_BY).body.decode()
