"""Why a file is not taken, in words for whoever sent it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EMPTY = _("It is empty.")
TOO_LARGE = _("It is larger than 10 MB.")
NO_ROOM = _("There is room for five files. Remove one first.")
TOO_MANY = _("Send at most five files at once.")
NOT_NOW = _("It could not be stored just now. Please send it again.")
WEB_PAGE = _("It is a web page. Send PDF, DOCX, ODT or TXT.")
DRAWING = _("It is a drawing (SVG). Send PDF, DOCX, ODT or TXT.")
MARKUP = _("It is markup, not plain text. Send PDF, DOCX, ODT or TXT.")
RTF = _("It is an RTF file. Save it as PDF, DOCX, ODT or TXT.")
PICTURE = _("It is a picture. Send PDF, DOCX, ODT or TXT.")
PROGRAM = _("It is a program, or holds one. Send PDF, DOCX, ODT or TXT.")
ARCHIVE = _("It is an archive. Send the files in it one by one, as PDF, DOCX, ODT or TXT.")
OTHER_OFFICE = _("It is not a text document. Save it as PDF, or send DOCX, ODT or TXT.")
OLD_OFFICE = _("It is in an old format of Office. Save it as DOCX or PDF.")
ENCRYPTED = _("It is protected by a password. Save it without one.")
MACROS = _("It holds macros. Save it without them, or as PDF.")
BOMB = _("It unpacks to far more than its size, so we have not opened it. Save it as PDF.")
DAMAGED = _("It is damaged, or was cut off. Save it again, or as PDF.")
TWO_THINGS = _("It can be read as two kinds of file at once. Save it again as PDF, DOCX, ODT or TXT.")
TEST_VIRUS = _("It carries the signature by which virus scanners are tested.")
INFECTED = _("A virus was found in it, so it was deleted.")
UNREADABLE_TEXT = _("Its characters cannot be read. Save it as text in UTF-8.")
UNKNOWN = _("It is none of the kinds we take. Send PDF, DOCX, ODT or TXT.")


class RefusedError(Exception):
    """A file is not taken; ``message`` says why, beside the field."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = message
