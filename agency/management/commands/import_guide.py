"""``manage.py import_guide``: a guide written in Word, Markdown, HTML or plain text."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from agency.management.specialisms import specialism_called
from support_pages.importing.guide import import_guide
from support_pages.importing.remarks import Refusal
from support_pages.importing.report import refusal_text
from support_pages.kinds import Kind


class Command(BaseCommand):
    """Makes a draft of a file under a specialism and says what to look at."""

    help = "Import a guide (.docx, .md, .html or .txt) as a draft under a specialism"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, where it goes, what it is."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--under", required=True, metavar="SPECIALISM", help="slug of the specialism, or the end of its address"
        )
        parser.add_argument("--kind", default="", choices=Kind.values, help="overrules what the file says")
        parser.add_argument("--publish", action="store_true", help="publish it if it is complete")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import and report."""
        specialism = specialism_called(options["under"])
        try:
            with options["file"].open("rb") as file:
                result = import_guide(file, specialism, options["kind"], publish=options["publish"])
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be opened: {error.strerror}") from error
        except Refusal as refusal:
            raise CommandError(refusal_text(refusal)) from refusal
        state = "Published" if result.page.live else "Draft"
        edit = reverse("wagtailadmin_pages:edit", args=[result.page.pk])
        self.stdout.write(f"{state}: {result.page.title} ({result.page.get_kind_display()})")
        self.stdout.write(f"  {settings.BASE_URL}{edit}")
        self.stdout.write(f"  {result.words_in} words in the file, {result.words_out} on the page")
        for warning in result.warnings:
            self.stdout.write(f"  - {warning}")
