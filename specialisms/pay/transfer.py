"""Pay bands to a file and from one: all of it or nothing."""

from collections.abc import Iterable
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import ModelLogEntry

from agency.models import User
from specialisms.models import PayBand
from specialisms.pay.files import IDENTITY, NAMES, Sheet, write
from specialisms.pay.plans import FIELDS, Plan, cells_of, plan


class OutdatedError(Exception):
    """The ledger is no longer what the preview was made from."""


def export(bands: Iterable[PayBand]) -> str:
    """The file with these bands, which imported again changes nothing."""
    return write(NAMES, (list(cells_of(band).values()) for band in bands))


def apply(sheet: Sheet, digest: str, user: User) -> Plan:
    """Do in somebody's name what the plan with this digest said; raises ``OutdatedError`` and stores nothing if it would be another."""
    try:
        with transaction.atomic():
            now = plan(sheet, user, lock=True)
            if now.problems or now.digest != digest:
                raise OutdatedError
            _store(now, user)
    except IntegrityError:  # somebody added one of the new bands at this moment
        raise OutdatedError from None
    return now


def _store(planned: Plan, user: User) -> None:
    new = [change.band for change in planned.new]
    changed = [change.band for change in planned.changed]
    PayBand.objects.bulk_create(new)
    names = [FIELDS.get(name, name) for name in NAMES if name not in IDENTITY]
    if changed:
        PayBand.objects.bulk_update(changed, names, batch_size=500)
    _log("wagtail.create", new, user)
    _log("wagtail.edit", changed, user)
    _tell([*new, *changed])


def _tell(bands: list[PayBand]) -> None:
    """Tell who watches the ledger: writing at once sends no signals, and what one band of a role changes, all do."""
    for band in {(band.specialism_id, band.role_id): band for band in bands}.values():
        post_save.send(PayBand, instance=band, created=False, raw=False, update_fields=None, using=band._state.db)


def _log(action: str, bands: list[PayBand], user: User) -> None:
    """Note in each band's history what Wagtail would note if somebody had filled in the form, but all at once."""
    common = {
        "action": action,
        "content_type": ContentType.objects.get_for_model(PayBand),
        "timestamp": timezone.now(),
        "user": user,
        "uuid": uuid4(),
        "content_changed": True,
    }
    ModelLogEntry.objects.bulk_create(
        [ModelLogEntry(label=str(band), object_id=str(band.pk), **common) for band in bands], batch_size=500
    )
