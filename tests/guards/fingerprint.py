"""Everything that must not change when somebody acts who may not, as plain values to compare."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model, Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import (
    Collection as Folder,
)
from wagtail.models import (
    Comment,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageLogEntry,
    PageViewRestriction,
    Revision,
    Site,
    Task,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
)

from agency.models import AgencyImage, BrandSettings, ConsultantPage, HomePage, NavigationLink, User
from enquiries.models import Mandate, Slot
from specialisms.models import Fact, FactValue, PayBand, Role, SpecialismLead, SpecialismPage
from support_pages.models import PageChange, SupportPage

SHARED = (BrandSettings, NavigationLink, Site, Group, GroupPagePermission, GroupCollectionPermission, Folder)
SHARED_IN_WORKFLOWS = (Task, Workflow, WorkflowPage)
OF_PAGE = (SpecialismLead, PageChange, PageViewRestriction, Comment)
KINDS = (HomePage, ConsultantPage, SpecialismPage, SupportPage)
COMMON = (Role, AgencyImage, Document)
"""What anybody who writes may add to: here nothing goes or changes."""
GUESTS = SupportPage.also_supports.through
MEMBERSHIPS = (User.groups.through, User.user_permissions.through, Group.permissions.through)

Fingerprint = dict[str, list[tuple[Any, ...]]]


def fingerprint(inside: Collection[str], mandate: Mandate) -> Fingerprint:
    """All pages outside of these paths with everything that is kept about them, accounts, groups, settings, a mandate.

    Of the ledger, what belongs to no specialism inside; of the libraries, all.
    """
    within = Q()
    for path in inside:
        within |= Q(path__startswith=path)
    pks = list(Page.objects.exclude(within).order_by("pk").values_list("pk", flat=True))
    names = [str(pk) for pk in pks]
    elsewhere = Q(specialism__isnull=True) | Q(specialism__in=pks)
    found = {
        "page": values(Page, pk__in=pks),
        "revision": values(Revision, object_id__in=names),
        "log": values(PageLogEntry, page__in=pks),
        "workflow": values(WorkflowState, object_id__in=names),
        "task": values(TaskState, workflow_state__object_id__in=names),
        "redirect": values(Redirect, redirect_page__in=pks),
        "account": values(User),
        "mandate": values(Mandate, pk=mandate.pk),
        "times of the mandate": values(Slot, mandate=mandate),
        "guests": values(GUESTS, Q(specialismpage__in=pks) | Q(supportpage__in=pks)),
        "history of a fact": values(FactValue, fact__in=Fact.objects.filter(elsewhere)),
    }
    found |= {model._meta.label: values(model, elsewhere) for model in (Fact, PayBand, Role)}
    found |= {model._meta.label: values(model) for model in (AgencyImage, Document)}
    found |= {model._meta.label: values(model, pk__in=pks) for model in KINDS}
    found |= {model._meta.label: values(model, page__in=pks) for model in OF_PAGE}
    return found | {model._meta.label: values(model) for model in (*SHARED, *SHARED_IN_WORKFLOWS, *MEMBERSHIPS)}


def values(model: type[Model], *which: Q, **where: Any) -> list[tuple[Any, ...]]:
    """All fields of the rows of a table, its key first, but when its accounts last logged in."""
    names = [field.attname for field in model._meta.concrete_fields if field.name != "last_login"]
    return list(model._base_manager.filter(*which, **where).order_by("pk").values_list("pk", *names))


def difference(before: Fingerprint, after: Fingerprint) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that came, went or changed."""
    after = after | {name: known(before[name], after[name]) for name in (model._meta.label for model in COMMON)}
    return {
        name: [row for row in [*before[name], *after[name]] if (row in before[name]) != (row in after[name])]
        for name in before
        if before[name] != after[name]
    }


def known(before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows whose keys were there before."""
    keys = {row[0] for row in before}
    return [row for row in after if row[0] in keys]
