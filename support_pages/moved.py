"""Where a page is now that had another address once."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site


def new_place(site: Site | None, where: str) -> Redirect | None:
    """The redirect from an old address, named by its path without slashes around it, to a live page."""
    old = Redirect.normalise_path(f"/{where}/")
    return Redirect.get_for_site(site).filter(old_path=old, redirect_page__live=True).first()
