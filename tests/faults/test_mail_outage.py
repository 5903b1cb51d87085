"""Without a mail server, nothing is lost and the client does not notice."""

import pytest

from tests.support.client import MandateClient
from tests.support.mail_server import MailServer
from tests.support.stack import Stack
from tests.support.waiting import until

pytestmark = pytest.mark.slow


DELIVERIES = """
    SELECT state, attempts, last_error FROM enquiries_delivery
    WHERE mandate_id = (SELECT max(id) FROM enquiries_mandate)
"""


def test_a_mandate_sent_while_the_mail_server_is_down(
    site: Stack, client: MandateClient, mail_server: MailServer
) -> None:
    mail_server.stop()
    reply = client.send(client.fill())
    assert reply.acknowledged
    assert reply.acknowledged in client.request("GET", reply.location).body

    def tried() -> bool:
        return all(attempts and error for _state, attempts, error in site.rows(DELIVERIES))

    until(tried, "both mails tried")
    for state, attempts, error in site.rows(DELIVERIES):
        assert (state, error) == ("waiting", "ConnectionRefusedError")
        assert attempts >= 1
    assert mail_server.letters == []

    mail_server.start()
    until(lambda: len(mail_server.letters) == 2, "both mails arrived")
    until(
        lambda: {state for state, *_rest in site.rows(DELIVERIES)} == {"sent"},
        "both mails marked as sent",
    )
    assert all(attempts >= 2 and not error for _state, attempts, error in site.rows(DELIVERIES))
    assert {recipient for letter in mail_server.letters for recipient in letter.recipients} == {
        "alex@northgate.example",
        "mandates@throughline.example",
    }
    assert all(reply.acknowledged in letter.text for letter in mail_server.letters)
    assert "northgate" not in site.logs().lower()
