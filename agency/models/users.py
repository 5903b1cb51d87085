"""People who log in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Somebody with an account in the CMS.

    The link to a consultant page decides which mandates the user sees. It lives here, where only administrators
    can change it, and not on the page, where an editor could.
    """

    email = models.EmailField(_("email address"), unique=True)
    consultant = models.ForeignKey(
        "agency.ConsultantPage",
        verbose_name=_("consultant"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="accounts",
        help_text=_("The consultant page of this person. They see the mandates of the specialisms it leads."),
    )

    class Meta(AbstractUser.Meta):
        # Whoever may do this decides who reads which mandates.
        permissions = [("link_consultant", "Can link accounts to consultants")]

    def __str__(self) -> str:
        return self.get_full_name() or self.username
