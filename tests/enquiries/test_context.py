"""Where a client came from: signed by the page, shown to the client, changeable, and ignored if it is not ours."""

import pytest
from django.core.signing import Signer
from django.test import Client
from wagtail.models import PageViewRestriction

from agency import signed_context
from agency.templatetags.components import mandate_url
from enquiries.models import Mandate
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.models import SupportPage
from tests import factories
from tests.enquiries.submission import ADDRESS, fill, opened, send, shown, typed

pytestmark = pytest.mark.usefixtures("brand")


def context_of(page: SupportPage, call: str = "closing") -> str:
    """The signed context in a page's call to action."""
    return mandate_url(page, call).partition("?ctx=")[2]


def test_the_client_sees_where_they_came_from_and_who_answers(guide: SupportPage, specialism: SpecialismPage) -> None:
    page = Client().get(mandate_url(guide, "closing")).content.decode()
    assert f'You came from <a href="{guide.url}">{guide.title}</a>' in page
    assert f"goes to the {specialism.title} team" in page
    assert opened(mandate_url(guide, "closing")).values["specialism"] == str(specialism.pk)


def test_the_link_on_a_page_leads_to_its_context(guide: SupportPage) -> None:
    assert f"ctx={context_of(guide)}" in Client().get(guide.url).content.decode()


def test_another_specialism_can_be_chosen(guide: SupportPage, directory: SpecialismIndexPage) -> None:
    other = factories.SpecialismPageFactory(parent=directory)
    send(fill(mandate_url(guide), specialism=str(other.pk)))
    mandate = Mandate.objects.get()
    assert (mandate.specialism, mandate.source_page_id) == (other, guide.pk)


def test_choosing_none_leaves_the_choice_to_the_agency(guide: SupportPage) -> None:
    send(fill(mandate_url(guide), specialism=""))
    assert Mandate.objects.get().specialism is None


def test_the_context_survives_a_mistake(guide: SupportPage, specialism: SpecialismPage) -> None:
    response = send(fill(mandate_url(guide, "closing"), email="nobody"))
    assert f"goes to the {specialism.title} team" in response.content.decode()
    send(shown(response).values | {"email": "alex@northgate.example"})
    mandate = Mandate.objects.get()
    assert (mandate.source_page_id, mandate.source_call) == (guide.pk, "closing")


def foreign_contexts(context: str) -> dict[str, str]:
    """Contexts that no page of ours has signed."""
    value, _colon, signature = context.rpartition(":")
    return {
        "other signature": f"{value}:{signature[:-1]}{'A' if signature[-1] != 'A' else 'B'}",
        "other value": f"{value[:-1]}{'A' if value[-1] != 'A' else 'B'}:{signature}",
        "cut off": context[:-5],
        "no signature": value,
        "other salt": Signer(salt="mandate-key").sign_object({"page": 3}),
        "other key": Signer(key="x" * 50, salt=signed_context.SALT).sign_object({"page": 3}),
        "not an object": Signer(salt=signed_context.SALT).sign_object([3]),
        "not JSON": Signer(salt=signed_context.SALT).sign("bm9wZQ"),
        "oversized": context + "A" * 600,
        "oversized junk": "A" * 100_000,
        "control characters": "\0\r\nSet-Cookie: a=b",
        "not ASCII": "контекст:подпись",
        "empty": "",
    }


@pytest.mark.parametrize("kind", foreign_contexts("abc:def"))
def test_a_context_that_is_not_ours_is_ignored(guide: SupportPage, kind: str) -> None:
    context = foreign_contexts(context_of(guide))[kind]
    response = Client().get(ADDRESS, {"ctx": context})
    assert response.status_code == 200
    assert "You came from" not in response.content.decode()
    assert shown(response).values["ctx"] == ""
    assert send(typed(ctx=context)).status_code == 302
    assert Mandate.objects.get().source_page is None


def test_a_page_that_is_gone_is_not_named(guide: SupportPage) -> None:
    context = mandate_url(guide)
    guide.delete()
    assert "You came from" not in Client().get(context).content.decode()


def test_a_page_that_is_a_draft_is_not_named(guide: SupportPage) -> None:
    form = fill(mandate_url(guide))
    guide.unpublish()
    assert "You came from" not in Client().get(mandate_url(guide)).content.decode()
    assert send(form).status_code == 302
    assert Mandate.objects.get().source_title == ""


def test_a_private_page_is_not_named(guide: SupportPage) -> None:
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)
    assert guide.title not in Client().get(mandate_url(guide)).content.decode()


def test_a_draft_specialism_is_neither_preselected_nor_accepted(
    guide: SupportPage, specialism: SpecialismPage
) -> None:
    SpecialismPage.objects.filter(pk=specialism.pk).update(live=False)
    assert opened(mandate_url(guide)).values["specialism"] == ""
    assert send(typed(specialism=str(specialism.pk))).status_code == 422


def test_a_specialism_that_became_a_draft_can_be_changed(guide: SupportPage, specialism: SpecialismPage) -> None:
    """The choice stands in a closed part of the form; with an error it is open."""
    form = fill(mandate_url(guide))
    SpecialismPage.objects.filter(pk=specialism.pk).update(live=False)
    page = send(form).content.decode()
    assert "<details open>" in page
    assert "Choose a field from the list" in page


def test_a_mandate_outlives_the_page_it_came_from(guide: SupportPage) -> None:
    send(fill(mandate_url(guide)))
    title = guide.title
    guide.delete()
    mandate = Mandate.objects.get()
    assert (mandate.source_page, mandate.source_title) == (None, title)


def test_titles_are_shown_as_text(specialism: SpecialismPage) -> None:
    page = factories.SupportPageFactory(parent=specialism, title="<b>R&D</b>", slug="rd")
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in Client().get(mandate_url(page)).content.decode()


def test_search_engines_may_know_the_form_and_nothing_of_who_opened_it(guide: SupportPage) -> None:
    client, bare = Client(), Client().get(ADDRESS)
    others = [client.get(url) for url in (mandate_url(guide, "closing"), f"{ADDRESS}?utm=x", f"{ADDRESS}?x")]
    others.append(client.post(ADDRESS, {"email": "nobody"}))
    assert [response.status_code for response in (bare, *others)] == [200, 200, 200, 200, 422]
    canonical = f'<link rel="canonical" href="http://testserver{ADDRESS}">'
    for response in (bare, *others):
        page = response.content.decode()
        assert [response is bare] * 2 == ["noindex" not in page, canonical in page]
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
