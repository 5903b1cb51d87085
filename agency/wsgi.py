"""The WSGI application, on production settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agency.settings.production")

django = get_wsgi_application()

from wagtail.models import Site  # noqa: E402

from agency.page_cache.front import PageCache  # noqa: E402
from agency.page_cache.store import store  # noqa: E402
from agency.urls import NEVER_KEPT  # noqa: E402

pages = store()
application = PageCache(django, pages, NEVER_KEPT, renew=Site.clear_site_root_paths_cache) if pages else django

gc.collect()
gc.freeze()  # what is loaded by now stays: the collector looks through what requests leave, so that it comes by more often
