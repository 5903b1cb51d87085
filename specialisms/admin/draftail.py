"""Facts in the rich text editor: the button, and the way between the stored text and the editor's own format."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from draftjs_exporter.engines.string import Elt
from wagtail.admin.rich_text.converters.contentstate_models import ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    HandlerState,
    InlineEntityElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from specialisms.models import Fact
from specialisms.rich_text import FactEmbedHandler

TYPE = "FACT"


class FactElementHandler(InlineEntityElementHandler):
    """From ``<embed>`` to an entity whose text is the fact's current value; that text is never stored."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        """The id, and what the editor shows. A fact that is gone keeps its place, so that somebody notices."""
        fact = Fact.objects.filter(pk=attrs["id"]).first()
        shown = {"value": fact.value, "title": str(fact)} if fact else {"value": "?", "title": str(_("Missing fact"))}
        return {"id": attrs["id"], **shown}

    def handle_starttag(
        self, name: str, attrs: list[tuple[str, str]], state: HandlerState, contentstate: ContentState
    ) -> None:
        """Open the entity and put the value into the text; closing the tag ends it there."""
        super().handle_starttag(name, attrs, state, contentstate)
        entity = contentstate.entity_map[state.current_entity_ranges[-1].key]
        state.current_block.text += entity.data["value"]
        state.leading_whitespace = KEEP_WHITESPACE


def to_embed(props: dict[str, Any]) -> Elt:
    """From the entity to ``<embed>``, inside the bold or italics its text has."""
    embed = DOM.create_element("embed", {"embedtype": "fact", "id": str(props["id"])})
    around = []
    inner = props["children"]
    while isinstance(inner, Elt):
        if inner.type != "fragment":
            around.append((inner.type, inner.attr))
        inner = inner.children[0] if inner.children else None
    for name, attributes in reversed(around):
        embed = DOM.create_element(name, attributes or {}, embed)
    return embed


def register(features: FeatureRegistry) -> None:
    """Offer the feature ``fact`` to rich text fields that list it."""
    features.register_embed_type(FactEmbedHandler)
    features.register_editor_plugin(
        "draftail",
        "fact",
        EntityFeature(
            {
                "type": TYPE,
                "icon": "order",
                "description": _("Fact from the ledger"),
                "chooserUrls": {"fact": reverse_lazy("fact_chooser:choose")},
                "attributes": ["id", "value", "title"],
                "allowlist": {"id": True},
            },
            js=["wagtailadmin/js/chooser-modal.js", "js/admin/fact.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "fact",
        {
            "from_database_format": {'embed[embedtype="fact"]': FactElementHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: to_embed}},
        },
    )
