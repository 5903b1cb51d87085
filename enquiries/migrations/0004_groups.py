"""Who may do what in the CMS: Editors, Reviewers, Consultants and Site administrators, and who reviews what is submitted.

Wagtail's "Moderators" become "Reviewers" and keep their members, their rights and their step of the workflow. Consultants no
longer write everywhere: each who leads a specialism gets a group of their own with all rights there, which the site keeps
from now on (``specialisms.access``). What is submitted among the specialisms goes to the specialism's reviewer.

It stands in the last of the apps because it names the rights of all of them.
"""

from django.db import migrations
from django.db.models import Q

OLD, NEW = "Moderators", "Reviewers"
STEP_OF_WAGTAIL = "%s approval"
REVIEW = "Review by the specialism’s reviewer"
ADMINISTRATORS = "Site administrators"

EDITING = ("add_page", "change_page")
REVIEWING = (*EDITING, "lock_page", "publish_page", "unlock_page")
ADMINISTERING = (*REVIEWING, "bulk_delete_page")
OVERRIDE = {("support_pages", "specialismreviewtask"): ("override_thread",)}
EVERYTHING = ("add", "change", "delete")
ADMINISTRATION = {
    ("wagtailadmin", "admin"): ("access_admin",),
    ("agency", "user"): EVERYTHING,
    ("auth", "group"): EVERYTHING,
    ("agency", "brandsettings"): ("change",),
    ("agency", "navigation"): ("change",),
    ("specialisms", "role"): ("view", *EVERYTHING),
    ("specialisms", "fact"): ("view", *EVERYTHING),
    ("specialisms", "payband"): ("view", *EVERYTHING),
    ("wagtailredirects", "redirect"): EVERYTHING,
    ("wagtailcore", "workflow"): EVERYTHING,
    ("wagtailcore", "task"): EVERYTHING,
    **OVERRIDE,
}
LIBRARY = {
    ("wagtailimages", "image"): ("add", "change", "choose"),
    ("wagtaildocs", "document"): ("add", "change", "choose"),
}


def permission(apps, app, model, action):
    """The permission, made if Django has not made it yet: it does so after the last migration."""
    codename = action if "_" in action else f"{action}_{model}"
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": "Can " + codename.replace("_", " ")}
    )[0]


def permissions(apps, wanted):
    """Each permission of a table of models and actions."""
    return [permission(apps, *model, action) for model, actions in wanted.items() for action in actions]


def allow_on_pages(apps, group, page, codenames):
    """Give a group rights on a page and everything below it."""
    for codename in codenames:
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=group, page=page, permission=permission(apps, "wagtailcore", "page", codename)
        )


def allow_on_library(apps, group, wanted):
    """Give a group rights on pictures and documents."""
    library = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for right in permissions(apps, wanted):
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=group, collection=library, permission=right
        )


def working_group(apps, name):
    """The group of a name. One that is made now can do what Wagtail's own can: open the CMS and use the library."""
    group, made = apps.get_model("auth", "Group").objects.get_or_create(name=name)
    if made:
        group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
        allow_on_library(apps, group, LIBRARY)
    return group


def root(apps):
    return apps.get_model("wagtailcore", "Page").objects.get(depth=1)


def rename(apps, old, new):
    """Give the group and its step another name, unless somebody has that name already."""
    Group = apps.get_model("auth", "Group")
    if Group.objects.filter(name=new).exists():
        return
    Group.objects.filter(name=old).update(name=new)
    for model in ("Task", "Workflow"):
        named = apps.get_model("wagtailcore", model).objects.filter(name=STEP_OF_WAGTAIL % old)
        named.update(name=STEP_OF_WAGTAIL % new)


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    rename(apps, OLD, NEW)
    editors, reviewers = (working_group(apps, name) for name in ("Editors", NEW))
    administrators = Group.objects.get_or_create(name=ADMINISTRATORS)[0]
    allow_on_pages(apps, editors, root(apps), EDITING)
    allow_on_pages(apps, reviewers, root(apps), REVIEWING)
    reviewers.permissions.add(*permissions(apps, OVERRIDE))
    allow_on_pages(apps, administrators, root(apps), ADMINISTERING)
    # Whoever keeps accounts may only give rights they hold, so they hold those of the groups they fill.
    administrators.permissions.add(*permissions(apps, ADMINISTRATION))
    administrators.permissions.add(*apps.get_model("auth", "Permission").objects.filter(group__in=[editors, reviewers]))
    allow_on_library(apps, administrators, {("wagtailcore", "collection"): EVERYTHING, **LIBRARY})


def unmake_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name=ADMINISTRATORS).delete()
    for group in Group.objects.filter(name=NEW):
        group.permissions.remove(*permissions(apps, OVERRIDE))
    rename(apps, NEW, OLD)


def at_root(apps):
    return apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(
        group__name="Consultants", page__depth=1, permission__codename__in=EDITING
    )


def give_consultants_their_own(apps, schema_editor):
    at_root(apps).delete()
    Page = apps.get_model("wagtailcore", "Page")
    Lead = apps.get_model("specialisms", "SpecialismLead")
    Group = apps.get_model("auth", "Group")
    led = Lead.objects.filter(Q(page__live=True) | Q(page__first_published_at__isnull=False), page__alias_of=None)
    for consultant in apps.get_model("agency", "ConsultantPage").objects.filter(accounts__isnull=False).distinct():
        pages = Page.objects.filter(pk__in=led.filter(consultant=consultant).values("page"))
        if not pages:
            continue
        group = Group.objects.create(name=f"Consultant: {consultant.title}"[:120] + f" ({consultant.pk})")
        apps.get_model("agency", "ConsultantGroup").objects.create(consultant=consultant, group=group)
        group.user_set.add(*consultant.accounts.all())
        for page in pages:
            allow_on_pages(apps, group, page, REVIEWING)


def let_consultants_write_everywhere(apps, schema_editor):
    kept = apps.get_model("agency", "ConsultantGroup").objects.values_list("group", flat=True)
    apps.get_model("auth", "Group").objects.filter(pk__in=list(kept)).delete()
    for group in apps.get_model("auth", "Group").objects.filter(name="Consultants"):
        allow_on_pages(apps, group, root(apps), EDITING)


def make_workflow(apps, schema_editor):
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="support_pages", model="specialismreviewtask"
    )
    task = apps.get_model("support_pages", "SpecialismReviewTask").objects.create(
        name=REVIEW, active=True, content_type=content_type
    )
    task.groups.add(apps.get_model("auth", "Group").objects.get(name=NEW))
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=REVIEW, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    for directory in apps.get_model("specialisms", "SpecialismIndexPage").objects.all():
        apps.get_model("wagtailcore", "WorkflowPage").objects.get_or_create(
            page=directory.page_ptr, defaults={"workflow": workflow}
        )


def unmake_workflow(apps, schema_editor):
    tasks = list(apps.get_model("support_pages", "SpecialismReviewTask").objects.values_list("pk", flat=True))
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=REVIEW, workflow_tasks__task__in=tasks).delete()
    apps.get_model("wagtailcore", "TaskState").objects.filter(task__in=tasks).delete()
    apps.get_model("wagtailcore", "Task").objects.filter(pk__in=tasks).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0003_role"),
        ("agency", "0003_groups"),
        ("specialisms", "0005_thread"),
        ("support_pages", "0007_review"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0012_uploadeddocument"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.RunPython(make_groups, unmake_groups),
        migrations.RunPython(give_consultants_their_own, let_consultants_write_everywhere),
        migrations.RunPython(make_workflow, unmake_workflow),
    ]
