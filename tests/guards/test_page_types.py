"""Every page type says what it is for and where it may stand, and editors can open, preview and save it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from agency.models import HomePage
from tests import factories
from tests.guards.forms import answers
from tests.guards.subjects import PAGE_TYPES
from tests.support.publishing import publish_anyway

NAMES = [model.__name__ for model in PAGE_TYPES]
every_page_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=NAMES)


@every_page_type
def test_page_type_describes_itself(model: type[Page]) -> None:
    assert len(str(vars(model)["page_description"])) >= 20
    assert "verbose_name" in model._meta.original_attrs


@every_page_type
def test_page_type_has_tree_rules_of_its_own(model: type[Page]) -> None:
    assert vars(model)["parent_page_types"], "name the parents, else it may stand anywhere"
    assert "subpage_types" in vars(model), "name the children, or [] for none"


@every_page_type
def test_tree_rules_agree_from_both_ends(model: type[Page]) -> None:
    for parent in model.clean_parent_page_models():
        assert parent is Page or model in parent.clean_subpage_models(), f"{parent.__name__} does not take it"
    for child in model.clean_subpage_models():
        assert model in child.clean_parent_page_models(), f"{child.__name__} may not stand there"


def test_only_the_front_page_stands_under_the_root() -> None:
    assert [model for model in PAGE_TYPES if Page in model.clean_parent_page_models()] == [HomePage]


@every_page_type
@pytest.mark.django_db
def test_editor_opens_previews_and_publishes(model: type[Page]) -> None:
    """Through the real views, with what the browser would send; the blocks come out as they went in."""
    page = factories.specimen(model)
    if hasattr(page, "body"):
        page.body = factories.every_block(factories.picture(), model._meta.get_field("body").stream_block)
        page.save()
    before = contents(model.objects.get(pk=page.pk))
    client = administrator()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = client.get(edit)
    assert opened.status_code == 200
    data = answers(opened.content.decode(), model.objects.get(pk=page.pk))
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(preview, data).json() == {"is_valid": True, "is_available": True}
    assert client.get(preview).status_code == 200
    data["title"] = "Retitled"
    data["action-publish"] = "action-publish"
    saved = publish_anyway(client, client.post(edit, data))
    assert saved.status_code == 302, saved.context["form"].errors
    after = model.objects.get(pk=page.pk)
    assert after.live
    assert contents(after) == before | {"title": "Retitled", "draft_title": "Retitled"}


@every_page_type
@pytest.mark.django_db
def test_editor_previews_a_new_page_before_it_is_saved(model: type[Page]) -> None:
    parent = factories.specimen(model).get_parent()
    for page in model.objects.all():  # of some types there may be only one
        page.delete()
    client = administrator()
    where = [model._meta.app_label, model._meta.model_name, parent.pk]
    opened = client.get(reverse("wagtailadmin_pages:add", args=where))
    assert opened.status_code == 200
    data = answers(opened.content.decode(), model)
    data["title"], data["slug"] = "New", "new"
    preview = reverse("wagtailadmin_pages:preview_on_add", args=where)
    assert client.post(preview, data).json() == {"is_valid": True, "is_available": True}
    shown = client.get(preview)
    assert shown.status_code == 200
    assert "New" in shown.content.decode()


def contents(page: Page) -> dict[str, object]:
    """What an editor wrote: every field but Wagtail's bookkeeping, rich text without the keys its editor adds."""
    changing = {"latest_revision", "live_revision", "has_unpublished_changes", "url_path", "owner"}
    fields = [field for field in page._meta.concrete_fields if field.name not in changing]
    return {
        field.name: re.sub(r' data-block-key=\\?"[^"]*"', "", field.value_to_string(page))
        for field in fields
        if not field.name.endswith(("_published_at", "_created_at"))
    }


def administrator() -> Client:
    """A browser in which a superuser is logged in."""
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    return client
