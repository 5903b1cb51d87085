"""Without a database the form says so, and claims nothing."""

import pytest

from tests.support.client import MandateClient, Reply
from tests.support.mail_server import MailServer
from tests.support.stack import Stack
from tests.support.waiting import until

pytestmark = pytest.mark.slow


def claims_success(reply: Reply) -> bool:
    """Whether a reply could make a client believe that the mandate has arrived."""
    return reply.status < 400 or bool(reply.acknowledged) or "We have your mandate" in reply.body


def test_a_mandate_sent_while_the_database_is_away(
    site: Stack, client: MandateClient, mail_server: MailServer
) -> None:
    form = client.fill(company="Outage Limited")
    mandates = "SELECT reference FROM enquiries_mandate WHERE company = 'Outage Limited'"
    with site.without_database():
        for reply in (client.send(form), client.send(form), client.request("GET", "/mandate/")):
            assert reply.status in {500, 503}
            assert not claims_success(reply)
            assert "Something broke on our side" in reply.body
            assert "Traceback" not in reply.body
        assert client.request("GET", "/health/").status == 503
    assert site.rows(mandates) == []

    assert client.request("GET", "/health/").status == 200
    reply = client.send(form)  # the very form that failed
    assert site.rows(mandates) == [(reply.acknowledged,)]
    until(lambda: len(mail_server.letters) == 2, "the worker is back at work and both mails have arrived")
    assert site.processes["worker"].poll() is None
    assert "Outage Limited" not in site.logs()
