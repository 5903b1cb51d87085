"""What somebody is about to publish: one version of a page, what is wrong with it, and what it changes."""

import hashlib
from functools import cached_property

from django.utils import timezone
from wagtail.models import Page, Revision

from agency import expiry
from agency.models import User
from support_pages.admin.rights import only_what_opens
from support_pages.departures.departure import Action, Departure
from support_pages.thread.blocking import obstacles, problems_of_version
from support_pages.thread.rule import Problem
from support_pages.thread.site import Site


class Publication:
    """The latest version of a page, looked at for a user before it is published."""

    def __init__(self, page: Page, user: User) -> None:
        """``page`` is a specific page as it is stored."""
        self.page, self.user = page, user

    @cached_property
    def revision(self) -> Revision | None:
        """The version that would be published; none for a page that was never saved in the CMS."""
        return self.page.get_latest_revision()

    @cached_property
    def version(self) -> Page:
        """The page as that version has it; not live if readers have no version yet."""
        if self.revision is None:
            return self.page
        version = self.revision.as_object()
        version.live = self.page.live  # of a page that is made and published in one go the database says otherwise
        return version

    @cached_property
    def problems(self) -> list[Problem]:
        """What the rules of the thread find, errors first, with cures that the user may use."""
        return only_what_opens(problems_of_version(self.version), self.user)

    def look(self, site: Site) -> None:
        """Look for problems now, while others are published too; several pages share what is read of the site."""
        self.problems = only_what_opens(problems_of_version(self.version, site), self.user)

    @property
    def errors(self) -> list[Problem]:
        """What stops it."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        """What it asks about."""
        return [problem for problem in self.problems if not problem.is_error]

    @cached_property
    def obstacles(self) -> list[str]:
        """Why it cannot be published at all: gaps in fields or blocks, an address that is taken."""
        return obstacles(self.version)

    @property
    def is_scheduled(self) -> bool:
        """Whether it would go live later."""
        return bool(self.version.go_live_at and self.version.go_live_at > timezone.now())

    @property
    def is_live_already(self) -> bool:
        """Whether readers see this very version."""
        return self.page.live and self.revision is not None and self.page.live_revision_id == self.revision.pk

    @cached_property
    def readdressed(self) -> Departure | None:
        """What notices if the address of a live page changes with this version."""
        if not self.page.live or self.version.slug == self.page.slug:
            return None
        return Departure(Action.READDRESS, [self.page], self.user)

    @cached_property
    def expiring(self) -> Departure | None:
        """What notices when the version expires, if nobody has chosen yet where its readers go at that moment."""
        return Departure(Action.EXPIRE, [self.page], self.user) if expiry.is_open(self.version) else None

    @property
    def new_address(self) -> str:
        """Where the page will be read."""
        above = (self.page.url or "/").rstrip("/").rpartition("/")[0]
        return f"{above}/{self.version.slug}/"

    @property
    def asks(self) -> bool:
        """Whether there is anything to say before it is published."""
        changes = self.readdressed is not None or self.expiring is not None
        return bool(self.obstacles or self.problems) or changes

    @property
    def shown(self) -> str:
        """A mark of the version and of all that is shown about it: what is published later is this."""
        everything = (
            self.revision and (self.revision.pk, self.revision.created_at.isoformat()),
            [(problem.rule.code, problem.message) for problem in self.problems],
            self.obstacles,
            self.readdressed and self.readdressed.shown,
            self.expiring and (self.version.expire_at.isoformat(), self.expiring.shown),
        )
        return hashlib.sha256(repr(everything).encode()).hexdigest()[:32]
