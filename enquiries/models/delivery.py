"""A mail that a mandate owes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.models.mail import AbstractMail
from enquiries.models.mandate import Mandate
from enquiries.models.slot import Slot


class DeliveryKind(models.TextChoices):
    """Which mail."""

    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement to the client")
    NOTIFICATION = "notification", _("Notification to the agency")
    CONFIRM = "confirm", _("Link to show that a person has sent it")
    LINK = "link", _("New link to the room")
    LINKS = "links", _("New links to all rooms of the address")
    ADDRESS = "address", _("Notice to the client’s former address")
    BRIEF = "brief", _("A brief for the agency")
    CHANGE = "change", _("A change by the client, to the agency")
    OFFER = "offer", _("Times offered to the client")
    INVITATION = "invitation", _("Calendar entry to the client")
    CANCELLATION = "cancellation", _("Call called off, to the client")
    CALL = "call", _("Calendar entry to the consultant")
    CALL_OFF = "call_off", _("Call called off, to the consultant")


class Delivery(AbstractMail):
    """One mail of a mandate. The row stays when it is sent: the inbox shows what has arrived."""

    mandate = models.ForeignKey(
        Mandate, verbose_name=_("mandate"), on_delete=models.CASCADE, related_name="deliveries"
    )
    kind = models.CharField(_("mail"), max_length=16, choices=DeliveryKind)
    slot = models.ForeignKey(
        Slot, verbose_name=_("time"), null=True, blank=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )
    sequence = models.PositiveSmallIntegerField(
        _("version of the calendar entry"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Kept with the mail, so that every attempt holds the same entry."),
    )

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="delivery_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate", "kind", "recipient"],
                condition=models.Q(kind__in=["acknowledgement", "notification"]),
                name="one_mail_a_kind_and_address",
            )
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.kind}"

    @property
    def is_overtaken(self) -> bool:
        """Whether its calendar entry has changed since: nobody is to get the old one any more."""
        return self.slot is not None and self.sequence is not None and self.sequence < self.slot.sequence
