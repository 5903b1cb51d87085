"""From the first topic to what consultants read: every topic, in order, by a client without an account."""

import pytest
from django.test import Client

from enquiries.models import Submission
from enquiries.models.brief import SubmissionKind
from specialisms.models import SpecialismPage
from tests.enquiries.brief.sitting import ANSWERS, ASKED, SAID, Sitting, request_sent

pytestmark = pytest.mark.usefixtures("brand")


def test_every_question_of_every_topic_is_answered_here() -> None:
    asked = {topic.slug: set(topic.names) for topic in ASKED}
    typed = {slug: {name.rstrip("_012345") for name in answers} for slug, answers in ANSWERS.items()}
    typed["role"].add("specialism")
    assert typed == asked


def test_a_whole_brief_from_the_first_topic_to_the_inbox(led: SpecialismPage, consultant_client: Client) -> None:
    mandate = request_sent(specialism=str(led.pk))
    sitting = Sitting(mandate)
    here = sitting.get()["Location"]
    for topic in ASKED:
        assert here == f"{sitting.brief}{topic.slug}/"
        response = sitting.save(topic.slug)
        assert response.status_code == 302, response.content.decode()
        here = response["Location"]
    assert here == f"{sitting.brief}files/"
    assert sitting.post("files/", {"skip": "1"})["Location"] == f"{sitting.brief}check/"
    assert sitting.get()["Location"] == f"{sitting.brief}check/"
    assert sitting.send()["Location"] == f"{sitting.brief}sent/"
    assert "We have your brief" in sitting.read("sent/")

    submission = Submission.objects.get(kind=SubmissionKind.BRIEF)
    said = {topic["title"]: [answer["value"] for answer in topic["answers"]] for topic in submission.topics}
    assert said == SAID | {"The role": [SAID["The role"][0], "Machine Learning", *SAID["The role"][1:]]}
    page = consultant_client.get(f"/admin/mandates/{mandate.pk}/").content.decode()
    assert "Has run a team of ten" in page
