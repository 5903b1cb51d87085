"""``manage.py check_thread``."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command, execute_from_command_line
from django.db import OperationalError, connections
from wagtail.models import Page

from agency.management.commands import check_thread
from specialisms.models import SpecialismIndexPage, SpecialismPage
from support_pages.kinds import Kind
from support_pages.models import ClusterHealth, PageHealth, SupportPage
from support_pages.thread.check import Report, check_site
from support_pages.thread.rule import RULES
from tests import factories

pytestmark = pytest.mark.django_db


class Terminal(StringIO):
    """What somebody sees."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def bad(guide: SupportPage) -> SupportPage:
    """A guide with an error and warnings: a title nobody can see, no reviewer and more."""
    SupportPage.objects.filter(pk=guide.pk).update(seo_title="\u200b")
    return guide


@pytest.fixture
def fair(directory: SpecialismIndexPage) -> SpecialismPage:
    """A specialism that has only warnings."""
    page = Page.objects.get(pk=directory.pk)
    return factories.SpecialismPageFactory(parent=page, title="Data Platforms", slug="data-platforms", body=[])


def run(*arguments: str, errors: StringIO | None = None) -> tuple[int, str]:
    """Exit status and output."""
    out = StringIO()
    try:
        call_command("check_thread", *arguments, stdout=out, stderr=errors or StringIO())
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_says_each_cluster_each_problem_with_its_cure_and_what_it_comes_to(
    specialism: SpecialismPage, bad: SupportPage, fair: SpecialismPage
) -> None:
    status, out = run()
    lines = out.splitlines()
    assert status == 1
    assert lines[0].startswith("Machine Learning: score ")
    assert any(line.startswith("Data Platforms: score ") for line in lines)
    place = lines.index("  error    no-title  Machine Learning Engineer")
    assert lines[place + 1].strip() == "Its title has no visible letter."
    assert lines[place + 2].strip().startswith(f"{settings.BASE_URL}/admin/pages/{bad.pk}/edit/")
    assert "      1  error    no-title" in lines
    assert lines[-1].startswith("2 clusters, 3 pages: 1 error, ")


def test_warnings_alone_are_no_failure(fair: SpecialismPage) -> None:
    status, out = run()
    assert status == 0
    assert "0 errors, " in out
    assert "  warning  no-hiring-guide  Data Platforms" in out


def test_only_the_clusters_that_are_named_in_the_order_of_the_tree(
    specialism: SpecialismPage, bad: SupportPage, fair: SpecialismPage
) -> None:
    assert run("--specialism", "data-platforms")[0] == 0
    status, out = run(
        "--specialism", "specialisms/data-platforms", "machine-learning", "--specialism", "/machine-learning/"
    )
    assert status == 1
    assert [line.partition(":")[0] for line in out.splitlines() if ": score " in line] == [
        "Machine Learning",
        "Data Platforms",
    ]


def test_guide_under_no_specialism_is_reported(bad: SupportPage, directory: SpecialismIndexPage) -> None:
    bad.move(Page.objects.get(pk=directory.pk), pos="last-child")
    status, out = run()
    assert status == 1
    assert "Under no specialism: score 0, 1 page, 1 error, 0 warnings" in out
    (stray,) = [cluster for cluster in document() if cluster["specialism"] is None]
    assert stray["problems"][0]["code"] == "canonical-missing"


def document(*arguments: str) -> list[dict[str, Any]]:
    """The clusters of the JSON document."""
    return json.loads(run("--json", *arguments)[1])["clusters"]


def test_json_is_one_document_of_the_shape_that_is_promised(
    specialism: SpecialismPage, bad: SupportPage, fair: SpecialismPage
) -> None:
    status, out = run("--json")
    found = json.loads(out)
    assert status == 1
    assert list(found) == ["version", "clusters", "summary"]
    assert found["version"] == 1
    first, second = found["clusters"]
    assert list(first) == ["specialism", "score", "pages", "errors", "warnings", "problems"]
    assert second["specialism"] == {
        "id": fair.pk,
        "title": "Data Platforms",
        "address": f"{settings.BASE_URL}/specialisms/data-platforms/",
    }
    (problem,) = [problem for problem in first["problems"] if problem["code"] == "no-title"]
    assert list(problem) == ["severity", "code", "page", "message", "cure"]
    assert problem["severity"] == "error"
    assert problem["page"]["id"] == bad.pk
    assert problem["cure"]["address"].startswith(f"{settings.BASE_URL}/admin/pages/{bad.pk}/edit/")
    for cluster in found["clusters"]:
        severities = [problem["severity"] for problem in cluster["problems"]]
        assert (severities.count("error"), severities.count("warning")) == (cluster["errors"], cluster["warnings"])
    summary = found["summary"]
    assert (summary["clusters"], summary["pages"], summary["errors"]) == (2, 3, 1)
    assert summary["rules"]["no-title"] == {"severity": "error", "problems": 1}
    assert sum(rule["problems"] for rule in summary["rules"].values()) == summary["errors"] + summary["warnings"]
    assert list(summary["rules"]) == [code for code in RULES if code in summary["rules"]]


def test_empty_site_is_a_document_too(db: None) -> None:
    assert json.loads(run("--json")[1]) == {
        "version": 1,
        "clusters": [],
        "summary": {"clusters": 0, "pages": 0, "errors": 0, "warnings": 0, "rules": {}},
    }


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_each_cluster_is_written_before_the_next_is_checked(
    specialism: SpecialismPage, fair: SpecialismPage, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    out = StringIO()
    written: list[int] = []

    def watched() -> Iterator[Report]:
        for report in check_site():
            yield report
            written.append(len(out.getvalue()))

    monkeypatch.setattr(check_thread, "check_site", watched)
    call_command("check_thread", *options, stdout=out, stderr=StringIO())
    assert len(written) == 2
    assert 0 < written[0] < written[1] < len(out.getvalue())
    assert "Data Platforms" not in out.getvalue()[: written[0]]


def test_keeps_the_result_only_if_asked_to(specialism: SpecialismPage, bad: SupportPage) -> None:
    run()
    assert not ClusterHealth.objects.exists()
    run("--record")
    assert ClusterHealth.objects.get().specialism_id == specialism.pk
    assert PageHealth.objects.get(page=bad.pk).errors == 1


def test_shows_how_far_it_is_on_a_terminal_and_nowhere_else(specialism: SpecialismPage, fair: SpecialismPage) -> None:
    watched, logged = Terminal(), StringIO()
    _status, out = run(errors=watched)
    assert "Checking cluster 1 of 2" in watched.getvalue()
    assert watched.getvalue().endswith("\r\x1b[K")
    assert run(errors=logged) == (0, out)
    assert logged.getvalue() == ""


def test_unknown_and_ambiguous_specialisms_are_wrong_use(specialism: SpecialismPage, fair: SpecialismPage) -> None:
    factories.SpecialismPageFactory(parent=Page.objects.get(pk=fair.pk), title="Other", slug="machine-learning")
    with pytest.raises(CommandError, match="There is no specialism nowhere") as unknown:
        run("--specialism", "nowhere")
    with pytest.raises(CommandError, match="Give more of the address") as ambiguous:
        run("--specialism", "machine-learning")
    assert unknown.value.returncode == ambiguous.value.returncode == 2
    assert run("--specialism", "data-platforms/machine-learning")[0] == 0


def test_exit_status_on_the_command_line(
    specialism: SpecialismPage,
    bad: SupportPage,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "close_all", lambda: None)  # the connection with the data of this test

    def status(*arguments: str) -> int | str | None:
        with pytest.raises(SystemExit) as end:
            execute_from_command_line(["manage.py", "check_thread", *arguments])
        return end.value.code

    assert status() == 1
    assert status("--specialism", "nowhere") == 2
    assert status("--no-such-option") == 2
    assert "There is no specialism nowhere." in capsys.readouterr().err

    def away() -> None:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(check_thread, "check_site", away)
    assert status() == 2
    assert "The thread could not be checked: connection refused\n" in capsys.readouterr().err


def test_names_nobody(specialism: SpecialismPage, guide: SupportPage) -> None:
    """Whose consent has ended is nobody's business but the editor's."""
    said = {
        "words": "Five people.",
        "who": "Alex Moreau",
        "role": "",
        "company": "",
        "consent_from": "Alex Moreau, by mail to alex@northgate.example",
        "consent_on": "2020-01-01",
        "ends_on": "2021-01-01",
    }
    body = SupportPage._meta.get_field("body").stream_block
    guide.body = body.to_python([{"type": "testimonial", "value": said}])
    guide.kind = Kind.SALARY_GUIDE
    guide.save()
    for options in ((), ("--json",)):
        out = run(*options)[1]
        assert "expired-testimonial" in out
        assert "Moreau" not in out
        assert "northgate" not in out
