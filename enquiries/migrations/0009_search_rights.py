"""Those who keep the whole site's words say what the search recommends and what means the same."""

from django.db import migrations

GROUPS = ("Editors", "Reviewers", "Site administrators")
RIGHTS = {
    ("wagtailsearchpromotions", "searchpromotion"): ("add", "change", "delete"),
    ("support_pages", "searchsettings"): ("change",),
}


def permissions(apps):
    """The permissions, made if Django has not made them yet: it does so after the last migration."""
    for (app, model), actions in RIGHTS.items():
        content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app, model=model
        )
        for action in actions:
            yield apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
            )[0]


def grant(apps, schema_editor):
    for permission in permissions(apps):
        for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
            group.permissions.add(permission)


def withdraw(apps, schema_editor):
    for permission in permissions(apps):
        for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
            group.permissions.remove(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0008_old_mandates"),
        ("support_pages", "0012_search_indexes"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
