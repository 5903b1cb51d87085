"""Sending: what was shown is what is kept, the mandate follows, the agency is told, and twice is once."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.http import QueryDict
from django.test import Client

from agency.models import User
from enquiries.admin.mandate_form import MandateForm
from enquiries.brief.drafts import open_brief
from enquiries.brief.sending import send
from enquiries.models import Brief, Consent, Delivery, Mandate, MandateEvent, Submission
from enquiries.models.brief import SubmissionKind
from enquiries.models.consent import How, Purpose
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from enquiries.models.mandate import Screening, Status
from enquiries.spam.release import release
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.brief.sitting import ANSWERS, SAID, Sitting, events, owed, request_sent
from tests.enquiries.hooks import endpoint
from tests.enquiries.submission import work

pytestmark = pytest.mark.usefixtures("brand")


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A short request in a specialism that somebody leads."""
    return request_sent(specialism=str(led.pk))


@pytest.fixture
def sitting(mandate: Mandate) -> Sitting:
    """Its client."""
    return Sitting(mandate)


def shown_on_the_check_page(page: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Title, and question with the lines of its answer, of every topic that says something."""
    found = []
    for section in BeautifulSoup(page, "html.parser").find_all("section", class_="brief-part"):
        former = section.find("details")
        if former:
            former.extract()
        pairs = [(pair.dt.get_text(strip=True), list(pair.dd.stripped_strings)) for pair in section.select("dl > div")]
        if pairs:
            found.append((section.h2.get_text(strip=True), pairs))
    return found


def kept(submission: Submission) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """The same of a submission."""
    return [
        (
            topic["title"],
            [
                (
                    answer["label"],
                    answer["value"] if isinstance(answer["value"], list) else answer["value"].split("\n"),
                )
                for answer in topic["answers"]
            ],
        )
        for topic in submission.topics
    ]


def test_what_is_kept_is_exactly_what_was_shown(sitting: Sitting) -> None:
    for slug in ANSWERS:
        sitting.save(slug)
    page = sitting.read("check/")
    sitting.send()
    submission = Submission.objects.get(number=2)
    assert kept(submission) == shown_on_the_check_page(page)
    said = {topic["title"]: [answer["value"] for answer in topic["answers"]] for topic in submission.topics}
    assert said == SAID | {"The role": [SAID["The role"][0], "Machine Learning", *SAID["The role"][1:]]}


def test_it_is_a_brief_first_and_corrections_after(sitting: Sitting) -> None:
    for text in ("One", "Two", "Three"):
        sitting.save("companies", {"not_to_approach": text})
        assert sitting.send()["Location"] == f"{sitting.brief}sent/"
    kinds = list(Submission.objects.values_list("number", "kind"))
    correction = SubmissionKind.CORRECTION
    assert kinds == [(1, SubmissionKind.REQUEST), (2, SubmissionKind.BRIEF), (3, correction), (4, correction)]
    assert Submission.objects.get(number=2).topics != Submission.objects.get(number=3).topics


def test_the_history_names_topics_and_never_what_they_say(sitting: Sitting) -> None:
    sitting.save("companies")
    sitting.save("place")
    sitting.send()
    sitting.save("pay")
    sitting.send()
    assert events()[2:] == [
        (EventKind.BRIEF, "Place and languages, Companies not to approach"),
        (EventKind.CHANGED, "Pay"),
    ]


def test_the_agency_is_told_without_a_word_of_it(sitting: Sitting, consultant_user: User) -> None:
    work()
    mail.outbox.clear()
    for slug in ANSWERS:
        sitting.save(slug)
    sitting.send()
    sitting.save("place", {"places": "Rome"})
    sitting.send()
    told = [(DeliveryKind.BRIEF, consultant_user.email), (DeliveryKind.CHANGE, consultant_user.email)]
    assert owed(DeliveryKind.BRIEF, DeliveryKind.CHANGE) == told
    assert work() == ["sent"] * 2
    words = " ".join(f"{message.subject} {message.body}" for message in mail.outbox)
    assert Mandate.objects.get().reference in words
    for answers in ANSWERS.values():
        for text in answers.values():
            assert len(text) < 4 or text not in words


def test_the_mandate_follows(sitting: Sitting, directory) -> None:
    other = factories.SpecialismPageFactory(parent=directory, title="Robotics", slug="robotics")
    role = factories.role("Head of Machine Learning")
    sitting.save("role", specialism=str(other.pk))
    for slug in ("purpose", "start", "contact"):
        sitting.save(slug)
    before = Mandate.objects.get()
    sitting.save("contact", {"company": "Northgate Group", "telephone": "020 7946 0018"})
    assert Mandate.objects.get().role == before.role == "Machine Learning Engineer"
    sitting.send()
    after = Mandate.objects.get()
    assert (after.role, after.known_role, after.specialism) == ("Head of Machine Learning", role, other)
    assert after.need == "Two products live.\nA team of eight."
    assert (after.timing, after.company, str(after.telephone)) == ("now", "Northgate Group", "+44 20 7946 0018")
    assert after.company_key == "northgategroup"
    untouched = ("reference", "status", "submitted_at", "reply_due_at", "source_title", "screening", "idempotency_key")
    assert {name: getattr(after, name) for name in untouched} == {name: getattr(before, name) for name in untouched}
    assert "role" in sitting.client.get(sitting.room).content.decode().lower()


def test_a_second_click_sends_nothing_more(sitting: Sitting) -> None:
    sitting.save("companies")
    form = {"shown": sitting.stamp()}
    answers = [sitting.post("check/", form) for _click in range(3)]
    assert {answer["Location"] for answer in answers} == {f"{sitting.brief}sent/"}
    assert Submission.objects.count() == 2
    assert len(owed(DeliveryKind.BRIEF, DeliveryKind.CHANGE)) == 1
    assert Consent.objects.filter(how=How.BRIEF).count() == 1


def test_a_change_and_its_undoing_are_nothing_to_send(sitting: Sitting) -> None:
    sitting.save("companies", {"not_to_approach": "Tesco"})
    sitting.send()
    sitting.save("companies", {"not_to_approach": "Ocado"})
    assert sitting.stamp()
    sitting.save("companies", {"not_to_approach": "Tesco"})
    assert not sitting.stamp()
    assert "There is nothing to send" in sitting.read("check/")
    sitting.send()
    assert Submission.objects.count() == 2


def test_before_anything_is_added_there_is_nothing_to_send(sitting: Sitting) -> None:
    assert not sitting.stamp()
    assert sitting.get("sent/")["Location"] == sitting.brief
    sitting.send()
    assert Submission.objects.count() == 1
    assert Brief.objects.get().sent_at is None


def test_what_is_sent_is_what_was_looked_at(sitting: Sitting, mandate: Mandate) -> None:
    """Another device saves between the look and the click: the client looks again."""
    sitting.save("companies", {"not_to_approach": "Tesco"})
    form = {"shown": sitting.stamp()}
    Sitting(mandate).save("place", {"places": "Rome"})
    response = sitting.post("check/", form)
    assert response.status_code == 409
    assert "changed since you opened this page" in response.content.decode()
    assert Submission.objects.count() == 1
    assert sitting.send().status_code == 302
    assert Submission.objects.count() == 2


def test_the_check_page_tells_sent_from_changed(sitting: Sitting) -> None:
    def state(title: str) -> str:
        sections = BeautifulSoup(sitting.read("check/"), "html.parser").find_all("section", class_="brief-part")
        return next(each.get_text(" ", strip=True) for each in sections if each.h2.get_text(strip=True) == title)

    assert "Not answered" in state("Pay")
    assert "not sent" not in state("The role")
    assert "Left open: Level" in state("The role")
    sitting.save("pay")
    assert "New, not sent" in state("Pay")
    sitting.send()
    assert "not sent" not in state("Pay")
    sitting.save("pay", {"pay_to": "125k"})
    assert "Changed, not sent" in state("Pay")
    assert "What you sent before" in state("Pay")
    assert "120,000" in state("Pay")
    assert "125,000" in state("Pay")


def test_sending_agrees_to_the_purpose_shown(sitting: Sitting, notice_page) -> None:
    sitting.save("companies")
    page = sitting.read("check/")
    assert "We use what you tell us to answer you" in page
    seal = page.split('name="notice" value="')[1].split('"')[0]
    sitting.post("check/", {"shown": sitting.stamp(), "notice": seal})
    consent = Consent.objects.get(how=How.BRIEF)
    assert (consent.purpose, consent.granted, consent.notice_version) == (Purpose.ANSWER, True, "1")
    assert consent.page == "/mandate/room/brief/check/"
    assert consent.wording in page


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.WITHDRAWN, "You have taken this mandate back"), (Status.CLOSED, "This mandate is closed")],
)
def test_nothing_is_sent_of_a_finished_mandate(sitting: Sitting, status: str, words: str) -> None:
    sitting.save("companies")
    form = {"shown": sitting.stamp()}
    Mandate.objects.update(status=status)
    assert f"{words}, so nothing more can be sent." in sitting.get("check/").content.decode()
    response = sitting.post("check/", form)
    assert response.status_code == 409
    assert words in response.content.decode()
    assert Submission.objects.count() == 1
    assert Brief.objects.get().not_to_approach == "Tesco\nOcado"


@pytest.mark.parametrize("screening", [Screening.PROOF, Screening.QUARANTINE])
def test_the_agency_is_not_told_of_what_waits_for_screening(sitting: Sitting, screening: str) -> None:
    Mandate.objects.update(screening=screening)
    sitting.save("companies")
    assert sitting.send().status_code == 302
    assert Submission.objects.count() == 2
    assert owed(DeliveryKind.BRIEF) == []


def test_once_it_is_released_webhooks_are_told_of_the_brief_as_well(sitting: Sitting, consultant_user: User) -> None:
    crm = endpoint()
    for owing in (crm.deliveries, Delivery.objects):
        owing.all().delete()
    Mandate.objects.update(screening=Screening.QUARANTINE)
    sitting.save("companies")
    sitting.send()
    assert release(Mandate.objects.get(), "a look", consultant_user)
    assert sorted(crm.deliveries.values_list("event_type", flat=True)) == ["mandate.completed", "mandate.submitted"]


class TestConfidentiality:
    """A mandate becomes confidential when that is sent, not before."""

    @pytest.mark.parametrize(
        ("slug", "answers"), [("confidentiality", {"confidential": "on"}), ("role", {"seat": "confidential"})]
    )
    def test_it_is_confidential_from_then_on(
        self, sitting: Sitting, consultant_user: User, slug: str, answers: dict[str, str]
    ) -> None:
        sitting.save(slug, answers)
        assert not Mandate.objects.get().confidential
        assert "Your mandate becomes" in sitting.read("check/")
        sitting.send()
        mandate = Mandate.objects.get()
        assert mandate.confidential
        assert list(mandate.people.all()) == [consultant_user]
        assert (EventKind.CONFIDENTIAL, "") in events()
        assert "You changed who may open it" in sitting.client.get(sitting.room).content.decode()

    def test_a_confidential_replacement_is_shown_as_confidential(self, sitting: Sitting) -> None:
        sitting.save("role", {"seat": "confidential"})
        said = dict(shown_on_the_check_page(sitting.read("check/")))
        assert [lines for _label, lines in said["Confidentiality"]] == [["Yes"]]

    def test_it_can_be_taken_back(self, sitting: Sitting) -> None:
        sitting.save("confidentiality", {"confidential": "on"})
        sitting.send()
        form = sitting.open("confidentiality").values
        del form["confidential"]
        sitting.post("confidentiality/", form)
        sitting.send()
        assert not Mandate.objects.get().confidential
        assert not Mandate.objects.get().people.exists()

    def test_what_the_agency_decides_is_not_undone(self, sitting: Sitting, consultant_client: Client) -> None:
        sitting.save("companies")
        address = f"/admin/mandates/{Mandate.objects.get().pk}/"
        page = BeautifulSoup(consultant_client.get(address).content, "html.parser")
        assert page.find(id="id_confidential")
        consultant_client.post(address, {"status": "new", "confidential": "on"})
        assert Mandate.objects.get().confidential
        sitting.send()
        assert Mandate.objects.get().confidential


def test_a_consultant_who_saves_at_that_moment_does_not_undo_it(
    sitting: Sitting, mandate: Mandate, consultant_user: User
) -> None:
    """They had the mandate open before it was sent, and save their own columns only."""
    loaded = Mandate.objects.get(pk=mandate.pk)
    seen = MandateForm(instance=loaded).initial["seen"]
    form = MandateForm(QueryDict(urlencode({"status": "talking", "seen": seen})), instance=loaded)
    assert form.is_valid()
    sitting.save("contact", {"company": "Northgate Group"})
    sitting.send()
    form.record(consultant_user)
    after = Mandate.objects.get()
    assert (after.company, after.status) == ("Northgate Group", Status.TALKING)


def test_sending_is_all_or_nothing(mandate: Mandate, sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step fails: nothing of the others stays, and the draft is kept."""
    sitting.save("companies")
    sitting.save("role", {"role": "Chief Scientist"})
    counts = [model.objects.count() for model in (Submission, MandateEvent, Delivery, Consent)]
    monkeypatch.setattr("enquiries.changing.owe", lambda *_arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        send(open_brief(mandate))
    assert [model.objects.count() for model in (Submission, MandateEvent, Delivery, Consent)] == counts
    assert Mandate.objects.get().role == "Machine Learning Engineer"
    assert (Brief.objects.get().role, Brief.objects.get().sent_at) == ("Chief Scientist", None)


def test_a_specialism_that_is_gone_is_no_fault(mandate: Mandate, sitting: Sitting) -> None:
    sitting.save("companies")
    SpecialismPage.objects.get(pk=mandate.specialism_id).delete()
    assert sitting.send().status_code == 302
    assert Mandate.objects.get().specialism is None
