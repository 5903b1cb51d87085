"""Consultants upload and choose documents, which guides offer as downloads."""

from django.db import migrations

NAMES = {"add_document": "Can add document", "change_document": "Can change document", "choose_document": "Can choose document"}


def grant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    # The group of the consultants is also made by whoever needs it first.
    group, _created = apps.get_model("auth", "Group").objects.get_or_create(name="Consultants")
    library = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    documents, _created = ContentType.objects.get_or_create(app_label="wagtaildocs", model="document")
    for codename, name in NAMES.items():
        permission, _created = Permission.objects.get_or_create(
            content_type=documents, codename=codename, defaults={"name": name}
        )
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=group, collection=library, permission=permission
        )


def withdraw(apps, schema_editor):
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(
        group__name="Consultants", permission__codename__in=NAMES
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("support_pages", "0004_role"),
        ("specialisms", "0003_evidence_permissions"),
        ("wagtaildocs", "0012_uploadeddocument"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
