"""Facts inside rich text: from the database into the editor and back without a loss."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html, extract_references_from_rich_text

from specialisms.blocks.text import EVIDENCE_FEATURES
from specialisms.models import Fact
from tests import factories

pytestmark = pytest.mark.django_db

FACT = '<embed embedtype="fact" id="{id}"/>'
TEXTS = [
    "<p>It takes " + FACT + " from mandate to offer.</p>",
    "<p>" + FACT + "</p>",
    "<p>" + FACT + " at the start, and at the end " + FACT + "</p>",
    "<p>Two in a row: " + FACT + FACT + ".</p>",
    "<p>Beside <b>bold</b> " + FACT + " <i>words</i>.</p>",
    "<p>Beside <b>bold</b>" + FACT + "<i>words</i>.</p>",
    "<p>Only <b>" + FACT + "</b> bold.</p>",
    "<p>Only <b><i>" + FACT + "</i></b> both.</p>",
    "<ul><li>first " + FACT + "</li><li>" + FACT + " second<ul><li>inner " + FACT + " item</li></ul></li></ul>",
    "<ol><li>" + FACT + "</li></ol><p>then</p>",
    '<p>After <a href="https://example.com/">a link</a>, ' + FACT + ', before <a linktype="page" id="2">one</a>.</p>',
]


def without_keys(html: str) -> str:
    """The text as stored, without the editor's block keys."""
    parts = html.split(' data-block-key="')
    return parts[0] + "".join(part.partition('"')[2] for part in parts[1:])


@pytest.mark.parametrize("text", TEXTS)
def test_round_trip_through_the_editor_loses_nothing(text: str, home) -> None:
    fact = factories.fact()
    stored = text.replace("{id}", str(fact.pk)).replace('id="2"', f'id="{home.pk}"')
    converter = ContentstateConverter(EVIDENCE_FEATURES)
    assert without_keys(converter.to_database_format(converter.from_database_format(stored))) == stored


def test_a_fact_inside_bold_words_stays_bold() -> None:
    """The editor splits what is bold at the fact, as it does at a link; nothing else changes, however often."""
    fact = FACT.format(id=factories.fact().pk)
    converter = ContentstateConverter(EVIDENCE_FEATURES)
    text = f"<p>All <b>of {fact} bold</b>.</p>"
    for _time in range(3):
        text = without_keys(converter.to_database_format(converter.from_database_format(text)))
        assert f"<b>{fact}</b>" in text
        assert text.replace("<b>", "").replace("</b>", "") == f"<p>All of {fact} bold.</p>"


def test_the_editor_shows_the_current_value_as_one_piece() -> None:
    fact = factories.fact(low=40, high=52)
    shown = json.loads(
        ContentstateConverter(EVIDENCE_FEATURES).from_database_format(
            f"<p>It takes {FACT.format(id=fact.pk)} here.</p>"
        )
    )
    (block,), (entity,) = shown["blocks"], shown["entityMap"].values()
    (place,) = block["entityRanges"]
    assert block["text"] == "It takes 40–52 days here."
    assert block["text"][place["offset"] : place["offset"] + place["length"]] == "40–52 days"
    assert entity["type"] == "FACT"
    assert entity["mutability"] == "IMMUTABLE"
    assert entity["data"]["id"] == str(fact.pk)


def test_a_fact_that_is_gone_keeps_its_place_in_the_editor() -> None:
    converter = ContentstateConverter(EVIDENCE_FEATURES)
    stored = '<p>It takes <embed embedtype="fact" id="999"/> here.</p>'
    assert without_keys(converter.to_database_format(converter.from_database_format(stored))) == stored


def test_the_reference_index_learns_of_facts_in_text() -> None:
    fact = factories.fact()
    found = list(extract_references_from_rich_text(f"<p>{FACT.format(id=fact.pk)}</p>"))
    assert found == [(Fact, str(fact.pk), "", "")]


@pytest.mark.parametrize("hostile", ['id="1 OR 1"', 'id=""', "", 'id="-1"', 'id="99999999999999999999"'])
def test_an_embed_nobody_could_have_made_renders_nothing(hostile: str) -> None:
    html = expand_db_html(f'<p>a<embed embedtype="fact" {hostile}/>b</p>')
    assert html == "<p>ab</p>"
    assert list(extract_references_from_rich_text(f'<p><embed embedtype="fact" {hostile}/></p>')) in (
        [],
        [(Fact, "99999999999999999999", "", "")],
    )
