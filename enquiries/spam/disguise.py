"""Text that hides its words from filters: letters of other alphabets, letters in fancy dress, and invisible ones between."""

import re
import unicodedata

INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]|(?<=[A-Za-zА-я])[\u200c\u200d](?=[A-Za-zА-я])")
"""Characters that stand between letters and are not seen. Joiners are letters' own in scripts that need them."""

LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеіјосрхуѕԁһԛԝҮαοερτυικνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABESIJKMHOPCTXYaeijocpxysdhqwYaoeptuikvABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters that look like Latin ones."""

LATIN = re.compile(r"[A-Za-z]")
OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]")
WORD = re.compile(r"[^\W\d_]+")
DRESSED = re.compile(r"[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189\uff21-\uff3a\uff41-\uff5a]")
"""Letters that exist to look different: mathematical, in circles and squares, of full width."""

SCRIPTS = 4
"""Alphabets from which on a text is in none."""


def undisguised(text: str) -> str:
    """The text as a reader reads it."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    if not OTHER.search(bare):
        return bare
    return WORD.sub(lambda found: found[0].translate(LOOKALIKES) if _is_mixed(found[0]) else found[0], bare)


def disguise(text: str) -> int:
    """How much of a disguise a text wears: 0 for none, 1 for a word or two, 2 for more."""
    if text.isascii():
        return 0
    bare = INVISIBLE.sub("", text)
    wearing = 0
    if OTHER.search(bare) or DRESSED.search(bare):
        wearing = sum(_is_mixed(word) or bool(DRESSED.search(word)) for word in WORD.findall(bare))
    wearing += bool(re.search(r"[A-Za-z][\u200b\u2060\ufeff]+[A-Za-z]", text))  # once: some come along from web pages
    if len(scripts(text)) >= SCRIPTS:
        wearing += 3
    return 0 if not wearing else 1 if wearing < 3 else 2


def scripts(text: str) -> set[str]:
    """The alphabets of a text, by the first word of their letters' names in Unicode; Chinese and Japanese count as one."""
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in set(text) if letter.isalpha()}
    return {"CJK" if name in {"HIRAGANA", "KATAKANA"} else name for name in names} - {"", "MATHEMATICAL", "FULLWIDTH"}


def _is_mixed(word: str) -> bool:
    """Whether a word has letters of two alphabets; a letter that stands alone for a thing ("µm", "Ω") is none."""
    return bool(len(word) > 2 and LATIN.search(word) and OTHER.search(word))
