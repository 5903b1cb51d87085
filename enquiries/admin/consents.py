"""What a client agreed to, for those who may open the mandate."""

from enquiries.models import Consent, Mandate


def consents_of(mandate: Mandate) -> list[Consent]:
    """Every answer of the mandate in order, each with its version of the notice and ``holds``: whether it is the newest."""
    consents = list(mandate.consents.select_related("notice").order_by("pk"))
    newest = {consent.purpose: consent.pk for consent in consents}
    for consent in consents:
        consent.holds = newest[consent.purpose] == consent.pk
    return consents
