"""What clients and candidates say, for as long as they agreed to."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, StructBlock, StructValue, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError


class TestimonialValue(StructValue):
    """Somebody's words with the consent to show them."""

    @property
    def ended(self) -> bool:
        """Whether the consent is over, or was never recorded: then readers do not get the words."""
        return not self["ends_on"] or self["ends_on"] < timezone.localdate()


class TestimonialBlock(StructBlock):
    """Words of a client or candidate. After the consent ends readers no longer see them; previews say why."""

    words = TextBlock(
        label=_("Words"), max_length=600, rows=3, help_text=_("As they said or wrote it, without quotation marks.")
    )
    who = CharBlock(label=_("Who"), max_length=80, help_text=_("The name they agreed to, or an unnamed role."))
    role = CharBlock(label=_("Role"), required=False, max_length=80, help_text=_("Their role, such as “CTO”."))
    company = CharBlock(
        label=_("Company"),
        required=False,
        max_length=80,
        help_text=_("Only if the consent covers the company’s name."),
    )
    consent_from = CharBlock(
        label=_("Consent given by"),
        max_length=120,
        search_index=False,
        help_text=_("Who agreed and how, such as “Alex Moreau, by mail”. Readers never see it."),
    )
    consent_on = DateBlock(label=_("Consent given on"), help_text=_("The day they agreed. Readers never see it."))
    ends_on = DateBlock(
        label=_("Consent ends on"),
        help_text=_("The last day readers see it. Ask again before then and change the date."),
    )

    class Meta:
        icon = "openquote"
        label = _("Testimonial")
        label_format = "{who}"
        description = _("Somebody’s words about our work, with their consent and the day it ends.")
        template = "blocks/testimonial.html"
        value_class = TestimonialValue
        preview_value = {
            "words": "Five people, all of whom could do the job. We hired the second and still talk to the third.",
            "who": "A client",
            "role": "Chief technology officer",
            "company": "Payments company",
            "consent_from": "The client, by mail",
            "consent_on": date(2026, 9, 1),
            "ends_on": date(2099, 12, 31),
        }

    def clean(self, value: StructValue) -> StructValue:
        """Refuse a consent nobody can have given yet, and one that ends before it was given."""
        cleaned = super().clean(value)
        given, ends = cleaned["consent_on"], cleaned["ends_on"]
        errors = {}
        if given and given > timezone.localdate():
            errors["consent_on"] = ValidationError(_("This day is still to come."))
        if given and ends and ends < given:
            errors["ends_on"] = ValidationError(_("The consent cannot end before it was given."))
        if errors and not self.is_deferred_validation:
            raise StructBlockValidationError(errors)
        return cleaned

    def get_searchable_content(self, value: StructValue) -> list[str]:
        """Nothing once the consent is over."""
        return [] if value.ended else super().get_searchable_content(value)
