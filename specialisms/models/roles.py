"""The roles an agency recruits for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.search import index

from specialisms.models.specialism import SpecialismPage


class RoleQuerySet(models.QuerySet["Role"]):
    """Finding a role by what people call it."""

    def called(self, title: str) -> "Role | None":
        """The role of that name, or of that alternative title if only one has it; case and spaces don't count."""
        wanted = " ".join(title.split()).casefold()
        if not wanted:
            return None
        likely = self.filter(models.Q(name__iexact=wanted) | models.Q(alternative_titles__icontains=wanted))
        found = [role for role in likely if wanted in map(str.casefold, role.titles)]
        by_name = [role for role in found if role.name.casefold() == wanted]
        return (by_name or found)[0] if len(by_name or found) == 1 else None


class Role(index.Indexed, models.Model):
    """A role by the name the agency uses: named by guides, pay bands, comparisons and mandates."""

    name = models.CharField(_("name"), max_length=80, unique=True, help_text=_("Such as “Machine Learning Engineer”."))
    alternative_titles = models.TextField(
        _("alternative titles"), blank=True, help_text=_("What others call it, one title a line.")
    )
    mission = models.CharField(
        _("mission"), max_length=300, blank=True, help_text=_("What the person is there for, in one sentence.")
    )
    specialism = models.ForeignKey(
        SpecialismPage,
        verbose_name=_("specialism"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="roles",
        help_text=_("The field the role belongs to."),
    )
    neighbours = models.ManyToManyField(
        "self",
        verbose_name=_("neighbours"),
        blank=True,
        help_text=_("Roles that readers mix it up with or compare it to."),
    )

    objects = RoleQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("mission"),
        FieldPanel("alternative_titles"),
        PageChooserPanel("specialism"),
        FieldPanel("neighbours"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("alternative_titles"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def titles(self) -> list[str]:
        """The name and what others call it."""
        others = [line.strip() for line in self.alternative_titles.splitlines()]
        return [self.name, *(title for title in others if title)]
