"""Who gives anybody a mail address: domains that say nothing about a company, and domains whose addresses soon expire."""

from disposable_email_domains import blocklist

PUBLIC = frozenset(
    {
        "gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "outlook.es", "outlook.de", "hotmail.com",
        "hotmail.co.uk", "hotmail.fr", "hotmail.es", "hotmail.de", "hotmail.it", "live.com", "live.co.uk",
        "live.fr", "live.nl", "msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "yahoo.es", "yahoo.it",
        "ymail.com", "rocketmail.com", "aol.com", "aim.com", "icloud.com", "me.com", "mac.com", "proton.me",
        "protonmail.com", "pm.me", "tuta.com", "tutanota.com", "tutanota.de", "zoho.com", "mail.com", "email.com",
        "fastmail.com", "hey.com", "hushmail.com", "duck.com", "posteo.de", "posteo.net", "mailbox.org", "gmx.de",
        "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "arcor.de", "online.de",
        "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "neuf.fr", "bbox.fr", "numericable.fr",
        "telefonica.net", "terra.es", "movistar.es", "wp.pl", "o2.pl", "onet.pl", "onet.eu", "op.pl", "interia.pl",
        "interia.eu", "gazeta.pl", "poczta.fm", "tlen.pl", "vp.pl", "ziggo.nl", "kpnmail.nl", "planet.nl",
        "home.nl", "xs4all.nl", "hetnet.nl", "telenet.be", "skynet.be", "bluewin.ch", "hispeed.ch", "libero.it",
        "virgilio.it", "tiscali.it", "alice.it", "tin.it", "btinternet.com", "btopenworld.com", "sky.com",
        "virginmedia.com", "ntlworld.com", "talktalk.net", "blueyonder.co.uk", "plus.com", "comcast.net",
        "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "seznam.cz", "email.cz",
        "centrum.cz", "azet.sk", "freemail.hu", "citromail.hu", "abv.bg", "mail.ru", "bk.ru", "inbox.ru", "list.ru",
        "yandex.ru", "yandex.com", "rambler.ru", "ukr.net", "i.ua", "qq.com", "163.com", "126.com", "sina.com",
        "foxmail.com", "naver.com", "daum.net", "rediffmail.com", "uol.com.br", "bol.com.br", "terra.com.br",
        "eircom.net", "online.no", "telia.com",
    }
)  # fmt: skip
"""Large providers of mail for everybody. Their customers have nothing in common."""


def is_disposable(domain: str) -> bool:
    """Whether the domain, or one above it, hands out addresses for minutes or hours."""
    parts = domain.split(".")
    above = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return any(each in blocklist for each in above)


def is_public(domain: str) -> bool:
    """Whether addresses of the domain say nothing about a company."""
    return domain in PUBLIC or is_disposable(domain)
