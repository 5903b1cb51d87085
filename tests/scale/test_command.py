"""``manage.py seed_scale``."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from agency.models import HomePage, User
from agency.scale.build import is_scale
from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread.rule import RULES

pytestmark = pytest.mark.django_db


class Terminal(StringIO):
    """What somebody sees."""

    def isatty(self) -> bool:
        return True


def run(errors: StringIO | None = None, **options: int) -> str:
    out = StringIO()
    call_command("seed_scale", stdout=out, stderr=errors or StringIO(), **options)
    return out.getvalue()


def test_says_as_json_what_was_built_and_planted() -> None:
    told = json.loads(run(specialisms=50, support_pages=300, faults=1, seed=3))
    assert (told["specialisms"], told["support_pages"], told["seed"]) == (50, 300, 3)
    assert (SpecialismPage.objects.count(), SupportPage.objects.count()) == (50, 300)
    assert set(told["faults"]) == set(RULES)
    assert {(one["planted"], one["breaks"]) for one in told["consequences"]} == {
        ("canonical-draft", "unpublished-link")
    }
    assert Page.objects.filter(pk__in=told["faults"]["no-title"]).count() == len(told["faults"]["no-title"]) >= 1


def test_shows_how_far_it_is_on_a_terminal_and_nowhere_else() -> None:
    watched, logged = Terminal(), StringIO()
    told = run(watched, specialisms=2, support_pages=8)
    assert "guides 8 of 8" in watched.getvalue()
    assert json.loads(told)["faults"] == {}
    run(logged, specialisms=2, support_pages=8)
    assert logged.getvalue() == "This site is here already.\n"


def test_another_order_or_later_faults_need_another_database() -> None:
    run(specialisms=2, support_pages=8)
    with pytest.raises(CommandError, match="another made-up site: 2 specialisms and 8 guides, made up from seed 1"):
        run(specialisms=2, support_pages=9)
    with pytest.raises(CommandError, match="only planted while it is built"):
        run(specialisms=2, support_pages=8, faults=1)
    assert SupportPage.objects.count() == 8


def test_real_site_is_left_alone(home: HomePage) -> None:
    with pytest.raises(CommandError, match="holds other pages"):
        run(specialisms=2, support_pages=8)
    assert not is_scale()
    assert list(Page.objects.filter(depth=2)) == [home.page_ptr]


def test_database_with_accounts_is_left_alone() -> None:
    User.objects.create_user("somebody")
    with pytest.raises(CommandError, match="holds other pages"):
        run(specialisms=2, support_pages=8)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"specialisms": 0}, "greater than 0"),
        ({"specialisms": 2, "faults": -1}, "greater than 0"),
        ({"specialisms": 9_000, "support_pages": 9_000}, "names for"),
        ({"specialisms": 2, "support_pages": 8, "faults": 1}, "too small"),
    ],
)
def test_what_cannot_be_built_is_refused_and_leaves_nothing(options: dict[str, int], why: str) -> None:
    with pytest.raises(CommandError, match=why) as refused:
        run(**options)
    assert refused.value.returncode == 2
    assert not is_scale()
    assert not SupportPage.objects.exists()
