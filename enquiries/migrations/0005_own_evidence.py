"""Consultants change what is theirs: the evidence of the specialisms they lead, the pictures and documents they uploaded.

The rights to add evidence (``specialisms.keepers``) and to add to the libraries (Wagtail) say so; those to change are about
everybody's. It stands in the last of the apps because it names the rights of all of them.
"""

from django.db import migrations

EVIDENCE = ("change_role", "change_fact", "change_payband")
LIBRARY = {"wagtailimages": "change_image", "wagtaildocs": "change_document"}


def consultants(apps):
    return apps.get_model("auth", "Group").objects.filter(name="Consultants")


def evidence(apps):
    Permission = apps.get_model("auth", "Permission")
    return Permission.objects.filter(content_type__app_label="specialisms", codename__in=EVIDENCE)


def library(apps):
    Permission = apps.get_model("auth", "Permission")
    return Permission.objects.filter(content_type__app_label__in=LIBRARY, codename__in=LIBRARY.values())


def withdraw(apps, schema_editor):
    Right = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for group in consultants(apps):
        group.permissions.remove(*evidence(apps))
        Right.objects.filter(group=group, collection__depth=1, permission__in=library(apps)).delete()


def grant(apps, schema_editor):
    Right = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for group in consultants(apps):
        group.permissions.add(*evidence(apps))
        for right in library(apps):
            Right.objects.get_or_create(group=group, collection=root, permission=right)


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0004_groups")]

    operations = [migrations.RunPython(withdraw, grant)]
