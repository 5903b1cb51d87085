"""Currencies after ISO 4217: which codes there are, and how readers meet the ones that agencies pay in."""

CODES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG
    HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA
    MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905 - a table of codes reads better than 150 quoted strings
)

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}

NAMES = {
    "AUD": "Australian dollars",
    "CAD": "Canadian dollars",
    "CHF": "Swiss francs",
    "CZK": "Czech koruna",
    "DKK": "Danish kroner",
    "EUR": "euros",
    "GBP": "pounds sterling",
    "NOK": "Norwegian kroner",
    "PLN": "Polish złoty",
    "SEK": "Swedish kronor",
    "SGD": "Singapore dollars",
    "USD": "US dollars",
}


def name(code: str) -> str:
    """What the currency is called in running text; its code if it has no name here."""
    return f"{NAMES[code]} ({code})" if code in NAMES else code


def amount(value: int, code: str) -> str:
    """A whole amount as readers see it: ``£115,000``, ``CHF 158,000``."""
    return _signed(f"{value:,}", code)


def cell(value: int, code: str) -> str:
    """An amount under a caption that names the currency: ``£115,000``, ``158,000``."""
    return f"{SIGNS.get(code, '')}{value:,}"


def short(value: int, code: str) -> str:
    """An amount for an axis: ``£115k``, ``SEK 1.1m``, ``£650``."""
    if value >= 1_000_000_000:
        return _signed(f"{value / 1_000_000_000:.4g}bn", code)
    if value >= 1_000_000:
        return _signed(f"{value / 1_000_000:.4g}m", code)
    if value >= 1_000:
        return _signed(f"{value / 1_000:.4g}k", code)
    return _signed(str(value), code)


def _signed(number: str, code: str) -> str:
    return f"{SIGNS[code]}{number}" if code in SIGNS else f"{code}\N{NO-BREAK SPACE}{number}"
