"""The group of those who answer mandates: they log in to the CMS, write pages and see the mandates that are theirs."""

from django.db import migrations

PERMISSIONS = {
    ("wagtailadmin", "admin"): {"access_admin": "Can access Wagtail admin"},
    ("enquiries", "mandate"): {
        "view_mandate": "Can view mandate",
        "change_mandate": "Can change mandate",
        "view_all_mandates": "Can view all mandates",
    },
}
CONSULTANTS = "Consultants"


def create_group(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")

    group, _created = Group.objects.get_or_create(name=CONSULTANTS)
    for (app, model), names in PERMISSIONS.items():
        content_type, _created = ContentType.objects.get_or_create(app_label=app, model=model)
        for codename, name in names.items():
            permission, _created = Permission.objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            if codename != "view_all_mandates":
                group.permissions.add(permission)

    root = Page.objects.get(depth=1)
    pages = ContentType.objects.get(app_label="wagtailcore", model="page")
    for codename, name in {"add_page": "Can add page", "change_page": "Can change page"}.items():
        permission, _created = Permission.objects.get_or_create(
            content_type=pages, codename=codename, defaults={"name": name}
        )
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)

    library = Collection.objects.get(depth=1)
    # Wagtail checks the permissions of its own image model, whatever model the site uses.
    images, _created = ContentType.objects.get_or_create(app_label="wagtailimages", model="image")
    names = {"add_image": "Can add image", "change_image": "Can change image", "choose_image": "Can choose image"}
    for codename, name in names.items():
        permission, _created = Permission.objects.get_or_create(
            content_type=images, codename=codename, defaults={"name": name}
        )
        GroupCollectionPermission.objects.get_or_create(group=group, collection=library, permission=permission)


def remove_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=CONSULTANTS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0001_initial"),
        ("agency", "0002_pages"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(create_group, remove_group)]
