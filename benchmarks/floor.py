"""The floor: what ``wagtail start`` makes, with nothing added but a rich text on its front page, served as ours is."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from benchmarks.ground import Ground
from benchmarks.servers import Server, gunicorn, python

MODEL = """from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    body = RichTextField(blank=True)
"""
TEMPLATE = """{% extends "base.html" %}
{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1>{{ page.body|richtext }}{% endblock %}
"""
LOCAL = """SECRET_KEY = "signs-nothing-that-outlives-the-benchmark-it-is-made-for"
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = {{
    "default": {{
        "ENGINE": "django.db.backends.postgresql", "NAME": "bench_floor", "USER": "{user}", "HOST": "{host}", "PORT": "{port}",
        "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True,
    }}
}}
"""
"""Beside the production settings that come with it. Connections are kept, as ours are: without that it would cost more."""
FILL = """import json
from home.models import HomePage
page = HomePage.objects.get()
page.body = json.load(open({text!r}))
page.save_revision().publish()
"""
AROUND = {"DJANGO_SETTINGS_MODULE": "floor.settings.production"}


@contextmanager
def stock(ground: Ground, *options: str) -> Iterator[Server]:
    """The project, once it is made and filled, served."""
    with gunicorn("floor.wsgi", AROUND, *options, within=ground.folder / "floor") as server:
        yield server


def make(ground: Ground) -> None:
    """Make the project, and its database."""
    with psycopg.connect(ground.server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE bench_floor")
    within = ground.folder / "floor"
    within.mkdir()
    start = [Path(sys.executable).with_name("wagtail"), "start", "floor", within]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)
    place = urlsplit(ground.server)
    local = LOCAL.format(user=place.username, host=place.hostname, port=place.port)
    (within / "floor/settings/local.py").write_text(local)
    (within / "home/models.py").write_text(MODEL)
    (within / "home/templates/home/home_page.html").write_text(TEMPLATE)
    for command in (["makemigrations", "home"], ["migrate"], ["collectstatic", "--no-input", "--ignore", "wagtail*"]):
        python("manage.py", *command, "--verbosity=0", within=within, **AROUND)


def fill(ground: Ground, text: str) -> None:
    """Put a text, as HTML, on its front page."""
    within = ground.folder / "floor"
    (within / "text.json").write_text(json.dumps(text))
    program = FILL.format(text=str(within / "text.json"))
    python("manage.py", "shell", "--verbosity=0", "-c", program, within=within, **AROUND)
