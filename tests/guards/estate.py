"""A site with something of everything, twice: within what a consultant leads, and outside of it."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.documents.models import Document
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    Comment,
    Page,
    PageViewRestriction,
    Revision,
    Site,
    TaskState,
    UploadedFile,
    Workflow,
    WorkflowState,
)

from agency.models import BrandSettings, ConsultantIndexPage, HomePage, User
from enquiries.models import Delivery, Mandate, PrivacyNotice, Slot, WebhookDelivery, WebhookEndpoint
from specialisms.models import Fact, PayBand, Role, SpecialismIndexPage, SpecialismPage
from support_pages.importing.guide import ACTION as IMPORTED
from support_pages.kinds import Kind
from support_pages.models import SpecialismReviewTask, SupportPage
from tests import factories
from tests.guards.subjects import Route


@dataclass
class Field:
    """One of the two halves: two specialisms that somebody leads, and what is in them."""

    specialism: SpecialismPage
    second: SpecialismPage
    narrower: SpecialismPage
    guide: SupportPage
    submitted: SupportPage
    scheduled: SupportPage
    alias: Page
    mandate: Mandate
    comment: Comment
    fact: Fact
    role: Role
    pay_band: PayBand

    @property
    def paths(self) -> tuple[str, str]:
        """Where everything of it is."""
        return self.specialism.path, self.second.path

    @property
    def state(self) -> WorkflowState:
        """What the submitted guide waits in."""
        return self.submitted.current_workflow_state


@dataclass
class Estate:
    """Both halves, the accounts, and what belongs to neither."""

    home: HomePage
    directory: SpecialismIndexPage
    inside: Field
    outside: Field
    ines: User
    otto: User
    nora: User
    things: dict[str, Any]


def build() -> Estate:
    """Everything, once for each run of tests."""
    home = factories.site()
    brand = factories.brand()
    factories.navigation(home)
    directory = factories.SpecialismIndexPageFactory(parent=home)
    people = factories.ConsultantIndexPageFactory(parent=home)
    ines, otto, nora = (consultant(people, name) for name in ("Ines", "Otto", "Nora"))
    editor = factories.user("ed", group="Editors")
    inside = field(directory, "Inside", ines, editor)
    outside = field(directory, "Outside", otto, editor)
    SpecialismPage.objects.filter(pk=inside.specialism.pk).update(reviewer=nora.consultant)
    return Estate(home, directory, inside, outside, ines, otto, nora, things(brand, inside, editor))


def consultant(people: ConsultantIndexPage, name: str) -> User:
    """Somebody with a page and an account."""
    page = factories.ConsultantPageFactory(parent=people, title=name)
    return factories.user(name.lower(), group="Consultants", consultant=page)


def field(directory: SpecialismIndexPage, name: str, leader: User, editor: User) -> Field:
    """A half of the site, led by one consultant; what is submitted in it waits for the group Reviewers, or for Nora."""
    specialism, second = (
        factories.SpecialismPageFactory(parent=directory, title=f"{name} {part}") for part in ("first", "second")
    )
    for page in (specialism, second):
        factories.lead(page, leader.consultant)
        page.save_revision().publish()
    guide, submitted, scheduled = (
        factories.SupportPageFactory(parent=specialism, title=f"{name} {part}", kind=Kind.HIRING_GUIDE)
        for part in ("guide", "submitted", "scheduled")
    )
    narrower = factories.SpecialismPageFactory(parent=specialism, title=f"{name} narrower")
    for page in (guide, narrower):
        page.save_revision().publish()
    guide.save_revision(user=editor)
    log(instance=guide, action=IMPORTED, data={"file": "guide.md", "warnings": []})
    comment = Comment.objects.create(page=guide, user=editor, text="Say more.", contentpath="title")
    submitted.save_revision(user=editor)
    submitted.get_workflow().start(submitted, editor)
    scheduled.go_live_at = timezone.now() + datetime.timedelta(days=9)
    scheduled.save_revision().publish()
    Page.objects.filter(pk=narrower.pk).update(locked=True, locked_by=leader)
    PageViewRestriction.objects.create(page=narrower, restriction_type=PageViewRestriction.LOGIN)
    Redirect.objects.create(old_path=f"/{name.lower()}", redirect_page=guide)
    fact = factories.fact(specialism=specialism, owner=leader.consultant)
    role = factories.role(f"{name} engineer", specialism=specialism)
    band = factories.pay_band(specialism, role=role, owner=leader.consultant)
    mandate = factories.mandate(specialism=specialism, source_page=guide.page_ptr)
    Delivery.objects.create(mandate=mandate, kind="notification", recipient="mandates@example.com")
    factories.attachment(mandate)
    Slot.objects.create(mandate=mandate, starts_at=timezone.now() + datetime.timedelta(days=9), offered_by=leader)
    alias = guide.create_alias(parent=second, update_slug="twin")
    pages = (specialism, second, narrower, guide, submitted, scheduled, alias)
    found = Field(*pages, mandate, comment, fact, role, band)
    for page in pages:
        page.refresh_from_db()
    return found


def things(brand: BrandSettings, inside: Field, editor: User) -> dict[str, Any]:
    """What has no place in the tree of pages, by the names that addresses give it."""
    library = Collection.get_first_root_node()
    return {
        "document": Document.objects.create(title="A plan", file=ContentFile(b"plan", name="plan.txt")),
        "image": factories.picture(),
        "collection": library.add_child(instance=Collection(name="Portraits")),
        "upload": UploadedFile.objects.create(file=ContentFile(b"x", name="x.txt"), uploaded_by_user=editor),
        "brand": brand,
        "site": Site.objects.get(),
        "workflow": Workflow.objects.get(workflow_tasks__task__in=SpecialismReviewTask.objects.all()),
        "task": SpecialismReviewTask.objects.get(),
        "notice": PrivacyNotice.objects.create(number=1, title="Privacy notice"),
        "query": SearchPromotion.objects.create(query=Query.get("engineer"), page=inside.guide).query,
        "redirect": Redirect.objects.first(),
        "account": factories.user("somebody", group="Editors"),
        "group": Group.objects.get(name="Editors"),
        "webhook": (webhook := WebhookEndpoint.objects.create(name="CRM", url="https://crm.example/")),
        "webhook_delivery": WebhookDelivery.objects.create(endpoint=webhook, event_type="ping"),
        "session": EditingSession.objects.create(
            user=editor, content_object=inside.guide.page_ptr, last_seen_at=timezone.now()
        ),
    }


LEFT_OUT = {"admin/failwhale/": "Wagtail's own test of the error page: it fails on purpose"}

OF_NAMESPACE = {
    "wagtailadmin_api:documents": "document",
    "wagtailadmin_api:images": "image",
    "wagtailadmin_collections": "collection",
    "wagtaildocs_chooser": "document",
    "wagtailimages_chooser": "image",
    "wagtailusers_users": "account",
    "wagtailusers_groups": "group",
    "wagtailsites": "site",
    "wagtailadmin_workflows": "workflow",
    "webhooks": "webhook",
    "webhook_deliveries": "webhook_delivery",
    "privacy_notices": "notice",
}
"""Which thing ``pk`` is, where it is not a page."""

OF_LEDGER = {
    "facts": "fact",
    "fact_chooser": "fact",
    "roles": "role",
    "role_chooser": "role",
    "pay_bands": "pay_band",
}
"""The same, where each half has its own."""

OF_ARGUMENT = {
    "document_id": "document",
    "doc_id": "document",
    "image_id": "image",
    "collection_id": "collection",
    "query_id": "query",
    "redirect_id": "redirect",
    "session_id": "session",
    "task_id": "task",
    "uploaded_file_id": "upload",
    "workflow_pk": "workflow",
}

WORDS = {
    "action_name": "approve",
    "filter_spec": "width-100",
    "kind": Kind.HIRING_GUIDE.value,
    "token": "set-password",
    "uidb64": "MQ",
}


def address(estate: Estate, half: Field, route: Route) -> str:
    """The address of a route with arguments taken from one half of the site; fails for what nobody has told it of."""
    arguments = list(dict.fromkeys(route.arguments))
    if not arguments:
        return "/" + route.route.replace("^", "").replace(".*", "nowhere/").rstrip("$")
    if arguments == ["unnamed"]:
        return reverse(route.name, args=[half.guide.pk, "earliest", "latest"])
    values = {name: argument(estate, half, route.name, name) for name in arguments}
    query = f"?id={half.guide.pk}" if route.name == "wagtail_bulk_action" else ""
    return reverse(route.name, kwargs=values) + query


def argument(estate: Estate, half: Field, route: str, name: str) -> Any:
    """The value of one argument."""
    space = route.rpartition(":")[0]
    if name in WORDS:
        return WORDS[name]
    if name in OF_ARGUMENT:
        return estate.things[OF_ARGUMENT[name]].pk
    if name == "pk" and "task" in route:
        return estate.things["task"].pk
    if name == "pk" and route.startswith("wagtailsettings"):
        return estate.things["brand"].pk
    if name == "pk" and space in OF_NAMESPACE:
        return estate.things[OF_NAMESPACE[space]].pk
    if name == "pk" and space in OF_LEDGER:
        return getattr(half, OF_LEDGER[space]).pk
    return of_page(half, route, name)


def of_page(half: Field, route: str, name: str) -> Any:
    """The value of an argument that is about a page, or about what belongs to one."""
    page = page_for(half, route)
    model = "supportpage" if "content_type" in name or "pages" in route else "page"
    values = {
        "app_label": "wagtailcore" if "bulk" in route or "session" in route else "support_pages",
        "model_name": "page" if "bulk" in route or "session" in route else model,
        "action": "delete",
        "content_type_app_name": "support_pages",
        "content_type_model_name": "supportpage",
        "app_name": "agency",
        "object_id": str(half.guide.pk),
        "page_id": page.pk,
        "page": page.pk,
        "page_pk": half.specialism.pk,
        "page_to_move_id": half.guide.pk,
        "destination_id": half.second.pk,
        "parent_page_id": half.specialism.pk,
        "specialism": half.specialism.pk,
        "revision_id": Revision.objects.for_instance(page).order_by("pk").last().pk if page.latest_revision else 0,
        "task_state_id": TaskState.objects.get(workflow_state=half.state).pk,
        "workflow_state_id": half.state.pk,
        "pk": pk_for(half, route),
        "delivery": half.mandate.deliveries.get().pk,
        "attachment": half.mandate.attachments.get().pk,
        "slot": half.mandate.slots.get().pk,
    }
    if name == "model_name" and route == "wagtailadmin_workflows:add_task":
        return "specialismreviewtask"
    if name == "model_name" and route.startswith("wagtailsettings"):
        return "brandsettings"
    if route == "wagtailadmin_tag_model_autocomplete":
        return {"app_name": "taggit", "model_name": "tag"}[name]
    return values[name]


def pk_for(half: Field, route: str) -> Any:
    """What an address calls ``pk``: a mandate, a specialism, or most often a guide."""
    if route.startswith("mandates"):
        return half.mandate.pk
    return half.specialism.pk if route == "thread:cluster" else half.guide.pk


def page_for(half: Field, route: str) -> Page:
    """The page that can undergo what the address does."""
    if "workflow" in route:
        return half.submitted
    if "unschedule" in route:
        return half.scheduled
    return half.alias if "alias" in route else half.guide
