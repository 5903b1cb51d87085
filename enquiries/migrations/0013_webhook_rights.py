"""Site administrators look after webhooks. They gain no mandates by it: see ``enquiries.admin.webhooks``."""

from django.db import migrations

ADMINISTRATORS = "Site administrators"
RIGHTS = [f"{action}_webhookendpoint" for action in ("view", "add", "change", "delete")]


def grant(apps, schema_editor):
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="enquiries", model="webhookendpoint"
    )
    Permission = apps.get_model("auth", "Permission")
    rights = [
        Permission.objects.get_or_create(
            content_type=content_type, codename=right, defaults={"name": "Can " + right.replace("_", " ")}
        )[0]
        for right in RIGHTS
    ]
    for group in apps.get_model("auth", "Group").objects.filter(name=ADMINISTRATORS):
        group.permissions.add(*rights)


def withdraw(apps, schema_editor):
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="enquiries", codename__in=RIGHTS
    )
    for group in apps.get_model("auth", "Group").objects.filter(name=ADMINISTRATORS):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0012_webhooks")]

    operations = [migrations.RunPython(grant, withdraw)]
