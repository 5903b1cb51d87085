"""Documents of the demo that readers can take away: made of the content, so that they say the same."""

import csv
import io
from collections.abc import Callable

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

from agency.demo.content.machine_learning.interview_guide import GUIDE as INTERVIEW_GUIDE
from agency.demo.ledger import find

SCORES = "Score, 1 to 4"
EVIDENCE = "Evidence in one sentence: what the candidate said or did"


def scorecard() -> str:
    """The questions of the machine learning interview guide as a sheet to score them on."""
    sheet = io.StringIO()
    lines = csv.writer(sheet)
    lines.writerow(["Stage", "Question", "What it tests", SCORES, EVIDENCE])
    for kind, value in INTERVIEW_GUIDE.body:
        if kind == "interview_questions":
            for asked in value["questions"]:
                lines.writerow([value["title"], asked["question"], asked["tests"], "", ""])
    return sheet.getvalue()


DOCUMENTS: dict[str, tuple[str, Callable[[], str]]] = {
    "machine-learning-interview-scorecard.csv": ("Machine learning interview scorecard", scorecard),
}
"""By the name of the file: title and what writes it."""


def write(name: str) -> AbstractDocument:
    """The document of that name, stored with its size; spreadsheets know its encoding by the mark at its start."""
    title, text = find("document", DOCUMENTS, name)
    file = ContentFile(text().encode("utf-8-sig"), name=name)
    return get_document_model().objects.create(title=title, file=file, file_size=file.size)
