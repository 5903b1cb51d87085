"""Mandates from before rooms and briefs: what they are found by, and what was sent, for receipts and rooms."""

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
            mandate.company_key = company_key(mandate.company)
            mandate.email_key = mandate.email.casefold()
            mandate.email_domain = email_domain(mandate.email)
        Mandate.objects.bulk_update(batch, ["company_key", "email_key", "email_domain"])
        Submission.objects.bulk_create(
            Submission(
                mandate=mandate, number=1, kind="request", submitted_at=mandate.submitted_at, topics=said(mandate)
            )
            for mandate in batch
        )


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0016_kinds")]

    operations = [migrations.RunPython(complete, migrations.RunPython.noop)]
