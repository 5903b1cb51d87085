"""Keys of questions that were stored before keys said how a question asks."""

from django.db import migrations

from agency.questions import question_key


def compute_again(apps, _schema_editor):
    for app, model in (("specialisms", "SpecialismPage"), ("support_pages", "SupportPage")):
        pages = apps.get_model(app, model).objects
        asking = pages.exclude(target_question="").values_list("pk", "target_question", "question_key")
        for pk, question, key in asking:
            if key != question_key(question):
                pages.filter(pk=pk).update(question_key=question_key(question))


class Migration(migrations.Migration):

    dependencies = [
        ('specialisms', '0005_thread'),
        ('support_pages', '0009_wanted_check'),
    ]

    operations = [migrations.RunPython(compute_again, migrations.RunPython.noop)]
