"""A mail that has to arrive."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.models.delivery import AbstractDelivery


class AbstractMail(AbstractDelivery):
    """One mail to one address; see ``agency.mail``."""

    recipient = models.EmailField(_("to"))
    message_id = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
