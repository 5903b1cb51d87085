"""What consultants change about a mandate: where it stands, who answers, and who may open it."""

import json
from typing import Any, cast

from django import forms
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.models import User
from enquiries.history import note
from enquiries.intake import name_people
from enquiries.models import Brief, Mandate
from enquiries.models.event import EventKind
from enquiries.models.mandate import FINISHED, MODEL_BACKEND, Status
from enquiries.slots import cancel_all
from enquiries.spam.release import release

CHANGES = {
    "status": EventKind.STATUS,
    "assigned_to": EventKind.ASSIGNED,
    "confidential": EventKind.CONFIDENTIAL,
    "people": EventKind.NAMED,
}
"""The fields, and what the history calls a change of each."""

OURS = ["status", "assigned_to", "confidential", "replied_at"]
"""The columns the agency writes."""


class MandateForm(forms.ModelForm):
    """Status, who answers, confidentiality and the people named.

    The form remembers what it showed (``seen``). What the user left alone stays as it is by now; what somebody else has changed
    meanwhile and the user wants otherwise is asked again, beside the field. ``asks_to_leave`` is set by the view when whoever
    saves could not open the mandate afterwards.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    asks_to_leave = False

    class Meta:
        model = Mandate
        fields = list(CHANGES)
        widgets = {"people": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer those who can open the inbox and those chosen before; that a client has withdrawn is not for us to say."""
        super().__init__(*args, **kwargs)
        self.now = _state(self.instance)
        readers = User.objects.with_perm("enquiries.view_mandate", backend=MODEL_BACKEND).values("pk")
        chosen = [self.now["assigned_to"], *self.now["people"]]
        offered = User.objects.filter(Q(pk__in=readers) | Q(pk__in=[pk for pk in chosen if pk]))
        for name in ("assigned_to", "people"):
            cast(forms.ModelChoiceField, self.fields[name]).queryset = offered.order_by("last_name", "first_name")
        own = [choice for choice in Status.choices if choice[0] in {self.instance.status, *STATED}]
        cast(forms.ChoiceField, self.fields["status"]).choices = own
        self.initial["seen"] = json.dumps(self.now)
        self.changed: list[str] = []
        if self.is_bound:
            self._let_go()

    def _let_go(self) -> None:
        """Of what the user left alone and somebody else has changed, show what it is by now: the old may be no choice any more."""
        seen = _read(self.data.get("seen", ""))
        for name in ("status", "assigned_to"):
            left_alone = name in seen and self.data.get(name, "") == str(seen[name] or "")
            if left_alone and seen[name] != self.now[name]:
                self._show_as_it_is(name)

    def clean(self) -> dict[str, Any]:
        """Take only what the user has changed, unless somebody else has changed it as well since."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("confidential"):
            cleaned["people"] = User.objects.none()
        seen = {**self.now, **_read(cleaned.get("seen", ""))}
        for name in [name for name in CHANGES if name in cleaned]:
            wanted = _value(cleaned[name])
            if wanted in (seen[name], self.now[name]):
                cleaned[name] = getattr(self.instance, name) if name != "people" else self.instance.people.all()
                self._show_as_it_is(name)
            elif seen[name] != self.now[name]:
                message = _(
                    "Somebody else has changed this meanwhile: it is “%(now)s”. Save again to change it all the same."
                )
                self.add_error(name, message % {"now": self.spoken(name)})
            else:
                self.changed.append(name)
        return cleaned

    def _show_as_it_is(self, name: str) -> None:
        """If the form has to be shown again, do not let it undo what somebody else has changed."""
        now, data = self.now[name], cast(QueryDict, self.data).copy()
        data.setlist(name, [str(pk) for pk in now] if isinstance(now, list) else [str(now)] if now else [""])
        if now is False:
            del data[name]
        self.data = data

    def record(self, actor: User) -> None:
        """Save, and note each change in the mandate's history.

        Whoever moves a new mandate on has replied. When it is finished, calls are off and times offered no longer.
        """
        moved_to = self.instance.status if "status" in self.changed else None
        moves_on = moved_to in {Status.TALKING, Status.SEARCH}
        replies = moves_on and not self.instance.replied_at and self.now["status"] in {Status.NEW, *FINISHED}
        with transaction.atomic():
            if moves_on:  # whoever goes on with a held mandate has released it
                release(self.instance, str(EventKind.STATUS.label), actor)
                self.instance.status = cast(Status, moved_to)
            if replies:
                self.instance.replied_at = timezone.now()
            mandate = self.save(commit=False)
            mandate.save(update_fields=OURS)  # what the client has changed meanwhile is not ours to undo
            self.save_m2m()
            name_people(mandate)
            if "confidential" in self.changed:  # or the next brief would undo it
                Brief.objects.filter(mandate=mandate).update(confidential=mandate.confidential)
            if mandate.confidential and _state(mandate)["people"] != self.now["people"]:
                self.changed = list(dict.fromkeys([*self.changed, "people"]))
            for name, kind in CHANGES.items():
                if name in self.changed and (name != "people" or mandate.confidential):
                    note(mandate, kind, actor, self.spoken(name))
            if replies:
                note(mandate, EventKind.REPLIED, actor)
            if moved_to in FINISHED:
                cancel_all(mandate, actor)

    def spoken(self, name: str) -> str:
        """What a field of the mandate says now, in words."""
        if name == "people":
            return ", ".join(str(user) for user in self.instance.people.all()) or str(_("Nobody"))
        if name == "confidential":
            return str(_("Confidential") if self.instance.confidential else _("No longer confidential"))
        return str(
            self.instance.get_status_display() if name == "status" else self.instance.assigned_to or _("Nobody")
        )


STATED = set(Status.values) - {Status.WITHDRAWN}
"""What a consultant may say of a mandate."""


def _state(mandate: Mandate) -> dict[str, Any]:
    """The fields of a mandate as plain values, to compare."""
    return {name: _value(getattr(mandate, name)) for name in CHANGES if name != "people"} | {
        "people": _value(mandate.people.all())
    }


def _value(value: Any) -> Any:
    """A value of a field as JSON has it."""
    if hasattr(value, "values_list"):
        return sorted(value.values_list("pk", flat=True))
    return getattr(value, "pk", value)


def _read(seen: str) -> dict[str, Any]:
    """What a form remembers; nothing if that was tampered with."""
    try:
        found = json.loads(seen)
    except ValueError:
        return {}
    return {name: found[name] for name in CHANGES if name in found} if isinstance(found, dict) else {}
