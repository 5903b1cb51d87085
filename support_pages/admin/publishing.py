"""The screen between “Publish” and publishing: errors of the thread stop there; warnings, a new address and an end ask.

Wagtail has saved the version by then. If there is nothing to say, it is published straight away.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.log_actions import log
from wagtail.models import Page

from agency import expiry
from agency.models import User
from support_pages.admin.publication import Publication
from support_pages.admin.reasons import ACTION, CommentForm, ReasonForm
from support_pages.approval import COMMENT
from support_pages.departures.forms import DepartureForm
from support_pages.thread.blocking import OVERRIDE

DIRECTLY = "directly"
"""Query of the screen's address: the page is published, not approved, even by somebody who could approve it."""


class PublishView(WagtailAdminTemplateMixin, TemplateView):
    """Shows what is wrong with the latest version of a page, and publishes or approves exactly that version."""

    template_name = "support_pages/admin/publish.html"
    page_title = gettext_lazy("Before it is published")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for those who may publish or approve the page, as long as nobody has locked it."""
        if not self.approves and not self.page.permissions_for_user(self.user).can_publish():
            raise PermissionDenied
        lock = self.page.get_lock()
        if lock is not None and lock.for_user(self.user):
            messages.error(request, _("The page is locked. It was not published."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        if self.publication.revision is None or self.page.alias_of_id:
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        """Whoever is logged in."""
        return cast(User, self.request.user)

    @cached_property
    def page(self) -> Page:
        """The page as it is stored; held while it is published, so that nobody saves another version meanwhile."""
        pages = Page.objects.all()
        if self.request.method == "POST":
            pages = pages.select_for_update()
        return get_object_or_404(pages, pk=self.kwargs["pk"]).specific

    @cached_property
    def publication(self) -> Publication:
        """Its latest version."""
        return Publication(self.page, self.user)

    @cached_property
    def approves(self) -> bool:
        """Whether the current step of a workflow is approved rather than the page published."""
        task = None if DIRECTLY in self.request.GET else self.page.current_workflow_task
        return task is not None and any(name == "approve" for name, *_rest in task.get_actions(self.page, self.user))

    @cached_property
    def may_override(self) -> bool:
        """Whether they may publish in spite of errors."""
        return self.user.has_perm(OVERRIDE)

    @cached_property
    def form(self) -> forms.Form:
        """What is said with it: why it is published in spite of errors, a comment with an approval, else nothing."""
        sent = self.request.POST if self.request.method == "POST" else None
        typed = self.request.session.get(COMMENT, {}).get(str(self.page.pk), "") if self.approves else ""
        if self.publication.errors:
            return ReasonForm(sent, initial={"reason": typed})
        return CommentForm(sent, initial={"comment": typed}) if self.approves else forms.Form(sent)

    @cached_property
    def target_form(self) -> DepartureForm | None:
        """Where readers go when the version expires, as far as that is still to be chosen."""
        expiring = self.publication.expiring
        if expiring is None:
            return None
        before = expiry.chosen_before(self.page)
        sent = self.request.POST if self.request.method == "POST" else None
        return DepartureForm(sent, departure=expiring, initial={"target": before} if before else {})

    def get_page_subtitle(self) -> str:
        """The title of the version."""
        return self.publication.version.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way through the explorer."""
        above = get_breadcrumbs_items_for_page(self.page, self.request.user, url_name="wagtailadmin_explore")
        return [*above, {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is wrong, what changes, and what can be done about it."""
        publication = self.publication
        return super().get_context_data(
            page=self.page,
            publication=publication,
            form=self.form,
            approves=self.approves,
            can_go_on=not publication.obstacles and (self.may_override or not publication.errors),
            next=get_valid_next_url_from_request(self.request),
            **kwargs,
        )

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Publish what was shown, or show it again."""
        publication = self.publication
        if publication.is_live_already:
            messages.info(request, _("This version is published already."))
            return redirect("wagtailadmin_explore", self.parent_pk)
        if request.POST.get("shown") != publication.shown:
            messages.warning(
                request, _("The page or what is around it has changed since. Nothing was published: look again.")
            )
            return self._again()
        if publication.errors and not self.may_override:
            raise PermissionDenied
        if publication.obstacles or not self.form.is_valid():
            return self._again()
        if self.target_form and not self.target_form.is_valid():
            return self._again()
        said = self.form.cleaned_data
        if "reason" in said:
            self._log(said["reason"])
        if self.target_form:
            target = self.target_form.cleaned_data.get("target")
            expiry.choose(self.page, publication.version.expire_at, target, self.user)
        self._approve(" ".join(said.values())) if self.approves else self._publish()
        return self._leave()

    def _again(self) -> HttpResponse:
        return self.render_to_response(self.get_context_data(), status=HTTPStatus.UNPROCESSABLE_ENTITY)

    def _log(self, reason: str) -> None:
        codes = list(dict.fromkeys(problem.rule.code for problem in self.publication.errors))
        data = {"reason": reason, "codes": codes}
        log(instance=self.page, action=ACTION, user=self.user, revision=self.publication.revision, data=data)

    def _publish(self) -> None:
        PublishPageRevisionAction(self.publication.revision, user=self.user).execute()

    def _approve(self, comment: str) -> None:
        self.request.session.pop(COMMENT, None)
        state = self.page.current_workflow_task_state.specific
        state.workflow_state.was_asked = True  # whatever publishes what is approved need not stop it again
        self.page.current_workflow_task.on_action(state, self.user, "approve", comment=comment)

    def _leave(self) -> HttpResponse:
        """Wagtail's own hooks and words, then back to where the page is listed."""
        page = Page.objects.get(pk=self.page.pk).specific
        for hook in hooks.get_hooks("after_publish_page") if page.live else ():
            response = hook(self.request, page)
            if hasattr(response, "status_code"):
                return cast(HttpResponse, response)
        messages.success(self.request, self._done(page), buttons=list(self._buttons(page)))
        return redirect(
            get_valid_next_url_from_request(self.request) or reverse("wagtailadmin_explore", args=[self.parent_pk])
        )

    @property
    def parent_pk(self) -> int:
        """The page under which it is listed."""
        return self.page.get_parent().pk

    def _done(self, page: Page) -> str:
        words = {"title": page.get_admin_display_title()}
        if self.publication.is_scheduled:
            return _("“%(title)s” has been scheduled for publishing.") % words
        shown = self.publication.revision
        if self.approves and shown and page.live_revision_id != shown.pk:
            return _("“%(title)s” has been approved.") % words
        return _("“%(title)s” has been published.") % words

    def _buttons(self, page: Page) -> Iterator[Any]:
        if page.live and page.url:
            yield messages.button(page.url, _("View live"))
        yield messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit"))


@hooks.register("before_publish_page")
def ask_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead to the screen if there is something to say; Wagtail has saved the version."""
    stored = Page.objects.get(pk=page.pk).specific
    is_new = request.resolver_match is not None and request.resolver_match.view_name == "wagtailadmin_pages:add"
    if is_new:
        stored.live = False  # Wagtail stores a page that is made and published in one go as live at once
    publication = Publication(stored, cast(User, request.user))
    if not publication.asks:
        return None
    if is_new:
        stored.has_unpublished_changes = True
        stored.save(clean=False)
    query = {DIRECTLY: "1"}
    following = get_valid_next_url_from_request(request)
    if following:
        query["next"] = following
    return redirect(f"{reverse('thread:publish', args=[page.pk])}?{urlencode(query)}")
