"""Where readers are sent when pages leave, as the form that confirms it asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from support_pages.departures.departure import Action, Departure


class TargetChooser(AdminPageChooser):
    """Wagtail's, which survives being sent something that is no page at all."""

    def get_value_data(self, value: Any) -> Any:
        """What the widget shows of a value."""
        return super().get_value_data(None if isinstance(value, str) and not value.isdecimal() else value)


class DepartureForm(forms.Form):
    """The page that readers get instead, and the mark of what the screen showed."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    target = forms.ModelChoiceField(
        queryset=Page.objects.filter(live=True, depth__gt=1),
        required=False,
        label=_("Send readers to"),
        widget=TargetChooser,
        error_messages={"invalid_choice": _("This page is not published, or no longer there. Choose another.")},
    )

    def __init__(self, *args: Any, departure: Departure, **kwargs: Any) -> None:
        """Suggest a page; leave the question out where nobody needs to be sent anywhere."""
        self.departure = departure
        super().__init__(*args, **kwargs)
        if not departure.asks_for_target:
            del self.fields["target"]
            return
        self.fields["target"].help_text = _help(departure)
        if not self.is_bound:
            self.initial.setdefault("target", departure.suggestion())

    def clean_target(self) -> Page | None:
        """A page that stays; it is held until the redirects are made."""
        target = self.cleaned_data["target"]
        if target is None:
            return None
        if target.path.startswith(self.departure.paths):
            raise forms.ValidationError(
                gettext("This page leaves too, or stands under one that does. Choose another.")
            )
        held = Page.objects.select_for_update().filter(pk=target.pk, live=True).first()
        if held is None:
            raise forms.ValidationError(self.fields["target"].error_messages["invalid_choice"])
        return held

    def confirms_what_was_shown(self) -> bool:
        """Whether nothing has changed since the screen was shown. Without a screen there is nothing to compare."""
        shown = self.cleaned_data.get("shown", "")
        return not shown or shown == self.departure.shown


def _help(departure: Departure) -> str:
    count = departure.count
    if departure.action == Action.DELETE:
        words = ngettext(
            "Whoever follows an old link to its address arrives there. Empty: they are told that there is no such page.",
            "Whoever follows an old link to one of %(count)s addresses arrives there. Empty: they are told that there is "
            "no such page.",
            count,
        )
    elif departure.action == Action.EXPIRE:
        words = gettext(
            "Whoever comes to its address after that arrives there until it is published again. Empty: they are told that "
            "there is no such page."
        )
    else:
        words = gettext(
            "Whoever comes to its address arrives there until it is published again; the same for pages under it that "
            "you unpublish with it. Empty: they are told that there is no such page."
        )
    return words % {"count": count}
