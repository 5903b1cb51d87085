"""The screen before a page is published, for tests that are about something else."""

from django.http import HttpResponse
from django.test import Client


def publish_anyway(client: Client, answer: HttpResponse) -> HttpResponse:
    """Confirm what the screen asks if ``answer`` leads to it, errors included; else ``answer`` itself."""
    if answer.status_code != 302 or "/thread/publish/" not in answer.url:
        return answer
    screen = client.get(answer.url)
    assert screen.context["can_go_on"], screen.content.decode()
    sent = {"shown": screen.context["publication"].shown, "reason": "Needed for this test"}
    return client.post(answer.url, sent)
