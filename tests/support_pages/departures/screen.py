"""The screens before a page leaves, as a browser sees them."""

from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from tests.support_pages.departures.conftest import soup_of


def delete_url(page: Page) -> str:
    """Where a page is deleted."""
    return reverse("wagtailadmin_pages:delete", args=[page.pk])


def unpublish_url(page: Page) -> str:
    """Where a page is unpublished."""
    return reverse("wagtailadmin_pages:unpublish", args=[page.pk])


def move_url(page: Page, to: Page) -> str:
    """Where a move is confirmed."""
    return reverse("wagtailadmin_pages:move_confirm", args=[page.pk, to.pk])


def follow(url: str) -> list[tuple[str, int]]:
    """Where a reader is sent from an address; the last answer must be a page."""
    response = Client().get(url, follow=True)
    assert response.status_code == 200
    return response.redirect_chain


def words_of(client: Client, url: str) -> str:
    """All the words of a screen."""
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(soup_of(response).find(class_="departure").get_text(" ").split())


def grant(page: Page, *actions: str) -> str:
    """The name of a group whose members may do these things to a page and below it."""
    group = Group.objects.create(name=f"For {page.slug}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in actions:
        permission = Permission.objects.get(codename=f"{action}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    return group.name


ACTIONS = ["delete", "unpublish", "move"]


def screen_of(action: str, page: Page, to: Page) -> str:
    """The address of the screen of an action."""
    return {"delete": delete_url(page), "unpublish": unpublish_url(page), "move": move_url(page, to)}[action]
