"""Many at once: double clicks and two devices, on either database."""

import pytest

from agency.models import BrandSettings
from enquiries.brief.drafts import open_brief
from enquiries.erasure import erase
from enquiries.models import Brief, Delivery, Mandate, MandateEvent, Submission
from enquiries.models.delivery import DeliveryKind
from enquiries.models.event import EventKind
from specialisms.models import SpecialismPage
from tests.enquiries.brief.sitting import ANSWERS, Sitting, request_sent
from tests.enquiries.test_concurrency import at_once

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("what_migrations_made"),
]


@pytest.fixture
def mandate(led: SpecialismPage) -> Mandate:
    """A short request."""
    return request_sent(specialism=str(led.pk))


def test_eight_first_visits_open_one_draft(mandate: Mandate) -> None:
    drafts = at_once(lambda _visit: open_brief(Mandate.objects.get(pk=mandate.pk)).pk, range(8))
    assert len(set(drafts)) == 1
    assert MandateEvent.objects.filter(kind=EventKind.BRIEF_OPENED).count() == 1


def test_eight_topics_saved_at_the_same_moment_are_all_kept(mandate: Mandate) -> None:
    slugs = ["purpose", "must-haves", "place", "engagement", "interviews", "companies", "start", "contact"]
    sittings = {slug: Sitting(mandate) for slug in slugs}
    forms = {slug: sitting.filled(slug) for slug, sitting in sittings.items()}
    answers = at_once(lambda slug: sittings[slug].post(f"{slug}/", forms[slug]).status_code, slugs)
    assert answers == [302] * 8
    brief = Brief.objects.get()
    assert sorted(brief.seen) == sorted(slugs)
    assert (brief.why, brief.must_haves[1], brief.places) == (
        ANSWERS["purpose"]["why"],
        "Fluent in Polish",
        "London and Warsaw",
    )
    assert (brief.engagement, brief.decision_makers, brief.reach_by) == ("retained", "CEO and CTO", "video")


def test_of_eight_versions_of_one_topic_one_is_saved_and_seven_are_asked(mandate: Mandate) -> None:
    sittings = [Sitting(mandate) for _device in range(8)]
    forms = [sitting.filled("companies", {"not_to_approach": str(n)}) for n, sitting in enumerate(sittings)]
    answers = at_once(lambda n: sittings[n].post("companies/", forms[n]), range(8))
    assert sorted(answer.status_code for answer in answers) == [302] + [409] * 7
    kept = Brief.objects.get().not_to_approach
    assert answers[int(kept)].status_code == 302
    assert all(f"<dd>{kept}</dd>" in answer.content.decode() for answer in answers if answer.status_code == 409)


def test_eight_clicks_send_one_brief(mandate: Mandate) -> None:
    sitting = Sitting(mandate)
    for slug, answers in ANSWERS.items():
        sitting.save(slug, answers | ({"email": "new@northgate.example"} if slug == "contact" else {}))
    form = {"shown": sitting.stamp()}
    answers = at_once(lambda _click: Sitting(mandate).post("check/", form), range(8))
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Submission.objects.count() == 2
    assert MandateEvent.objects.filter(kind=EventKind.BRIEF).count() == 1
    for kind in (DeliveryKind.BRIEF, DeliveryKind.LINK, DeliveryKind.ADDRESS):
        assert Delivery.objects.filter(kind=kind).count() == 1


def test_saving_and_sending_at_the_same_moment_loses_nothing(mandate: Mandate, brand: BrandSettings) -> None:
    """Whichever comes first: what was sent is what was shown, and what was saved later is kept as a change."""
    sitting, elsewhere = Sitting(mandate), Sitting(mandate)
    sitting.save("companies")
    form, change = {"shown": sitting.stamp()}, elsewhere.filled("place")
    sent, saved = at_once(
        lambda post: post(), [lambda: sitting.post("check/", form), lambda: elsewhere.post("place/", change)]
    )
    assert saved.status_code == 302
    assert Brief.objects.get().places == "London and Warsaw"
    if sent.status_code == 302:
        assert [topic["title"] for topic in Submission.objects.get(number=2).topics].count("Place and languages") == 0
        assert Brief.objects.get().is_unsent
    else:
        assert sent.status_code == 409
        assert Submission.objects.count() == 1


def test_saving_and_erasing_at_the_same_moment_is_no_fault(mandate: Mandate) -> None:
    sittings = [Sitting(mandate) for _device in range(4)]
    posts = [(each, slug, each.filled(slug)) for each, slug in zip(sittings, ANSWERS, strict=False)]
    answers = at_once(
        lambda post: post(),
        [
            lambda: erase(mandate),
            *(
                lambda each=each, slug=slug, form=form: each.post(f"{slug}/", form).status_code
                for each, slug, form in posts
            ),
        ],
    )
    assert set(answers[1:]) <= {302, 404}
    assert not Brief.objects.exists()
