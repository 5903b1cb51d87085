"""Pages that keep every rule of the thread, and the means to spoil one of them in one way."""

import random
from contextlib import suppress
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail.tasks import update_reference_index_task

from specialisms.models import SpecialismPage
from support_pages.models import SupportPage
from support_pages.thread.check import check_cluster, check_draft
from support_pages.thread.rule import Problem
from tests.support_pages.bodies import body

WORDS = """
seat brief search interview offer notice team lead stage panel market pay level place source engineer scope owner outcome
shortlist reference quarter budget plan system model review question answer test trial month week first
"""


def prose(count: int = 320, seed: int = 1) -> str:
    """A paragraph of so many words, another for every seed."""
    chance = random.Random(seed)
    words = WORDS.split()
    return f"<p>{' '.join(chance.choice(words) + str(chance.randrange(90)) for _number in range(count))}</p>"


def to(page: Page | int, words: str = "this page") -> str:
    """A link that an editor has chosen."""
    return f'<p><a linktype="page" id="{getattr(page, "pk", page)}">{words}</a></p>'


def at(address: str, words: str = "that address") -> str:
    """A link that somebody has typed."""
    return f'<p><a href="{address}">{words}</a></p>'


def text(*pieces: str) -> tuple[str, Any]:
    """A block of text."""
    return ("text", "".join(pieces))


def write(page: SupportPage | SpecialismPage, *blocks: tuple[str, Any], **fields: Any) -> SupportPage | SpecialismPage:
    """Give a page other blocks at its end, or other fields, and publish it like that."""
    page = fresh(page)
    if blocks:
        page.body = body(*((child["type"], child["value"]) for child in page.body.raw_data), *blocks)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return fresh(page)


def fresh(page: Page) -> SupportPage | SpecialismPage:
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


def index_references() -> None:
    """Have the reference index follow what was stored, as the worker does; what else it has to do can wait."""
    waiting = DBTaskResult.objects.filter(task_path=update_reference_index_task.module_path)
    for arguments in {tuple(result.args_kwargs["args"]) for result in waiting}:
        with suppress(ObjectDoesNotExist):  # deleted since
            update_reference_index_task.call(*arguments)
    waiting.delete()


def problems(page: SupportPage | SpecialismPage, code: str) -> list[Problem]:
    """What a rule finds wrong with a published page."""
    index_references()
    page = fresh(page)
    canonical = page if isinstance(page, SpecialismPage) else page.canonical
    found = check_cluster(SpecialismPage.objects.get(pk=canonical.pk)).by_page.get(page.pk, [])
    return [problem for problem in found if problem.rule.code == code]


def in_draft(page: SupportPage | SpecialismPage, code: str, parent: Page | None = None) -> list[Problem]:
    """What a rule finds wrong with a page that is being edited."""
    found = check_draft(page, parent or fresh(page).get_parent())
    return [problem for problem in found if problem.rule.code == code]


def messages(found: list[Problem]) -> list[str]:
    """What an editor reads."""
    return [str(problem.message) for problem in found]
