"""The words pay bands are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How senior a seat is, from the first to the last."""

    JUNIOR = "junior", _("Junior")
    MID = "mid", _("Mid")
    SENIOR = "senior", _("Senior")
    STAFF = "staff", _("Staff or lead")
    PRINCIPAL = "principal", _("Principal")
    HEAD = "head", _("Head")
    DIRECTOR = "director", _("Director")
    EXECUTIVE = "executive", _("Executive")


class Basis(models.TextChoices):
    """What a figure of pay counts."""

    ANNUAL_BASE = "annual_base", _("Annual base")
    DAY_RATE = "day_rate", _("Day rate")
    TOTAL_CASH = "total_cash", _("Total cash")
