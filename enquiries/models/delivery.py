"""A mail that a mandate owes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.models.delivery import AbstractDelivery
from enquiries.models.mandate import Mandate


class DeliveryKind(models.TextChoices):
    """Which mail."""

    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement to the client")
    NOTIFICATION = "notification", _("Notification to the agency")


class Delivery(AbstractDelivery):
    """One mail of a mandate. The row stays when it is sent: the inbox shows what has arrived."""

    mandate = models.ForeignKey(
        Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="deliveries"
    )
    kind = models.CharField(_("mail"), max_length=16, choices=DeliveryKind)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="delivery_due")]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "kind", "recipient"], name="one_mail_a_kind_and_address")
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.kind}"
