"""Every rule is tested both ways, says what is wrong in words, and leads to where it is mended."""

import importlib
import pkgutil
from collections import defaultdict
from types import ModuleType

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from specialisms.models import SpecialismIndexPage
from support_pages.models import SupportPage
from support_pages.thread import rules
from support_pages.thread.check import check_site
from support_pages.thread.rule import BOTH, CANONICAL, GUIDE, RULES, Problem, Rule, Severity, rule
from tests import factories
from tests.support_pages import thread as tests_of_rules
from tests.support_pages.bodies import body
from tests.support_pages.pdfs import inline
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.test_evidence import day, said
from tests.support_pages.thread.test_pictures import shown
from tests.support_pages.thread.writing import at, index_references, prose, text, to, write

ROOM = "support_pages.thread.rules"


def modules(package: ModuleType, start: str = "") -> dict[str, ModuleType]:
    """The modules of a package whose names begin like this, by what follows."""
    names = [found.name for found in pkgutil.iter_modules(package.__path__) if found.name.startswith(start)]
    return {name.removeprefix(start): importlib.import_module(f"{package.__name__}.{name}") for name in names}


def claims(name: str) -> dict[str, set[str]]:
    """The files that hold tests marked with a name, for each rule."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, module in modules(tests_of_rules, "test_").items():
        for thing in vars(module).values():
            for mark in getattr(thing, "pytestmark", []) if callable(thing) else []:
                if mark.name == name:
                    found[mark.args[0]].add(file)
    return found


@pytest.mark.parametrize("claim", ["breaks", "holds"])
@pytest.mark.parametrize("one", RULES.values(), ids=lambda one: one.code)
def test_rule_has_a_test_in_the_file_named_like_its_own(one: Rule, claim: str) -> None:
    file = one.find.__module__.removeprefix(f"{ROOM}.")
    assert file in claims(claim)[one.code], f"tests/support_pages/thread/test_{file}.py has no test that {claim} it"


@pytest.mark.parametrize("claim", ["breaks", "holds"])
def test_no_test_is_about_a_rule_that_is_gone(claim: str) -> None:
    assert set(claims(claim)) <= set(RULES)


def test_every_file_of_rules_is_named_where_they_are_gathered_and_holds_some() -> None:
    files = set(modules(rules))
    assert set(rules.__all__) == files
    assert {one.find.__module__.removeprefix(f"{ROOM}.") for one in RULES.values()} == files


@pytest.mark.parametrize("one", RULES.values(), ids=lambda one: one.code)
def test_rule_says_what_it_is(one: Rule) -> None:
    assert one.code == one.code.lower().strip()
    assert one.find.__name__ == one.code.replace("-", "_"), "a stranger finds the function by the code"
    assert str(one.title).strip()
    assert one.severity in Severity
    assert one.about in (GUIDE, CANONICAL, BOTH)
    assert one.find.__doc__, "the docstring is the rule itself"
    assert "." not in str(one.title), "a title is a label"


def test_titles_are_told_apart() -> None:
    assert len({str(one.title) for one in RULES.values()}) == len(RULES)


def test_two_rules_cannot_share_a_code() -> None:
    with pytest.raises(ValueError, match="two rules are called thin"):
        rule("thin", Severity.WARNING, "Thin", about=GUIDE)(lambda _subject: [])


@pytest.fixture
def spoiled(clean: Clean, directory: SpecialismIndexPage, home) -> list[Problem]:
    """All problems of a site on which every rule is broken at least once."""
    specialism, hiring, salary, make = clean.specialism, clean.hiring, clean.salary, clean.make
    top = SpecialismIndexPage.objects.get()
    factories.SupportPageFactory(parent=top, title="Stray", body=[])
    top.refresh_from_db()
    unpublished = factories.SpecialismPageFactory(parent=top, title="Draft", live=False, body=[])
    private = factories.SpecialismPageFactory(parent=SpecialismIndexPage.objects.get(), title="Private", body=[])
    factories.SpecialismPageFactory(parent=unpublished, title="Far", body=[])
    for parent in (unpublished, private):
        make(parent)
    draft = make(specialism, title="Not yet", live=False)
    alone = make(specialism, title="Alone")
    for page in (private, alone):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    Redirect.add_redirect("/old/", redirect_to=salary)
    old = factories.fact(valid_until=day(-1))
    write(hiring, text(to(draft), to(hiring), at("/old/"), at("/nowhere/")), text(inline(old)["value"]))
    write(hiring, said(None), shown(factories.picture().pk), target_question="Who?", review_due_on=day(-1))
    write(salary, title="t" * 61, standfirst="d" * 161, target_question="Who", reviewer=None, reviewed_on=None)
    part = ("heading", {"text": "Part", "level": "3", "anchor": ""})
    around = {"guide_heading": "", "guide_introduction": "", "standfirst": "", "title": "\u200b"}
    write(alone, body=body(part, text(prose(9))), **around)
    for _number in range(2):
        make(specialism, body=body(text(prose(400))))
    factories.pay_band(specialism, valid_until=day(-1))
    french = {"locale": Locale.objects.create(language_code="fr"), "translation_key": hiring.translation_key}
    make(specialism, title="Embauche", **french)
    SupportPage.objects.filter(pk=hiring.pk).update(last_published_at=timezone.now())
    index_references()
    return [problem for report in check_site() for problem in report.problems]


@pytest.mark.django_db
def test_every_rule_is_found_on_a_spoiled_site_and_every_cure_is_an_address(spoiled: list[Problem]) -> None:
    assert {problem.rule.code for problem in spoiled} == set(RULES)
    for problem in spoiled:
        assert problem.message.strip().endswith((".", "/")), problem.message
        assert "%(" not in problem.message
        assert problem.cure.label.strip()
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    by_shape = {"".join(letter for letter in problem.cure.url if not letter.isdigit()): problem for problem in spoiled}
    for problem in by_shape.values():
        address = problem.cure.url.partition("#")[0]
        assert client.get(address).status_code == 200, (problem.rule.code, address)
