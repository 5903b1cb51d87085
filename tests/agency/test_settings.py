"""Settings: production refuses to start half-configured, and .env.example tells the whole truth."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from agency.settings.env import BASE_DIR
from agency.settings.storage import page_cache

COMPLETE = {
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "www.agency.example",
    "DATABASE_URL": "postgres://site:secret@database.example/site",
    "BASE_URL": "https://www.agency.example",
    "DEFAULT_FROM_EMAIL": "Agency <hello@agency.example>",
}
LINE = re.compile(r"^([A-Z_]+)=(.*)$", re.MULTILINE)
DOCUMENTED = dict(LINE.findall((BASE_DIR / ".env.example").read_text()))


def python(code: str, module: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code under a settings module with these variables, whatever is set here or in a developer's .env."""
    known = dict.fromkeys(DOCUMENTED, "")
    system = {name: value for name, value in os.environ.items() if name not in known}
    settings = {"DJANGO_SETTINGS_MODULE": f"agency.settings.{module}", "VAR_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=BASE_DIR,
        env=system | known | settings | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_production_starts_with_what_it_requires(tmp_path: Path):
    code = "import django; django.setup(); from django.conf import settings as s; print(s.ALLOWED_HOSTS)"
    done = python(code, "production", tmp_path, **COMPLETE | {"ALLOWED_HOSTS": "agency.example, www.agency.example"})
    assert done.stdout.strip() == "['agency.example', 'www.agency.example']", done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[(name, "") for name in COMPLETE],
        ("SECRET_KEY", "too-short"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "www.agency.example,*"),
        ("DATABASE_URL", "nonsense"),
    ],
)
def test_production_refuses_to_start_without(name: str, value: str, tmp_path: Path):
    done = python("import django; django.setup()", "production", tmp_path, **COMPLETE | {name: value})
    assert done.returncode != 0
    assert name in done.stderr.splitlines()[-1]


def test_production_bundles_static_files(tmp_path: Path):
    code = (
        "import django; django.setup(); from django.core.files.storage import storages; print(storages['staticfiles'])"
    )
    done = python(code, "production", tmp_path, **COMPLETE)
    assert "agency.static_files.BundledStaticFilesStorage" in done.stdout, done.stderr


def test_production_passes_the_deployment_checks(tmp_path: Path):
    check = "from django.core.management import execute_from_command_line as run; run(['', 'check', '--deploy'"
    done = python(f"{check}, '--fail-level', 'WARNING'])", "production", tmp_path, **COMPLETE)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_an_untouched_copy_of_the_example_is_a_working_env_file(tmp_path: Path):
    code = (
        "import django; django.setup(); from django.conf import settings as s; print(s.MEDIA_ROOT, s.MAIL_TRANSPORT)"
    )
    done = python(code, "development", tmp_path, **DOCUMENTED | {"VAR_DIR": str(tmp_path)})
    assert done.stdout.split() == [str(tmp_path / "media"), "django.core.mail.backends.filebased.EmailBackend"], (
        done.stderr
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("submission://site:p%40ss@mail.example:587", "mail.example 587 p@ss tls=True ssl=False"),
        ("smtp://site:p%40ss@mail.example:465?ssl=true", "mail.example 465 p@ss tls=False ssl=True"),
        ("smtp://mail.example:25", "mail.example 25 None tls=False ssl=False"),
    ],
)
def test_mail_servers_are_reached_as_the_example_says(url: str, expected: str, tmp_path: Path):
    shown = "{s.EMAIL_HOST} {s.EMAIL_PORT} {s.EMAIL_HOST_PASSWORD} tls={s.EMAIL_USE_TLS} ssl={s.EMAIL_USE_SSL}"
    code = f"import django; django.setup(); from django.conf import settings as s; print(f'{shown}')"
    done = python(code, "production", tmp_path, **COMPLETE, EMAIL_URL=url)
    assert done.stdout.strip() == expected, done.stderr
    assert url.partition(":")[0] in (BASE_DIR / ".env.example").read_text()


def test_the_example_describes_every_variable_and_no_other():
    read = set()
    for path in (BASE_DIR / "agency" / "settings").glob("*.py"):
        read.update(re.findall(r'\benv\.\w+\(\s*["\']([A-Z_]+)', path.read_text()))
    filled_in = set(re.findall(r"\$\{([A-Z_]+)", (BASE_DIR / "compose.yaml").read_text()))
    assert set(DOCUMENTED) == read | filled_in


def test_the_example_holds_no_values():
    assert not any(DOCUMENTED.values())


def test_nothing_reads_the_environment_but_the_one_reader():
    entrances = {"manage.py", "agency/wsgi.py"}
    filters = {"agency/child_process.py"}  # hands on a few variables of the system, none of ours
    rooms = ["manage.py", "agency", "specialisms", "support_pages", "enquiries"]
    files = [path for room in rooms for path in [BASE_DIR / room, *(BASE_DIR / room).rglob("*.py")] if path.is_file()]
    readers = {
        path.relative_to(BASE_DIR).as_posix() for path in files if re.search(r"os\.(environ|getenv)", path.read_text())
    }
    assert readers == entrances | filters


def test_sqlite_overwrites_what_is_deleted(tmp_path: Path):
    """Erased text must not stay in the file."""
    code = (
        "import django; django.setup(); from django.db import connection; "
        "print(connection.cursor().execute('PRAGMA secure_delete').fetchone())"
    )
    done = python(code, "development", tmp_path)
    assert done.stdout.strip() == "(1,)", done.stderr


@pytest.mark.parametrize(
    ("url", "shared", "expected"),
    [
        ("", "", "/var/pages"),
        ("", "locmem://", "/var/pages"),
        ("", "redis://cache:6379/0", "redis://cache:6379/0"),
        ("file:///somewhere", "redis://cache:6379/0", "/somewhere"),
        ("none://", "redis://cache:6379/0", ""),
    ],
)
def test_where_pages_are_kept(url: str, shared: str, expected: str) -> None:
    assert page_cache(url, shared, Path("/var/pages")) == expected


@pytest.mark.parametrize("variable", ["PAGE_CACHE_URL", "FRONTEND_CACHE_URL"])
def test_a_cache_it_does_not_know_is_refused_by_name(variable: str, tmp_path: Path) -> None:
    done = python("import django; django.setup()", "production", tmp_path, **COMPLETE | {variable: "memcached://x"})
    assert done.returncode != 0
    assert variable in done.stderr.splitlines()[-1]
