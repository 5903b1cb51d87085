"""Amounts of money as people type them."""

import pytest

from enquiries.brief.amounts import currency_in, read_amount


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("95000", 95_000, ""),
        ("95,000", 95_000, ""),
        ("95.000", 95_000, ""),
        ("95 000", 95_000, ""),
        ("95\u202f000\u00a0€", 95_000, "EUR"),
        ("CHF 158'000", 158_000, "CHF"),
        ("158’000", 158_000, ""),
        ("£95k", 95_000, "GBP"),
        ("95K eur", 95_000, "EUR"),
        ("$95k", 95_000, ""),
        ("usd 95k", 95_000, "USD"),
        ("9.5k", 9_500, ""),
        ("1.2m", 1_200_000, ""),
        ("1,5 M", 1_500_000, ""),
        ("95,000.00", 95_000, ""),
        ("1.234.567,00", 1_234_567, ""),
        ("95,00,000 INR", 9_500_000, "INR"),
        ("650", 650, ""),
        ("９５k", 95_000, ""),
        ("2,100,000,000 VND", 2_100_000_000, "VND"),
    ],
)
def test_it_is_understood(typed: str, amount: int, currency: str) -> None:
    assert read_amount(typed) == amount
    assert currency_in(typed) == currency


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "k",
        "£",
        "0",
        "-5",
        "a lot",
        "95-110k",
        "1.250k",
        "650.50",
        "1,2",
        "95,0000",
        "1e5",
        "kr 95",
        "9" * 20,
        "95\0",
    ],
)
def test_what_could_mean_anything_is_no_amount(typed: str) -> None:
    with pytest.raises(ValueError, match="not one amount"):
        read_amount(typed)


def test_a_long_text_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="not one amount"):
        read_amount("1,11," * 20_000)
