"""Facts inside sentences: stored as a reference, shown with their current value."""

from typing import Any

from django.template.loader import render_to_string
from wagtail.rich_text import EmbedHandler

from agency.rich_text import Lookup, look_up
from specialisms.citing import cite
from specialisms.models import Fact
from specialisms.usage import fact_ids


def load(ids: set[str]) -> dict[str, Fact]:
    """The facts by id, in one query."""
    return {str(fact.pk): fact for fact in Fact.objects.filter(pk__in=ids)}


FACTS = Lookup("fact", fact_ids, load)


class FactEmbedHandler(EmbedHandler):
    """``<embed embedtype="fact" id="7"/>`` as the figure with its source; a fact that is gone leaves nothing."""

    identifier = "fact"

    @staticmethod
    def get_model() -> type[Fact]:
        """For Wagtail's own tools."""
        return Fact

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """The HTML of the facts of one rich text."""
        ids = [attrs.get("id", "") for attrs in attrs_list]
        at_hand = look_up("fact", ids)
        return [_html(at_hand.get(id_)) for id_ in ids]

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """The HTML of one."""
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Any:
        """For the reference index."""
        if attrs.get("id", "").isdigit():
            yield Fact, attrs["id"], "", ""


def _html(fact: Fact | None) -> str:
    if fact is None:
        return ""
    cite([fact])
    return render_to_string("blocks/fact_in_text.html", {"fact": fact}).strip()
