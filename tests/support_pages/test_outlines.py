"""Every kind of guide: opened from its outline by a consultant, saved, previewed, sent to moderation, published."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StreamValue

from agency.models import ConsultantPage, User
from specialisms.models import SpecialismPage
from support_pages.kinds import PURPOSES, Kind
from support_pages.models import SupportPage
from support_pages.outlines import OUTLINES, outline
from tests import factories
from tests.support.editor import sent
from tests.support.publishing import publish_anyway
from tests.support_pages.bodies import BODY, Library
from tests.support_pages.pdfs import outline as bookmarks
from tests.support_pages.pdfs import reader, work

pytestmark = pytest.mark.django_db
every_kind = pytest.mark.parametrize("kind", Kind, ids=str)


@pytest.fixture
def library(specialism: SpecialismPage, brand) -> Library:
    """What a consultant chooses from, in the specialism they lead."""
    found = Library(specialism)
    specialism.refresh_from_db()
    return found


@pytest.fixture(autouse=True)
def _leads(specialism: SpecialismPage, consultant: ConsultantPage) -> None:
    """The consultant leads the specialism, and so may write there."""
    factories.lead(specialism, consultant)


@pytest.fixture
def reviewer(home) -> Client:
    """A browser in which a reviewer is logged in."""
    client = Client()
    client.force_login(factories.user("mo", group="Reviewers"))
    return client


def opened(client: Client, specialism: SpecialismPage, kind: Kind) -> tuple[str, SupportPage]:
    """The form of a new guide of a kind, and the page it is filled with."""
    response = client.get(reverse("guides:add", args=[specialism.pk, kind]))
    assert response.status_code == 200
    return response.content.decode(), response.context["form"].instance


def post(client: Client, specialism: SpecialismPage, html: str, body: StreamValue, **fields: str):
    """Send the form where the browser sends it."""
    where = BeautifulSoup(html, "html.parser").find("form", id="page-edit-form")["action"]
    assert where == reverse("wagtailadmin_pages:add", args=["support_pages", "supportpage", specialism.pk])
    return client.post(where, sent(html, body, **fields))


def edit(client: Client, page: SupportPage, action: str = "", body: StreamValue | None = None):
    """Open the form of a page that exists and send it again, with another body if one is given."""
    where = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.get(where).content.decode()
    latest = page.get_latest_revision_as_object()
    chosen = {f"action-{action}": f"action-{action}"} if action else {}
    return client.post(where, sent(html, body or latest.body, **chosen))


def test_every_kind_has_an_outline_and_a_purpose() -> None:
    assert set(OUTLINES) == set(PURPOSES) == set(Kind)


@every_kind
def test_outline_is_made_of_blocks_there_are_with_a_prompt_for_each_section(kind: Kind) -> None:
    names = [child.block_type for child in outline(kind, BODY)]
    assert names == [name for name, _value in OUTLINES[kind]]
    assert names.count("note") >= names.count("heading") >= 4
    for place, name in enumerate(names):
        assert name != "heading" or names[place + 1] == "note"


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (Kind.HIRING_GUIDE, {"process_timeline", "pay_table", "facts", "checklist"}),
        (Kind.SALARY_GUIDE, {"pay_table", "facts", "questions"}),
        (Kind.INTERVIEW_GUIDE, {"interview_questions", "process_timeline", "checklist"}),
        (Kind.JOB_DESCRIPTION, {"job_description", "checklist"}),
        (Kind.ROLE_COMPARISON, {"role_comparison", "pay_table"}),
        (Kind.MARKET_MAP, {"market_map", "facts", "pay_table"}),
    ],
    ids=list(Kind),
)
def test_outline_has_the_kinds_own_blocks(kind: Kind, own: set[str]) -> None:
    assert own <= {child.block_type for child in outline(kind, BODY)}


@every_kind
def test_consultant_builds_a_guide_from_its_outline_and_a_reviewer_publishes_it(
    kind: Kind, consultant_client: Client, reviewer: Client, specialism: SpecialismPage, library: Library
) -> None:
    html, page = opened(consultant_client, specialism, kind)
    assert page.kind == kind
    assert [child.block_type for child in page.body] == [name for name, _value in OUTLINES[kind]]

    # Saved at once: nothing but a title, every prompt still there.
    title = f"A {kind.label}"
    assert post(consultant_client, specialism, html, page.body, title=title, slug="a-guide").status_code == 302
    draft = SupportPage.objects.get(slug="a-guide")
    assert not draft.live
    assert draft.kind == kind

    # The preview shows the prompts to the consultant.
    preview = consultant_client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    assert preview.status_code == 200
    assert "Note for editors" in preview.content.decode()

    # Unfinished, it cannot go to moderation.
    refused = edit(consultant_client, draft, "submit")
    assert refused.status_code == 200
    assert refused.context["form"].errors["body"]

    # Written, with a fact row, pay and a picture among the blocks, it can.
    written = library.filled_in(kind)
    written.append(("image", BODY.child_blocks["image"].to_python(library.block("image"))))
    done = edit(consultant_client, draft, "submit", written)
    assert done.status_code == 302, done.context["form"].errors
    draft.refresh_from_db()
    assert draft.current_workflow_state.status == "in_progress"
    assert not draft.live

    task = draft.current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk])
    publish_anyway(reviewer, reviewer.post(approve, {"comment": "Good"}))

    draft.refresh_from_db()
    assert draft.live
    answer = Client().get(draft.url)
    assert answer.status_code == 200
    read = answer.content.decode()
    assert title in read
    assert "Note for editors" not in read
    for name, value in OUTLINES[kind]:
        if name == "note":
            assert str(value["text"])[:40] not in read
        if name == "heading":
            assert str(value["text"]).replace("'", "&#x27;") in read

    # Printed: the headings of the outline, none of its prompts.
    work()
    on_paper = reader(draft)
    headings = [str(value["text"]) for name, value in OUTLINES[kind] if name == "heading"]
    assert [title for title in bookmarks(on_paper.outline) if title in headings] == headings
    assert "Note for editors" not in "".join(page.extract_text() for page in on_paper.pages)


def test_prompts_do_not_reach_readers_even_if_publishing_goes_round_the_form(
    consultant_client: Client, specialism: SpecialismPage
) -> None:
    """Code and the schedule publish a draft without looking at it."""
    html, page = opened(consultant_client, specialism, Kind.HIRING_GUIDE)
    post(consultant_client, specialism, html, page.body, title="Unfinished", slug="unfinished")
    draft = SupportPage.objects.get(slug="unfinished")
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    answer = Client().get(draft.url)
    assert answer.status_code == 200
    assert "Note for editors" not in answer.content.decode()
    assert "Say in one sentence what this person answers for" not in answer.content.decode()
    assert "answers for" not in " ".join(draft.body.stream_block.get_searchable_content(draft.body))


@pytest.mark.parametrize("with_guides", [False, True], ids=["the guide", "its specialism with all drafts below"])
def test_bulk_publishing_leaves_unfinished_guides_alone(
    consultant_client: Client, reviewer: Client, specialism: SpecialismPage, library: Library, *, with_guides: bool
) -> None:
    html, page = opened(consultant_client, specialism, Kind.HIRING_GUIDE)
    post(consultant_client, specialism, html, page.body, title="Unfinished", slug="unfinished")
    draft = SupportPage.objects.get(slug="unfinished")
    chosen = specialism.pk if with_guides else draft.pk
    listing = reverse("wagtailadmin_explore", args=[specialism.pk])
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={chosen}&next={listing}"
    sent_along = {"include_descendants": "on"} if with_guides else {}

    refused = reviewer.post(where, sent_along, follow=True)
    assert "Nothing was published" in refused.content.decode()
    assert "Unfinished" in refused.content.decode()
    draft.refresh_from_db()
    assert not draft.live

    draft.body = library.filled_in(Kind.HIRING_GUIDE)
    draft.save_revision()
    asked = reviewer.post(where, sent_along)
    assert asked.status_code == 422
    assert not asked.context["blocked"]
    assert reviewer.post(where, sent_along | {"shown": asked.context["shown"]}).status_code == 302
    draft.refresh_from_db()
    assert draft.live


def test_publishing_an_untouched_outline_names_every_block_to_fill(specialism: SpecialismPage) -> None:
    client = Client()
    client.force_login(factories.user("root", is_superuser=True))
    html, page = opened(client, specialism, Kind.JOB_DESCRIPTION)
    fields = {"title": "Untouched", "slug": "untouched", "action-publish": "action-publish"}
    refused = post(client, specialism, html, page.body, **fields)
    assert refused.status_code == 200
    assert not SupportPage.objects.filter(slug="untouched").exists()
    wrong = refused.context["form"].errors.as_data()["body"][0].block_errors
    empty = {
        place for place, (name, _value) in enumerate(OUTLINES[Kind.JOB_DESCRIPTION]) if name not in {"heading", "note"}
    }
    assert set(wrong) == empty


def test_wagtails_own_form_is_laid_out_too(consultant_client: Client, specialism: SpecialismPage) -> None:
    where = reverse("wagtailadmin_pages:add", args=["support_pages", "supportpage", specialism.pk])
    page = consultant_client.get(where).context["form"].instance
    assert [child.block_type for child in page.body] == [name for name, _value in OUTLINES[Kind.HIRING_GUIDE]]


def test_specialism_offers_the_kinds(consultant_client: Client, specialism: SpecialismPage) -> None:
    kinds = reverse("guides:kinds", args=[specialism.pk])
    assert kinds in consultant_client.get(reverse("wagtailadmin_explore", args=[specialism.pk])).content.decode()
    offered = consultant_client.get(kinds).content.decode()
    for kind in Kind:
        assert reverse("guides:add", args=[specialism.pk, kind]) in offered
        assert str(kind.label) in offered


def test_only_an_unsaved_guide_offers_other_outlines(consultant_client: Client, guide: SupportPage) -> None:
    parent = guide.get_parent()
    html, _page = opened(consultant_client, parent, Kind.SALARY_GUIDE)
    other = reverse("guides:add", args=[parent.pk, Kind.MARKET_MAP])
    assert other in html
    assert "Start instead with" in html
    existing = consultant_client.get(reverse("wagtailadmin_pages:edit", args=[guide.pk]))
    assert "Start instead with" not in existing.content.decode()


@pytest.mark.parametrize("name", ["guides:kinds", "guides:add"])
def test_whoever_may_not_add_pages_is_sent_away(name: str, specialism: SpecialismPage, home) -> None:
    reader: User = factories.user("reader")
    reader.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(reader)
    arguments = [specialism.pk] if name == "guides:kinds" else [specialism.pk, Kind.MARKET_MAP]
    assert client.get(reverse(name, args=arguments)).status_code in {302, 403}


def test_unknown_kinds_and_places_are_not_found(consultant_client: Client, specialism: SpecialismPage) -> None:
    assert consultant_client.get(reverse("guides:add", args=[specialism.pk, "poem"])).status_code == 404
    assert consultant_client.get(reverse("guides:kinds", args=[999_999])).status_code == 404


def test_consultants_upload_and_choose_documents(consultant_client: Client) -> None:
    assert consultant_client.get(reverse("wagtaildocs:add_multiple")).status_code == 200
    assert consultant_client.get(reverse("wagtaildocs_chooser:choose")).status_code == 200
