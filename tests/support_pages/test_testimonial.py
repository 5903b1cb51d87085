"""Testimonials are shown for as long as somebody agreed to, to the day, without anybody saving a page."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from support_pages.models import SupportPage
from tests.support_pages.bodies import BODY, body, shown
from tests.support_pages.test_blocks import rendered, words

pytestmark = pytest.mark.django_db


def test_testimonial_ends_with_its_consent() -> None:
    today = timezone.localdate()
    yesterday = today - datetime.timedelta(days=1)
    value = shown("testimonial") | {"words": "They found her.", "consent_from": "Alex Moreau, by mail"}
    valid = value | {"ends_on": today.isoformat()}
    over = value | {"ends_on": yesterday.isoformat()}
    assert "They found her." in words(rendered("testimonial", valid))
    assert "Alex Moreau" not in words(rendered("testimonial", valid))
    assert words(rendered("testimonial", over)) == ""
    assert words(rendered("testimonial", value | {"ends_on": None})) == ""
    to_editor = words(rendered("testimonial", over, preview=True))
    assert "They found her." in to_editor
    assert f"ended on {yesterday.day} {yesterday:%B %Y}" in to_editor
    searched = BODY.get_searchable_content(
        body(("testimonial", over), ("testimonial", valid | {"words": "Still valid."}))
    )
    assert "They found her." not in searched
    assert "Still valid." in searched
    assert not any("Alex Moreau" in text for text in searched)


def test_consent_to_a_testimonial_is_recorded() -> None:
    for missing in ("consent_from", "consent_on", "ends_on"):
        with pytest.raises(ValidationError):
            BODY.clean(body(("testimonial", shown("testimonial") | {missing: None if "_on" in missing else ""})))


def test_published_words_go_on_the_day_after_the_last_and_come_back_with_a_new_date(
    guide: SupportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = timezone.localdate() + datetime.timedelta(days=30)
    value = shown("testimonial") | {"words": "They found her.", "ends_on": last.isoformat()}
    guide.body = BODY.clean(body(("testimonial", value)))
    guide.save()

    def read(day: datetime.date) -> str:
        monkeypatch.setattr(timezone, "localdate", lambda *_where: day)
        answer = Client().get(guide.url)
        policy = answer.headers["Cache-Control"].split(
            ", "
        )  # browsers ask each time, others from one second to the next
        assert {"max-age=0", "s-maxage=1"} <= set(policy)
        return answer.content.decode()

    assert "They found her." in read(last)
    assert "They found her." not in read(last + datetime.timedelta(days=1))
    guide.body[0].value["ends_on"] = last + datetime.timedelta(days=365)
    guide.save()
    assert "They found her." in read(last + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("given", "ends", "wrong"),
    [(1, 30, {"consent_on"}), (-10, -11, {"ends_on"}), (-10, -10, set()), (0, 0, set()), (-10, -1, set())],
    ids=["not yet given", "ended before it was given", "for a day", "for today", "over by now"],
)
def test_days_of_a_consent_make_sense(given: int, ends: int, wrong: set[str]) -> None:
    """A consent that is over can be saved: it must not keep anybody from mending the rest of an old guide."""
    today = timezone.localdate()
    days = {"consent_on": today + datetime.timedelta(days=given), "ends_on": today + datetime.timedelta(days=ends)}
    value = body(("testimonial", shown("testimonial") | {name: day.isoformat() for name, day in days.items()}))
    if not wrong:
        BODY.clean(value)
        return
    with pytest.raises(ValidationError) as refused:
        BODY.clean(value)
    assert set(refused.value.block_errors[0].block_errors) == wrong
