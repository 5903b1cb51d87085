"""Specialisms as somebody names them on a command line."""

from django.core.management.base import CommandError

from specialisms.models import SpecialismPage

CANNOT = 2
"""The exit status of a command that could not do what it was asked for, as of one with unknown options."""


def specialism_called(name: str) -> SpecialismPage:
    """The specialism of a slug, or of the end of an address. Raises ``CommandError`` if it is none or not the only one."""
    parts = name.strip("/").split("/")
    found = SpecialismPage.objects.filter(slug=parts[-1], url_path__endswith=f"/{'/'.join(parts)}/")
    if len(found) == 1:
        return found[0]
    if not found:
        raise CommandError(f"There is no specialism {name}.", returncode=CANNOT)
    places = "\n".join(f"  {page.url_path.strip('/')}" for page in found)
    message = f"Several specialisms are called {name}. Give more of the address:\n{places}"
    raise CommandError(message, returncode=CANNOT)
