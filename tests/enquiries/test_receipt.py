"""Receipts and copies: exactly what was sent and agreed, complete, and without anything that opens the room."""

import hashlib
import io
import json
import subprocess
import time

import pytest
from bs4 import BeautifulSoup
from django.db import models
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

import enquiries.models
from enquiries import paper
from enquiries.history import note
from enquiries.models import Brief, Mandate, Slot, Submission
from enquiries.models.event import EventKind
from enquiries.portrait import ELSEWHERE, GIVEN, WITHHELD, document
from specialisms.models import SpecialismPage
from support_pages import typesetting
from support_pages.typesetting import TypesettingError, UnavailableError
from tests.enquiries.rooms import room_of, text_of, token_of
from tests.enquiries.submission import send, typed, work
from tests.support.client import ANSWERS

TOPICS = [
    {"title": "Must-haves", "answers": [{"label": "At most five", "value": ["Führung eines Teams", "Łódź"]}]},
    {"title": "Pay", "answers": [{"label": "Range", "value": "GBP 140,000 to 170,000"}]},
]
FILES = [{"name": "job description.pdf", "size": 120_000, "sha256": "a" * 64}]


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A mandate with a brief and a file."""
    led.get_site()
    send(typed(specialism=str(led.pk), marketing="on"))
    mandate = Mandate.objects.get()
    Submission.objects.create(mandate=mandate, number=2, kind="brief", topics=TOPICS, files=FILES)
    return mandate


@pytest.fixture(autouse=True)
def _able() -> None:
    """Each test finds out for itself whether PDFs can be made."""
    paper._unable.clear()


def words(text: str) -> str:
    """Text with its blanks folded, as papers break lines where they like."""
    return " ".join(text.split())


def check_contents(text: str, mandate: Mandate, brand) -> None:
    """Everything a receipt must hold, in any medium."""
    for said in (*(value for key, value in ANSWERS.items() if key not in {"timing", "telephone"}), "+44 20 7946 0018"):
        assert said in text, said
    assert mandate.reference in text
    assert brand.name in text
    for answer in ("Within three months", "Führung eines Teams", "GBP 140,000 to 170,000", "job description.pdf"):
        assert answer in text, answer
    for submission in mandate.submissions.all():
        assert submission.digest in text.replace(" ", "")
    for consent in mandate.consents.all():
        assert words(consent.wording) in text
        assert consent.wording_hash in text.replace(" ", "")
    assert token_of(mandate) not in text


def test_the_page_is_the_receipt(mandate: Mandate, brand) -> None:
    page = text_of(room_of(mandate, "receipt/"))
    receipt = BeautifulSoup(page, "html.parser").select_one(".receipt")
    check_contents(words(receipt.get_text(" ")), mandate, brand)
    assert receipt.find("a") is None
    assert f'href="{room_of(mandate, "receipt.pdf")}"' in page


def test_the_confirmation_and_the_room_lead_to_it(mandate: Mandate) -> None:
    for page in ("", "received/"):
        assert f'href="{room_of(mandate, "receipt/")}"' in text_of(room_of(mandate, page))


def test_what_was_sent_later_stands_in_its_own_right(mandate: Mandate) -> None:
    before = mandate.submissions.first().digest
    Mandate.objects.update(role="Something else entirely", email="new@northgate.example")
    text = text_of(room_of(mandate, "receipt/"))
    assert "Something else entirely" not in text
    assert before in text


def test_a_correction_says_what_changed_and_names_the_rest(mandate: Mandate) -> None:
    changed = {"title": "Pay", "answers": [{"label": "Range", "value": "GBP 200,000"}]}
    for number, topics in enumerate([[TOPICS[0], changed], [changed]], 3):
        Submission.objects.create(mandate=mandate, number=number, kind="correction", topics=topics)
    page = BeautifulSoup(text_of(room_of(mandate, "receipt/")), "html.parser")
    brief, first, second = (words(part.get_text(" ")) for part in page.select(".receipt-part")[1:4])
    assert "Łódź" in brief
    assert "140,000" in brief
    assert "200,000" in first
    assert "As sent before: Must-haves" in first
    assert "Łódź" not in first
    assert "As sent before: Pay" in second
    assert "Taken back: Must-haves" in second
    assert "200,000" not in second


def test_the_paper_holds_a_draft_only_until_it_is_sent(mandate: Mandate, monkeypatch) -> None:
    set_ = []
    monkeypatch.setattr(paper, "typeset", lambda html, *_rest: set_.append(html) or typesetting.Pdf(b"%PDF", 1))
    now = timezone.now()
    brief = Brief.objects.create(mandate=mandate, role="A draft", saved_at=now)
    Client().get(room_of(mandate, "mandate.pdf"))
    Brief.objects.filter(pk=brief.pk).update(sent_at=now)
    Client().get(room_of(mandate, "mandate.pdf"))
    assert ["A draft" in html for html in set_] == [True, False]


def pdf_at(address: str) -> PdfReader:
    """A PDF that was handed over as a file."""
    response = Client().get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"].startswith('attachment; filename="M-')
    return PdfReader(io.BytesIO(response.content))


def test_the_pdf_says_the_same(mandate: Mandate, brand) -> None:
    pdf = pdf_at(room_of(mandate, "receipt.pdf"))
    check_contents(words(" ".join(page.extract_text() for page in pdf.pages)), mandate, brand)
    assert pdf.metadata.title == f"Receipt for mandate {mandate.reference}"
    targets = [str(mark.get_object()) for page in pdf.pages for mark in page.get("/Annots", [])]
    assert "/mandate/" not in "".join(targets)
    assert mandate.events.get(kind=EventKind.DOWNLOADED).detail == "receipt.pdf"


def test_the_pdf_of_everything_is_complete(mandate: Mandate, brand) -> None:
    Brief.objects.create(mandate=mandate, role="A draft of the role", must_haves=["Patience"])
    pdf = pdf_at(room_of(mandate, "mandate.pdf"))
    text = words(" ".join(page.extract_text() for page in pdf.pages))
    check_contents(text, mandate, brand)
    for heading in ("Your draft of the brief", "A draft of the role", "Patience", "History", "Links"):
        assert heading in text


class TestWithoutPdf:
    """A PDF that cannot be made costs nothing but itself."""

    def refuse(self, monkeypatch, error: Exception) -> None:
        """Have nothing be set."""

        def typeset(*_args: object) -> None:
            raise error

        monkeypatch.setattr(paper, "typeset", typeset)

    def test_where_its_libraries_are_missing_it_is_no_longer_offered(self, mandate: Mandate, monkeypatch) -> None:
        self.refuse(monkeypatch, UnavailableError("cannot load library 'libpango-1.0-0'"))
        response = Client().get(room_of(mandate, "receipt.pdf"))
        assert response.status_code == 503
        assert f'href="{room_of(mandate, "receipt/")}"' in response.content.decode()
        assert not mandate.events.filter(kind=EventKind.DOWNLOADED).exists()
        for page in ("", "receipt/"):
            text = text_of(room_of(mandate, page))
            assert "receipt.pdf" not in text
            assert "mandate.pdf" not in text
        assert "mandate.json" in text_of(room_of(mandate))

    def test_the_typesetters_own_word_for_it(self, mandate: Mandate, monkeypatch) -> None:
        done = subprocess.CompletedProcess([], typesetting.UNAVAILABLE, b"", b"no library")
        monkeypatch.setattr(typesetting.child_process, "run", lambda *_args: done)
        assert Client().get(room_of(mandate, "mandate.pdf")).status_code == 503
        assert not paper.makes_pdfs()

    def test_a_document_that_cannot_be_set_is_offered_again(self, mandate: Mandate, monkeypatch, caplog) -> None:
        self.refuse(monkeypatch, TypesettingError("took longer than 60 seconds"))
        response = Client().get(room_of(mandate, "mandate.pdf"))
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert "receipt.pdf" in text_of(room_of(mandate))
        assert "took longer" in caplog.text
        assert ANSWERS["need"] not in caplog.text

    def test_one_paper_at_a_time_and_nobody_waits_for_it(self, mandate: Mandate) -> None:
        with paper._setting:
            began = time.monotonic()
            response = Client().get(room_of(mandate, "receipt.pdf"))
            assert time.monotonic() - began < 5
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert "Wait ten seconds, then ask for it again." in response.content.decode()
        assert paper._setting.acquire(blocking=False)
        paper._setting.release()

    def test_a_mandate_gets_a_few_a_minute(self, mandate: Mandate, monkeypatch) -> None:
        made = []
        monkeypatch.setattr(paper, "typeset", lambda *given: made.append(given) or typesetting.Pdf(b"%PDF", 1))
        monkeypatch.setattr("enquiries.spam.rates.time.time", lambda: 1_800_000_000)
        statuses = [Client().get(room_of(mandate, "receipt.pdf")).status_code for _time in range(paper.A_MINUTE + 2)]
        assert statuses == [200] * paper.A_MINUTE + [503] * 2
        assert {given[-1] for given in made} == {paper.SECONDS}

    def test_asking_whether_there_is_one_sets_none(self, mandate: Mandate, monkeypatch) -> None:
        self.refuse(monkeypatch, AssertionError())
        assert Client().head(room_of(mandate, "mandate.pdf")).status_code == 200


class TestEverything:
    """The copy as data: whole, readable by programs, checkable, and only what is the client's."""

    @pytest.fixture
    def copy(self, mandate: Mandate, consultant_user) -> dict:
        """The file as the client gets it."""
        work()
        Brief.objects.create(mandate=mandate, role="A draft")
        Slot.objects.create(mandate=mandate, starts_at=mandate.reply_due_at, offered_by=consultant_user)
        note(mandate, EventKind.ASSIGNED, consultant_user, "internal")
        response = Client().get(room_of(mandate, "mandate.json"))
        assert response["Content-Type"] == "application/json"
        assert response["Content-Disposition"] == f'attachment; filename="{mandate.reference}-mandate.json"'
        return json.loads(response.content)

    def test_it_explains_itself(self, copy: dict) -> None:
        assert (copy["format"], copy["version"]) == ("throughline-mandate", 1)
        assert set(copy["about"]) == set(copy) - {"format", "version", "made_at", "about"}
        assert all(copy["about"].values())

    def test_everything_is_in_it(self, copy: dict, mandate: Mandate) -> None:
        assert copy["mandate"]["need"] == ANSWERS["need"]
        assert copy["mandate"]["specialism"] == "Machine Learning"
        assert [each["topics"] for each in copy["submissions"]] == [each.topics for each in mandate.submissions.all()]
        assert copy["draft"]["role"] == "A draft"
        assert {each["purpose"]: each["granted"] for each in copy["consents"]} == {
            "Answering the mandate": True,
            "Sending new guides": True,
        }
        assert [each["kind"] for each in copy["history"]] == ["You sent the mandate"]
        assert [(each["recipient"], each["state"]) for each in copy["mails"]] == [(ANSWERS["email"], "Sent")]
        assert {each["purpose"] for each in copy["links"]} == {"The mandate's room", "Stop sending new guides"}
        assert len(copy["times"]) == 1

    def test_the_hashes_can_be_checked_with_what_is_in_it(self, copy: dict) -> None:
        for each in copy["submissions"]:
            said = json.dumps([each["topics"], each["files"]], ensure_ascii=False, sort_keys=True)
            assert hashlib.sha256(said.encode()).hexdigest() == each["sha256"]

    def test_nothing_in_it_is_ours_alone_or_opens_anything(
        self, copy: dict, mandate: Mandate, consultant_user
    ) -> None:
        text = json.dumps(copy)
        for link in mandate.links.all():
            for trace in (token_of(mandate, link.purpose), link.digest, link.nonce.hex, str(link.nonce)):
                assert trace not in text
        assert consultant_user.email not in text
        assert "internal" not in text
        assert "mandates@example.com" not in text

    def test_it_is_noted(self, copy: dict, mandate: Mandate) -> None:
        assert mandate.events.get(kind=EventKind.DOWNLOADED).detail == "mandate.json"
        Client().head(room_of(mandate, "mandate.json"))
        assert mandate.events.filter(kind=EventKind.DOWNLOADED).count() == 1

    def test_a_mandate_without_anything_more(self, led: SpecialismPage) -> None:
        send(typed())
        found = document(Mandate.objects.get())
        assert found["draft"] is None
        assert found["times"] == found["readings"] == []


OURS = {
    name: model
    for name, model in vars(enquiries.models).items()
    if isinstance(model, type) and issubclass(model, models.Model)
}


def belongs_to_a_mandate(model: type[models.Model]) -> bool:
    """Whether its rows belong to a mandate."""
    return model is Mandate or any(
        field.related_model is Mandate for field in model._meta.get_fields() if field.concrete
    )


@pytest.mark.parametrize("name", OURS)
def test_every_field_is_given_to_the_client_or_withheld_on_purpose(name: str) -> None:
    model = OURS[name]
    if not belongs_to_a_mandate(model):
        assert ELSEWHERE.get(name), f"say in enquiries/portrait.py what {name} is to a client"
        return
    given, withheld = set(GIVEN.get(model, ())), set(WITHHELD.get(model, {}))
    fields = {field.name for field in model._meta.get_fields() if field.concrete}
    assert given | withheld == fields, f"say in enquiries/portrait.py whether a client gets these of {name}"
    assert not given & withheld
    assert len(GIVEN.get(model, ())) == len(given)
    assert all(WITHHELD[model].values())
