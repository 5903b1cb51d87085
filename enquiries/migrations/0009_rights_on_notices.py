"""Everybody who works in the CMS may read the versions of the privacy notice."""

from django.db import migrations

GROUPS = ("Editors", "Reviewers", "Consultants", "Site administrators")


def permission(apps):
    """The permission, made if Django has not made it yet: it does so after the last migration."""
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="enquiries", model="privacynotice"
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename="view_privacynotice",
        defaults={"name": "Can view version of the privacy notice"},
    )[0]


def groups(apps):
    return apps.get_model("auth", "Group").objects.filter(name__in=GROUPS)


def allow(apps, schema_editor):
    for group in groups(apps):
        group.permissions.add(permission(apps))


def forbid(apps, schema_editor):
    for group in groups(apps):
        group.permissions.remove(permission(apps))


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0008_hashes_of_consents")]

    operations = [migrations.RunPython(allow, forbid)]
