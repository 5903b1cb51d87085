"""What a page rests on has not expired."""

import datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests import factories
from tests.support_pages.pdfs import inline
from tests.support_pages.thread.conftest import Clean
from tests.support_pages.thread.writing import fresh, in_draft, messages, problems, text, write

pytestmark = pytest.mark.django_db


def day(ahead: int) -> datetime.date:
    """A day from today."""
    return timezone.localdate() + datetime.timedelta(days=ahead)


@pytest.mark.breaks("expired-fact")
def test_facts_that_ended_yesterday(clean: Clean) -> None:
    in_text, in_row, on_top = (factories.fact(says=name, valid_until=day(-1)) for name in ("Text", "Row", "Top"))
    guide = write(clean.hiring, text(inline(in_text)["value"]), ("facts", [{"fact": in_row.pk}, {"fact": in_row.pk}]))
    found = problems(guide, "expired-fact")
    assert messages(found) == [
        f"“{fact}” expired on {date_format(day(-1), 'j F Y')}." for fact in (fresh(in_text), fresh(in_row))
    ]
    assert [problem.cure.url for problem in found] == [f"/admin/facts/edit/{fact.pk}/" for fact in (in_text, in_row)]
    assert len(in_draft(guide, "expired-fact")) == 2
    figures = [("facts", [{"fact": on_top.pk}])]
    block = type(clean.specialism)._meta.get_field("key_figures").stream_block
    key_figures = block.to_python([{"type": name, "value": value} for name, value in figures])
    assert "Top" in messages(problems(write(clean.specialism, key_figures=key_figures), "expired-fact"))[0]


@pytest.mark.holds("expired-fact")
def test_facts_that_end_today_or_are_gone(clean: Clean) -> None:
    last_day, gone = factories.fact(valid_until=day(0)), factories.fact(valid_until=day(-1))
    pk = gone.pk
    gone.delete()
    row = ("facts", [{"fact": pk}, {"fact": last_day.pk}, {"label": "Typed", "value": "5", "note": ""}])
    assert not problems(write(clean.hiring, row, text(f'<p><embed embedtype="fact" id="{pk}"/></p>')), "expired-fact")


@pytest.mark.breaks("expired-pay")
def test_pay_bands_that_ended_yesterday(clean: Clean) -> None:
    for place in ("London", "Berlin"):
        factories.pay_band(clean.specialism, place=place, valid_until=day(-1))
    (found,) = problems(clean.specialism, "expired-pay")
    assert found.message == "2 pay bands have expired."
    assert in_draft(fresh(clean.specialism), "expired-pay")


@pytest.mark.holds("expired-pay")
def test_pay_bands_that_end_today_and_those_of_another_specialism(clean: Clean, directory) -> None:
    factories.pay_band(clean.specialism, valid_until=day(0))
    other = factories.SpecialismPageFactory(parent=fresh(directory), body=[])
    factories.pay_band(other, valid_until=day(-1))
    assert not problems(clean.specialism, "expired-pay")


def said(ends_on: str | None) -> tuple[str, dict]:
    """Somebody's words, consented to until a day."""
    consent = {"consent_from": "The client", "consent_on": "2026-01-01", "ends_on": ends_on}
    return ("testimonial", {"words": "Five people.", "who": "A client", "role": "", "company": ""} | consent)


@pytest.mark.breaks("expired-testimonial")
def test_consent_that_ended_yesterday_or_was_never_recorded(clean: Clean) -> None:
    guide = write(clean.hiring, said(str(day(-1))), said(None))
    assert len(problems(guide, "expired-testimonial")) == 2
    second = messages(in_draft(guide, "expired-testimonial"))[1]
    assert "testimonial 2" in second
    assert "A client" not in second


@pytest.mark.holds("expired-testimonial")
def test_consent_that_ends_today(clean: Clean) -> None:
    assert not problems(write(clean.hiring, said(str(day(0)))), "expired-testimonial")
