"""Databases of PostgreSQL that the migrations have run in once: each takes a quarter of a minute to migrate, and none to copy."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier

TEMPLATE = "TEMPLATE_DATABASE"
"""The environment variable that names the migrated database, for whoever makes another one on the same server."""


def named(server: str, name: str) -> str:
    """The URL of a database on the server that a URL leads to."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def create(server: str, name: str, template: str = "") -> None:
    """Create a database, in place of one of that name: a copy of a template, else of the migrated one, else empty."""
    template = template or os.environ.get(TEMPLATE, "template1")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
        connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))


def drop(server: str, name: str) -> None:
    """Drop a database and end what uses it."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


@contextmanager
def migrated(server: str) -> Iterator[None]:
    """As long as the block lasts, ``create`` makes copies of a database with the migrations in it."""
    name = f"throughline_{uuid.uuid4().hex[:12]}"
    create(server, name)
    try:
        environment = {
            **os.environ,
            "DATABASE_URL": named(server, name),
            "DJANGO_SETTINGS_MODULE": "agency.settings.test",
        }
        subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], env=environment, check=True)
        os.environ[TEMPLATE] = name
        yield
    finally:
        os.environ.pop(TEMPLATE, None)
        drop(server, name)
