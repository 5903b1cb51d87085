"""The migrations say what the models say."""

import io

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.guards.subjects import APPS


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    said = io.StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said, stderr=said)
    except SystemExit:
        pytest.fail(said.getvalue())


@pytest.mark.parametrize("app", APPS)
def test_each_app_has_one_last_migration(app: str) -> None:
    loader = MigrationLoader(None)
    assert len(loader.graph.leaf_nodes(app)) == 1
    assert not loader.detect_conflicts()
