"""The group that holds what one consultant may do to pages."""

from collections.abc import Container
from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from agency.models.people import ConsultantPage

NAME_LENGTH: int = Group._meta.get_field("name").max_length or 150


class ConsultantGroup(models.Model):
    """Says that a group is a consultant's own: the site keeps its name, its members and its rights; nobody edits it.

    Wagtail gives rights on pages to groups, never to a person. See ``specialisms.access`` for who may do what.
    """

    consultant = models.OneToOneField(
        ConsultantPage, on_delete=models.CASCADE, primary_key=True, related_name="own_group"
    )
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="of_consultant")

    class Meta:
        verbose_name = _("group of a consultant")
        verbose_name_plural = _("groups of consultants")

    def __str__(self) -> str:
        return str(self.group)


def name_of_group(consultant: ConsultantPage, others: Container[str]) -> str:
    """What that consultant's group is called; if ``others``, the names of all other groups, has it, with a number."""
    name = f"Consultant: {consultant.title}"[:NAME_LENGTH]
    number = f" ({consultant.pk})"
    return name[: NAME_LENGTH - len(number)] + number if name in others else name


def without_consultant(instance: ConsultantGroup, **_signal: Any) -> None:
    """A consultant's page that is deleted takes its group along."""
    Group.objects.filter(pk=instance.group_id).delete()
