"""Everybody who works in the CMS may read the versions of the privacy notice, and site administrators look after webhooks.

Those gain no mandates by it: see ``enquiries.admin.webhooks``.
"""

from django.db import migrations

RIGHTS = {
    "view_privacynotice": ("Editors", "Reviewers", "Consultants", "Site administrators"),
    "view_webhookendpoint": ("Site administrators",),
    "add_webhookendpoint": ("Site administrators",),
    "change_webhookendpoint": ("Site administrators",),
    "delete_webhookendpoint": ("Site administrators",),
}
NAMES = {"privacynotice": "version of the privacy notice", "webhookendpoint": "webhook"}


def permission(apps, right):
    """The permission, made if Django has not made it yet: it does so after the last migration."""
    action, _, model = right.partition("_")
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="enquiries", model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=right, defaults={"name": f"Can {action} {NAMES[model]}"}
    )[0]


def grant(apps, schema_editor):
    for right, groups in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name__in=groups):
            group.permissions.add(permission(apps, right))


def withdraw(apps, schema_editor):
    for right, groups in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name__in=groups):
            group.permissions.remove(permission(apps, right))


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0006_the_mandate_in_full")]

    operations = [migrations.RunPython(grant, withdraw)]
