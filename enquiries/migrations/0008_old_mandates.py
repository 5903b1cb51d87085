"""Mandates from before rooms and briefs: what they are found by, what was sent, for receipts and rooms, and hashes of consents.

Keys of companies and addresses are made by the code of the day, since they are compared with those that it makes.
"""

import hashlib

from django.db import migrations

from enquiries.relatives import company_key, email_domain

LABELS = {
    "role": "Which role do you need to fill?",
    "need": "What should this person have achieved after a year?",
    "name": "Your name",
    "company": "Company",
    "email": "Work email",
    "telephone": "Telephone",
    "timing": "When do you need them?",
    "specialism": "Field",
}
ANSWERED = ("In conversation", "In search")
"""What the history called a mandate that somebody had moved on, and so replied to."""
BATCH = 500


def said(mandate):
    values = {name: getattr(mandate, name) for name in LABELS}
    values["timing"] = mandate.get_timing_display() if mandate.timing else ""
    values["telephone"] = str(mandate.telephone or "")
    values["specialism"] = mandate.specialism.title if mandate.specialism else ""
    answers = [{"label": LABELS[name], "value": value} for name, value in values.items() if value]
    return [{"title": "The request", "answers": answers}]


def complete(apps, schema_editor):
    Mandate = apps.get_model("enquiries", "Mandate")
    Submission = apps.get_model("enquiries", "Submission")
    old = Mandate.objects.filter(submissions__isnull=True).select_related("specialism").order_by("pk")
    while batch := list(old[:BATCH]):
        for mandate in batch:
            moved = mandate.events.filter(kind="status", detail__in=ANSWERED).order_by("happened_at", "pk").first()
            mandate.replied_at = moved and moved.happened_at
            mandate.company_key = company_key(mandate.company)
            mandate.email_key = mandate.email.casefold()
            mandate.email_domain = email_domain(mandate.email)
        Mandate.objects.bulk_update(batch, ["replied_at", "company_key", "email_key", "email_domain"])
        Submission.objects.bulk_create(
            Submission(
                mandate=mandate, number=1, kind="request", submitted_at=mandate.submitted_at, topics=said(mandate)
            )
            for mandate in batch
        )


def store_hashes(apps, schema_editor):
    consents = apps.get_model("enquiries", "Consent").objects.filter(wording_hash="")
    for wording in list(consents.order_by().values_list("wording", flat=True).distinct()):
        consents.filter(wording=wording).update(wording_hash=hashlib.sha256(wording.encode()).hexdigest())


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0007_rights")]

    operations = [
        migrations.RunPython(store_hashes, migrations.RunPython.noop),
        migrations.RunPython(complete, migrations.RunPython.noop),
    ]
