"""What the container image is made of stays in step with the project."""

import re

from django.apps import apps

from agency.settings.env import BASE_DIR


def test_the_image_holds_every_app():
    admitted = set(re.findall(r"^!(\S+)$", (BASE_DIR / ".dockerignore").read_text(), re.MULTILINE))
    rooms = {config.name.split(".")[0] for config in apps.get_app_configs()}
    assert {room for room in rooms if (BASE_DIR / room).is_dir()} <= admitted
    assert {"manage.py", "requirements/base.txt", "static", "templates"} <= admitted


def test_the_image_admits_nothing_by_default():
    lines = (BASE_DIR / ".dockerignore").read_text().splitlines()
    assert next(line for line in lines if not line.startswith("#")) == "*"


def test_only_the_web_server_in_front_is_reachable_from_outside():
    services = re.split(
        r"^  (\w+):\n", (BASE_DIR / "compose.yaml").read_text().partition("\nservices:\n")[2], flags=re.M
    )
    published = [name for name, text in zip(services[1::2], services[2::2], strict=True) if "    ports:" in text]
    assert published == ["nginx"]
