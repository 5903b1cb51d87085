"""Pay bands in the CMS: the list with its filters, the form, and the way to files and back."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from specialisms.admin.ledger import FigureColumn, LedgerViewSet
from specialisms.admin.pay_files import BlankFileView, ImportView
from specialisms.keepers import PAY_BANDS
from specialisms.models import Level, PayBand, SpecialismPage
from specialisms.models.pay import PayBandQuerySet
from specialisms.models.specialism import SECTOR_DEPTH
from specialisms.pay import currencies, transfer


def stored(field: str) -> Any:
    """A function that gives the values a field has in the ledger as choices."""
    return lambda: [
        (value, value) for value in PayBand.objects.order_by(field).values_list(field, flat=True).distinct()
    ]


def directory(among: Q | None = None) -> list[tuple[str, str]]:
    """All specialisms, or some, by number and title, indented as they lie in the tree.

    Choices rather than a query: a number that no database can hold is just not among them.
    """
    pages = SpecialismPage.objects.filter(among or Q()).order_by("path").values_list("pk", "title", "depth")
    return [(str(number), f"{'– ' * (depth - SECTOR_DEPTH)}{title}") for number, title, depth in pages]


class PayBandFilterSet(WagtailFilterSet):
    """Specialism with its narrower ones, place, level, currency, and whether it has expired."""

    specialism = django_filters.ChoiceFilter(choices=directory, method="in_specialism", label=_("Specialism"))
    place = django_filters.ChoiceFilter(choices=stored("place"), label=_("Place"))
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("Level"))
    currency = django_filters.ChoiceFilter(choices=stored("currency"), label=_("Currency"))
    expired = django_filters.ChoiceFilter(
        choices=[("yes", _("Expired")), ("no", _("Still valid"))], method="by_expiry", label=_("Validity")
    )

    class Meta:
        model = PayBand
        fields = ["specialism", "place", "level", "currency"]

    def in_specialism(self, queryset: PayBandQuerySet, _name: str, number: str) -> PayBandQuerySet:
        """Bands of a specialism or of one under it."""
        paths = SpecialismPage.objects.filter(pk=number).values_list("path", flat=True)
        return queryset.filter(specialism__path__startswith=paths[0])

    def by_expiry(self, queryset: PayBandQuerySet, _name: str, wanted: str) -> PayBandQuerySet:
        """Bands past their date, or the others."""
        today = timezone.localdate()
        return queryset.filter(valid_until__lt=today) if wanted == "yes" else queryset.filter(valid_until__gte=today)


class IndexView(generic.IndexView):
    """The list; what it shows, filtered, can be downloaded as a file that can be imported again."""

    FORMATS = ("csv",)
    default_ordering = "specialism"

    def get_base_queryset(self) -> QuerySet[PayBand]:
        """With what a row names, without the texts of pages."""
        bands = PayBand.objects.select_related("specialism", "role", "owner")
        return bands.defer("specialism__body", "specialism__key_figures", "specialism__remit", "owner__biography")

    def write_csv_response(self, queryset: QuerySet[PayBand]) -> HttpResponse:
        """The file."""
        response = HttpResponse(transfer.export(queryset), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="pay-bands-{timezone.localdate():%Y-%m-%d}.csv"'
        return response

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Download for everybody who sees the list, import for those who may add some."""
        buttons = [
            *super().header_more_buttons,
            Button(_("Download CSV"), url=self.csv_export_url, icon_name="download", priority=90),
        ]
        if self.user_has_permission(ImportView.permission_required):
            buttons.append(Button(_("Import CSV"), url=reverse("pay_bands:import"), icon_name="upload", priority=100))
        return buttons


def percentile(field: str, label: str | Promise) -> Column:
    """A column with an amount in the band's currency."""
    return Column(
        field,
        label=label,
        accessor=lambda band: currencies.amount(getattr(band, field), band.currency),
        sort_key=field,
    )


class PayBandViewSet(LedgerViewSet):
    """List, form, history and files."""

    model = PayBand
    name = "pay_bands"
    permission_policy = PAY_BANDS
    icon = "table"
    menu_label = _("Pay bands")
    menu_name = "pay-bands"
    add_to_admin_menu = False
    add_to_reference_index = False
    index_view_class = IndexView
    filterset_class = PayBandFilterSet
    inspect_view_fields_exclude = ["id"]
    search_fields = ["role__name", "place", "source_name", "publisher", "bonus_note", "equity_note"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        FigureColumn("role", "pay_bands", PAY_BANDS, label=_("Role"), sort_key="role__name"),
        Column("specialism", label=_("Specialism"), sort_key="specialism__title"),
        Column("get_level_display", label=_("Level")),
        Column("place", label=_("Place"), sort_key="place"),
        Column("get_basis_display", label=_("Basis")),
        percentile("p25", "P25"),
        percentile("p50", _("Median")),
        percentile("p75", "P75"),
        Column(
            "valid_until",
            label=_("Valid until"),
            sort_key="valid_until",
            accessor=lambda band: date_format(band.valid_until, "j M Y"),
        ),
        StatusTagColumn(
            "expired",
            label=_("Validity"),
            accessor=lambda band: _("Expired") if band.expired else _("Valid"),
            primary=lambda band: not band.expired,
        ),
        Column("owner", label=_("Owner"), sort_key="owner__title"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Wagtail's own, and those of files."""
        return [
            *super().get_urlpatterns(),
            path("import/", ImportView.as_view(), name="import"),
            path("import/template.csv", BlankFileView.as_view(), name="template"),
        ]
