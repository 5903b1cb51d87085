"""Consents from before hashes were stored get the one of the words they keep. Their version stays the one typed by hand."""

import hashlib

from django.db import migrations


def store_hashes(apps, schema_editor):
    consents = apps.get_model("enquiries", "Consent").objects
    for wording in list(consents.filter(wording_hash="").order_by().values_list("wording", flat=True).distinct()):
        consents.filter(wording_hash="", wording=wording).update(
            wording_hash=hashlib.sha256(wording.encode()).hexdigest()
        )


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0007_notices")]

    operations = [migrations.RunPython(store_hashes, migrations.RunPython.noop)]
