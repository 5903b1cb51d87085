"""Telling language from letters struck at random, in any of Europe's languages, by what letters follow which."""

import re
import unicodedata

from enquiries.spam.disguise import undisguised

STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
ACCENTS = re.compile(r"[\u0300-\u036f]")

PAIRS = """
a 24329544354342358232444754
b 33881868248164359346499939
c 29492990232485299462499942
d 27751767275553159446466943
e 45434645344342657223555585
f 34942347198374297363387966
g 26951934298354279344296968
h 15681976267265299352449948
i 36341436834342365433546795
j 16832566293544289643247993
k 25471557275464289432356926
l 26632755256364377843368947
m 24562788296534339646398948
n 26432524295574379732458935
o 64433555464432346224322774
p 28652455377355229254369967
q 99999999999499999999059999
r 26631546274644367443455942
s 36372564363455347632365953
t 27691764295574269344354934
u 34452446335332439233445673
v 16771989297675279457569938
w 27771873296793369448596937
x 49473797399779929992999979
y 52253555455344329522764944
z 26751867174454268663255832
"""
"""How seldom one letter follows another: a row for the first, a column from a to z for the second.

The figure is the number of bits, 9 at most, in the best of ten languages (English, German, French, Spanish, Polish, Dutch,
Italian, Swedish, Portuguese, Czech), counted in the texts of Django and Wagtail in these languages, accents left out.
"""
BITS = {
    first + second: int(bits)
    for first, row in (line.split() for line in PAIRS.split("\n") if line)
    for second, bits in zip("abcdefghijklmnopqrstuvwxyz", row, strict=True)
}
KEYBOARD = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm", "wxcvbn")
RUNS = {row[start : start + 4] for keys in KEYBOARD for row in (keys, keys[::-1]) for start in range(len(row) - 3)} - {
    "wert",
    "trew",
}
"""Four keys side by side, which no language writes but by accident; German has "Wert"."""

SHORTEST = 5
"""Letters of a word that can be judged; shorter ones are names of things as often as words."""
SELDOM = 4.5
SHORT_SELDOM = 5.2
"""Bits a pair from which on a word is none, in long words and in those of up to six letters."""
ENOUGH = 1000
"""Characters after which a text has shown what it is."""
REPEATED = re.compile(r"(.{1,2})\1{2,}|(.{3,4})\2+")
SWITCH = re.compile(r"[a-z][A-Z]")
CYRILLIC = re.compile(r"[а-яёіїєґ]+")
CYRILLIC_VOWELS = re.compile(r"[аеёиоуыэюяіїєѐ]")


def plain(text: str) -> str:
    """The text in small letters without accents, in the letters it seems to be written in (``disguise.undisguised``)."""
    folded = unicodedata.normalize("NFKD", undisguised(text).casefold().translate(STROKES))
    return ACCENTS.sub("", folded)


def nonsense(text: str) -> float:
    """The share, from 0 to 1, of letters that stand in words which are none; 0 where nothing can be judged."""
    words = [word for word in re.findall(r"[^\W\d_]+", text[:ENOUGH]) if len(word) >= SHORTEST]
    letters = sum(map(len, words))
    return sum(len(word) for word in words if is_nonsense(word)) / letters if letters else 0.0


def is_nonsense(word: str) -> bool:
    """Whether a word of at least ``SHORTEST`` letters is none in any language we know the letters of.

    Acronyms and names of things in capitals and small letters ("MLOps", "PostgreSQL") are not judged by their pairs: only
    that capitals keep changing gives them away.
    """
    low = word.lower() if word.isascii() else plain(word)
    if CYRILLIC.fullmatch(low):
        return len(low) > SHORTEST and not CYRILLIC_VOWELS.search(low)
    if not low.isascii():
        return False
    repeated = REPEATED.fullmatch(low)
    if repeated or any(low[start : start + 4] in RUNS for start in range(len(low) - 3)):
        return True
    bits = sum(BITS.get(low[place : place + 2], 4) for place in range(len(low) - 1)) / (len(low) - 1)
    switches = len(SWITCH.findall(word))
    if not (word.islower() or word.istitle()):
        return switches >= 4 or (switches >= 2 and len(word) > 8 and bits >= SELDOM - 0.6)
    return bits >= (SHORT_SELDOM if len(low) <= 6 else SELDOM)
