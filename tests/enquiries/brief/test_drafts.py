"""The draft: opened with what we know, kept at every step, taken up again elsewhere, never overwritten unawares."""

import pytest
from django.test import Client

from enquiries.brief.drafts import open_brief
from enquiries.brief.topics import TOPICS
from enquiries.models import Brief, Delivery, Mandate, MandateEvent, Submission
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from tests import factories
from tests.enquiries.brief.sitting import ANSWERS, ASKED, Sitting, request_sent
from tests.enquiries.submission import shown

pytestmark = pytest.mark.usefixtures("brand")


def stored() -> dict[str, object]:
    """The only draft as it is saved."""
    return Brief.objects.values().get()


@pytest.fixture
def sitting(brand) -> Sitting:
    """A client who begins."""
    return Sitting(request_sent())


def test_it_opens_with_what_the_client_has_told(led: SpecialismPage) -> None:
    mandate = request_sent(specialism=str(led.pk), confidential="on")
    brief = open_brief(mandate)
    told = ("role", "specialism", "need", "timing", "name", "company", "email", "telephone", "confidential")
    assert {name: getattr(brief, name) for name in told} == {name: getattr(mandate, name) for name in told}
    assert (brief.places, brief.saved_at, brief.sent_at, brief.seen) == ("", None, None, [])
    assert open_brief(mandate) == brief


@pytest.mark.parametrize(
    ("places", "filled"),
    [([], ""), (["London"], "London"), (["London", "london"], "London"), (["London", "Berlin"], "")],
)
def test_the_place_is_filled_in_if_pay_is_known_of_one_only(
    led: SpecialismPage, places: list[str], filled: str
) -> None:
    role = factories.role()
    for number, place in enumerate(places):
        factories.pay_band(led, role=role, place=place, level=["senior", "mid"][number])
    factories.pay_band(led, role=factories.role("Another"), place="Paris")
    sitting = Sitting(request_sent(specialism=str(led.pk)))
    assert sitting.open("place").values["places"] == filled
    assert sitting.save("place", {"places": "Rome"}).status_code == 302
    assert stored()["places"] == "Rome"


def test_consultants_learn_once_that_it_was_opened_and_nothing_else(led, consultant_client: Client) -> None:
    mandate = request_sent(specialism=str(led.pk))
    mails = Delivery.objects.count()
    for _visit in range(2):
        sitting = Sitting(mandate)
        sitting.get()
        sitting.save("purpose", {"why": "The founder steps back.", "need": "Secret outcome."})
    kinds = list(MandateEvent.objects.filter(actor=None).values_list("kind", "detail"))
    assert kinds == [(EventKind.SUBMITTED, ""), (EventKind.BRIEF_OPENED, "")]
    page = consultant_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    assert "Brief opened by the client" in page
    assert "The founder steps back." not in page
    assert "Secret outcome." not in page
    assert Delivery.objects.count() == mails
    assert Submission.objects.count() == 1


def test_looking_at_pages_saves_nothing(sitting: Sitting) -> None:
    sitting.get()
    before = stored()
    for topic in TOPICS:
        assert sitting.get(f"{topic.slug}/").status_code == 200
        assert sitting.client.head(f"{sitting.brief}{topic.slug}/").status_code == 200
    assert sitting.get("check/").status_code == 200
    assert stored() == before


def test_a_draft_is_taken_up_again_in_another_browser(sitting: Sitting) -> None:
    for slug in ("role", "purpose"):
        sitting.save(slug)
    sitting.post("must-haves/", {"skip": "1", "must_haves": "typed and skipped"})
    elsewhere = Sitting(Mandate.objects.get())
    assert elsewhere.get()["Location"] == f"{elsewhere.brief}place/"
    assert elsewhere.open("role").values["reports_to"] == ANSWERS["role"]["reports_to"]
    assert elsewhere.open("must-haves").values["must_haves"] == ""
    for topic in ASKED[3:]:
        elsewhere.save(topic.slug)
    elsewhere.post("files/", {"skip": "1"})
    assert sitting.get()["Location"] == f"{sitting.brief}check/"
    for slug in ("place", "engagement", "interviews", "companies", "confidentiality", "contact"):
        assert ANSWERS[slug].items() <= sitting.open(slug).values.items()


def test_skipping_saves_no_answer_and_goes_on(sitting: Sitting) -> None:
    sitting.save("role")
    before = stored()
    response = sitting.post("purpose/", {"skip": "1", "need": ""})
    assert response["Location"] == f"{sitting.brief}must-haves/"
    assert stored() == before | {"seen": ["role", "purpose"]}


def test_save_and_come_back_later_leads_to_the_room_and_says_how(sitting: Sitting) -> None:
    response = sitting.save("role", later="1")
    assert response["Location"] == f"{sitting.room}?draft=kept"
    page = sitting.client.get(response["Location"]).content.decode()
    assert "Your draft is kept." in page
    assert "by the link in our mail" in page
    assert f"of {len(TOPICS)} topics answered" in page
    assert stored()["level"] == "head"


def test_after_a_change_from_the_check_page_the_client_is_back_there(sitting: Sitting) -> None:
    for action in ({}, {"skip": "1"}):
        form = sitting.filled("place", None, **action)
        response = sitting.post("place/?from=check", form)
        assert response["Location"] == f"{sitting.brief}check/"
    wrong = sitting.post("pay/?from=check", sitting.filled("pay", {"pay_from": "a lot"}))
    assert "Back to your answers" in wrong.content.decode()


def test_back_leads_through_the_topics_to_the_room(sitting: Sitting) -> None:
    before = sitting.room
    for topic in TOPICS:
        assert f'<a href="{before}">Back' in sitting.read(f"{topic.slug}/")
        before = f"{sitting.brief}{topic.slug}/"


def test_two_sittings_don_t_undo_each_other(sitting: Sitting) -> None:
    """Each opens another topic before the other saves; both sets of answers stay."""
    elsewhere = Sitting(Mandate.objects.get())
    mine, theirs = sitting.filled("interviews"), elsewhere.filled("companies")
    assert sitting.post("interviews/", mine).status_code == 302
    assert elsewhere.post("companies/", theirs).status_code == 302
    assert (stored()["decision_makers"], stored()["not_to_approach"]) == ("CEO and CTO", "Tesco\nOcado")
    assert stored()["seen"] == ["interviews", "companies"]


def test_a_topic_changed_elsewhere_is_shown_beside_what_was_typed(sitting: Sitting) -> None:
    elsewhere = Sitting(Mandate.objects.get())
    mine = sitting.filled("companies", {"not_to_approach": "Mine"})
    elsewhere.save("companies", {"not_to_approach": "Theirs"})
    response = sitting.post("companies/", mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "<title>Error: " in response.content.decode()
    assert "This was changed on another device meanwhile" in page
    assert "<dd>Theirs</dd>" in page
    assert shown(response).values["not_to_approach"] == "Mine"
    assert stored()["not_to_approach"] == "Theirs"
    assert sitting.post("companies/", shown(response).values).status_code == 302
    assert stored()["not_to_approach"] == "Mine"


def test_what_was_taken_back_elsewhere_is_said(sitting: Sitting) -> None:
    sitting.save("companies")
    mine = sitting.filled("companies", {"not_to_approach": "Mine"})
    Sitting(Mandate.objects.get()).save("companies", {"not_to_approach": ""})
    assert "all answers here were taken back" in sitting.post("companies/", mine).content.decode()


def test_the_same_answer_twice_is_no_conflict(sitting: Sitting) -> None:
    form = sitting.filled("companies")
    assert [sitting.post("companies/", form).status_code for _click in range(3)] == [302] * 3
    first = stored()["saved_at"]
    sitting.save("companies")
    assert stored()["saved_at"] == first


@pytest.mark.parametrize("stamp", ["", "x", "\0", "0" * 64])
def test_a_forged_stamp_overwrites_nothing(sitting: Sitting, stamp: str) -> None:
    sitting.save("companies", {"not_to_approach": "First"})
    response = sitting.post("companies/", {"not_to_approach": "Second", "shown": stamp})
    assert response.status_code == 409
    assert stored()["not_to_approach"] == "First"


def test_mistakes_lose_nothing_of_the_draft(sitting: Sitting) -> None:
    sitting.save("contact")
    before = stored()
    assert sitting.save("contact", {"email": "nobody", "name": "Else"}).status_code == 422
    assert stored() == before


@pytest.mark.parametrize("slug", ["nothing", "check-", "rolex", "x" * 300])
def test_there_are_no_other_topics(sitting: Sitting, slug: str) -> None:
    assert sitting.get(f"{slug}/").status_code == 404
    assert sitting.post(f"{slug}/", {}).status_code == 404


@pytest.mark.parametrize("part", ["", "role/", "check/", "sent/"])
def test_without_the_link_there_is_nothing(sitting: Sitting, part: str) -> None:
    for address in (f"/mandate/room/{'x' * 43}/brief/{part}", f"{sitting.room[:-2]}/brief/{part}"):
        assert Client().get(address).status_code == 404
        assert Client().post(address, {"shown": ""}).status_code in {404, 405}
    assert not Brief.objects.exists()


def test_a_mandate_erased_meanwhile_is_no_fault(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes between the look at the link and the look at the draft."""
    mandate = Mandate.objects.get()
    Mandate.objects.filter(pk=mandate.pk).delete()
    with pytest.raises(Mandate.DoesNotExist):
        open_brief(mandate)


def test_the_room_says_where_the_brief_stands(sitting: Sitting) -> None:
    def room() -> str:
        return sitting.client.get(sitting.room).content.decode()

    assert "Add detail now" in room()
    sitting.get()
    assert "Add detail now" in room()
    sitting.save("role")
    assert "Your brief is kept as a draft." in room()
    sitting.send()
    assert "Your brief was sent on " in room()
    sitting.save("companies")
    assert "Your brief has changes that are not sent." in room()
