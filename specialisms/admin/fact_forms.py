"""The forms of the ledger."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from specialisms.models import Fact
from specialisms.models.evidence import LONGEST

SHORTEST = timedelta(days=30)
USUAL = timedelta(days=180)


class FactForm(WagtailAdminModelForm):
    """A fact as an editor writes it; who did is kept in its history."""

    history_note = forms.CharField(
        label=_("What changed"),
        required=False,
        max_length=200,
        help_text=_("A line for the history, such as “New survey”. Readers never see it."),
    )

    def save(self, commit: bool = True) -> Fact:
        """Save with the actor."""
        fact = super().save(commit=False)
        if commit:
            note = self.cleaned_data.get("history_note") or self._changed_meaning()
            fact.save(actor=self.for_user, note=note)
            self.save_m2m()
        return fact

    def _changed_meaning(self) -> str:
        """A line for the history when something else than value, dates and source was changed."""
        silent = {"history_note", "low", "high", "unit", "as_of", "valid_until", "checked_on", "source_name"}
        labels = [str(self.fields[name].label) for name in self.changed_data if name not in silent]
        new = self.instance._state.adding
        return "" if new or not labels else (_("Changed: %(what)s") % {"what": ", ".join(labels).lower()})[:200]


class ConfirmForm(forms.Form):
    """The day of the next check, and a line for the history."""

    valid_until = forms.DateField(
        label=_("Next check on"), widget=AdminDateInput, help_text=_("Until then readers see it without a reminder.")
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=200, help_text=_("How you checked it. Kept in the history.")
    )

    @classmethod
    def for_fact(cls, fact: Fact) -> "ConfirmForm":
        """A form that proposes the next check; its fields' ids do not meet those of the fact's own form."""
        return cls(initial=cls.proposal(fact), auto_id="confirm_%s")

    @staticmethod
    def proposal(fact: Fact) -> dict[str, Any]:
        """As long from now as it was valid last time."""
        lasted = min(fact.valid_until - fact.checked_on, LONGEST)
        return {"valid_until": timezone.localdate() + (lasted if lasted >= SHORTEST else USUAL)}

    def clean_valid_until(self) -> date:
        """It must lie ahead."""
        until: date = self.cleaned_data["valid_until"]
        if until <= timezone.localdate():
            raise ValidationError(_("The next check must lie ahead."))
        if until > timezone.localdate() + LONGEST:
            raise ValidationError(_("Name a day within the next ten years."))
        return until
