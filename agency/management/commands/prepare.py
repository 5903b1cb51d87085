"""``manage.py prepare``: everything ``make run`` needs before the servers start."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Site

from agency.demo import accounts
from agency.demo.build import is_demo, is_empty


class Command(BaseCommand):
    """Migrates, builds the demo when the database is empty, and says where everything is."""

    help = "Migrate, build the demo site in an empty database, and print where the site is"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Prepare and announce."""
        self.stdout.write("Bringing the database up to date")
        call_command("migrate", interactive=False, verbosity=0)
        if is_empty():
            self.stdout.write("Building the demo agency")
            call_command("seed_demo", stdout=self.stdout)
        address = urlsplit(settings.BASE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        Site.objects.filter(is_default_site=True).update(hostname=address.hostname, port=port)
        Site.clear_site_root_paths_cache()
        database = settings.DATABASES["default"]
        self.stdout.write("")
        self.stdout.write(f"  Site      {settings.BASE_URL}/")
        self.stdout.write(f"  Admin     {settings.BASE_URL}/admin/")
        if accounts.logins_file().exists():
            for line in accounts.logins_file().read_text().splitlines():
                self.stdout.write(f"              {line}")
        elif is_demo():
            self.stdout.write("              python manage.py seed_demo --reset-logins makes new logins")
        if settings.MAIL_TRANSPORT.endswith("filebased.EmailBackend"):
            self.stdout.write(f"  Mail      {settings.EMAIL_FILE_PATH}")
        self.stdout.write(f"  Database  {database['ENGINE'].rpartition('.')[2]} {database['NAME']}")
        self.stdout.write("  Ctrl-C stops everything.")
        self.stdout.write("")
