"""Pages that leave at a time somebody has set: where their readers go then is chosen when it is set, and kept till then.

The history of a page is the memory, as for pages that are unpublished at once (``agency.leaving``).
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from agency.addresses import own_addresses, standing
from agency.leaving import Leaving
from agency.models.users import User

ACTION = "agency.expiry"
"""What the history of a page calls it when somebody chooses where its readers go when it expires."""


def choose(page: Page, expire_at: datetime, target: Page | None, user: User | None) -> None:
    """Note where readers of a page are sent when it expires at this moment; nowhere without a target."""
    data = {
        "expire_at": _moment(expire_at),
        "target": target.pk if target else None,
        "title": target.title if target else "",
    }
    log(instance=page, action=ACTION, user=user, title=page.title, data=data)


def unsettled(moments: Mapping[int, datetime]) -> set[int]:
    """Of pages that expire at these moments, by their ids: those for which nobody has chosen where readers go then."""
    last = {}
    for choice in PageLogEntry.objects.filter(page__in=moments, action=ACTION).order_by("timestamp", "pk"):
        last[choice.page_id] = choice.data["expire_at"]
    return {pk for pk, at in moments.items() if last.get(pk) != _moment(at)}


def is_open(version: Page) -> bool:
    """Whether a version expires at a moment for which nobody has chosen yet where its readers go."""
    return version.expire_at is not None and bool(unsettled({version.pk: version.expire_at}))


def chosen_before(page: Page) -> Page | None:
    """Where readers were to go by the last choice, whenever that was to be; none if that page is not published."""
    choice = _last_choice(page)
    return Page.objects.filter(pk=choice.data["target"], live=True).first() if choice else None


def expire(page: Page) -> None:
    """Unpublish a page whose time has come, and send its readers where was chosen."""
    choice = _last_choice(page)
    leaving = Leaving.of([(page.pk, page.url_path), *page.aliases.filter(live=True).values_list("pk", "url_path")])
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    if choice is None or choice.data["expire_at"] != _moment(page.expire_at) or not choice.data["target"]:
        return
    target = _still_there(choice.data["target"]) or _above(page)
    if target is not None:
        leaving.send_on_for_now(target, choice.user, {address.page for address in leaving.addresses})


def _last_choice(page: Page) -> PageLogEntry | None:
    return PageLogEntry.objects.filter(page=page.pk, action=ACTION).order_by("-timestamp", "-pk").first()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _still_there(pk: int) -> Page | None:
    """The page that was chosen, held until the redirects are made; if it has left itself, where its readers are sent."""
    pages = Page.objects.select_for_update()
    target = pages.filter(pk=pk).first()
    if target is None or target.live:
        return target
    instead = next(standing({address.place: address for address in own_addresses(target)}), None)
    return pages.filter(pk=instead.redirect_page_id, live=True).first() if instead else None


def _above(page: Page) -> Page | None:
    """The nearest live page above, from the front page down."""
    return Page.objects.ancestor_of(page).filter(live=True, depth__gt=1).order_by("-depth").first()
