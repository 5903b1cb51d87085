"""Accounts of the demo: an administrator, an editor, a reviewer, and every consultant. Passwords are made per installation."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from agency.demo.content import CONSULTANTS
from agency.models import BasePage, User
from agency.settings.env import VAR_DIR

DOMAIN = "throughline.example"
SHOWN = "ines-okafor"
"""The consultant whose login is printed; the others have accounts without a password."""


@dataclass(frozen=True)
class Login:
    """What somebody types to log in."""

    username: str
    password: str


def create(pages: Mapping[str, BasePage]) -> dict[str, Login]:
    """Create the accounts and return the logins that are printed, by role."""
    logins = {
        "administrator": Login("admin", new_password()),
        "editor": Login("editor", new_password()),
        "reviewer": Login("reviewer", new_password()),
        "consultant": Login(username_of(SHOWN), new_password()),
    }
    User.objects.create_superuser(
        "admin", f"admin@{DOMAIN}", logins["administrator"].password, first_name="Ada", last_name="Administrator"
    )
    for first, last, group in (("Edith", "Editor", "Editors"), ("Ravi", "Reviewer", "Reviewers")):
        role = last.lower()
        user = User.objects.create_user(
            role, f"{role}@{DOMAIN}", logins[role].password, first_name=first, last_name=last
        )
        user.groups.add(Group.objects.get(name=group))
    answering = Group.objects.get(name="Consultants")
    for someone in CONSULTANTS:
        first, _space, last = someone.name.partition(" ")
        user = User.objects.create_user(
            username_of(someone.slug),
            f"{someone.slug.replace('-', '.')}@{DOMAIN}",
            logins["consultant"].password if someone.slug == SHOWN else None,
            first_name=first,
            last_name=last,
            consultant=pages[someone.slug],
        )
        user.groups.add(answering)
    return logins


def reset() -> dict[str, Login]:
    """New passwords for the accounts whose logins are printed, for an installation that lost them."""
    logins = {}
    printed = {
        "administrator": "admin",
        "editor": "editor",
        "reviewer": "reviewer",
        "consultant": username_of(SHOWN),
    }
    for role, username in printed.items():
        user = User.objects.filter(username=username).first()
        if user:
            logins[role] = Login(username, new_password())
            user.set_password(logins[role].password)
            user.save(update_fields=["password"])
    return logins


def username_of(slug: str) -> str:
    """A consultant's first name."""
    return slug.partition("-")[0]


def new_password() -> str:
    """A password nobody has to remember."""
    return secrets.token_urlsafe(12)


def logins_file() -> Path:
    """Where an installation keeps the logins of the demo in this database; readable by its owner only."""
    database = settings.DATABASES["default"]
    parts = (str(database.get(name) or "") for name in ("ENGINE", "HOST", "PORT", "NAME"))
    digest = hashlib.sha256("|".join(parts).encode()).hexdigest()[:8]
    return VAR_DIR / f"demo_logins_{digest}.txt"


def keep(logins: Mapping[str, Login]) -> None:
    """Write the logins to their file."""
    path = logins_file()
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o600)
    lines = [f"{role:<14} {login.username:<8} {login.password}" for role, login in logins.items()]
    path.write_text("\n".join(lines) + "\n")
