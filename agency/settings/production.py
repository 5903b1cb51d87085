"""Production: refuses to start without its secret, its hosts, its database and its address."""

from agency.settings import env as environment
from agency.settings.base import *
from agency.settings.env import env

SECRET_KEY = env.str("SECRET_KEY", validate=lambda value: len(value) >= 50)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", validate=lambda hosts: bool(hosts) and "*" not in hosts)
DATABASES = {"default": environment.database()}
BASE_URL = WAGTAILADMIN_BASE_URL = env.str("BASE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
