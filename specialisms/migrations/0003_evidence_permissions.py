"""Consultants and editors keep the evidence: they view, add and change roles, facts and pay bands; they delete none."""

from django.db import migrations

GROUPS = ("Consultants", "Editors", "Moderators")
MODELS = {"role": "role", "fact": "fact", "payband": "pay band"}
ACTIONS = ("view", "add", "change")


def permissions(apps):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    for model, name in MODELS.items():
        content_type, _created = ContentType.objects.get_or_create(app_label="specialisms", model=model)
        for action in ACTIONS:
            permission, _created = Permission.objects.get_or_create(
                content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {name}"}
            )
            yield permission


def grant(apps, schema_editor):
    granted = list(permissions(apps))
    for name in GROUPS:
        # The group of the consultants is also made by whoever needs it first.
        group, _created = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*granted)


def withdraw(apps, schema_editor):
    granted = list(permissions(apps))
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*granted)


class Migration(migrations.Migration):
    dependencies = [
        ("specialisms", "0002_evidence"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
