"""The words of those who sell to us, as data: how they speak, what they sell, and how clients speak instead.

Words alone say nothing: casinos, lenders, drug makers and agencies hire too. ``enquiries.spam.solicitation`` weighs how
somebody speaks (of what is ours, of an offer, urging) together with what they sell. Phrases stand between commas, in small
letters without accents; ``*`` is any ending.
"""

from enquiries.spam.phrases import Phrasebook
from enquiries.spam.vocabulary import chinese, dutch, english, french, german, polish, russian, spanish, trades

LANGUAGES = (english, german, french, spanish, polish, dutch, russian, chinese)

PITCH = Phrasebook(
    {
        3: [language.STRONG for language in LANGUAGES],  # hardly any client writes these
        2: [language.MEDIUM for language in LANGUAGES],  # a client may write one of them
        1: [language.WEAK for language in LANGUAGES],  # these mean something only beside others
    }
)
HIRING = Phrasebook(
    {
        1: [language.HIRING for language in LANGUAGES],  # what is said of a seat
        2: [language.JOB_AD for language in LANGUAGES],  # how advertisements of jobs speak, which clients paste
    }
)
TRADES = Phrasebook({name: [words] for name, words in vars(trades).items() if name.isupper()})
