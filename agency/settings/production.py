"""Production: refuses to start without its secret, its hosts, its database, its address and its sender of mail."""

from environs import validate

from agency.settings import env as environment
from agency.settings.base import *
from agency.settings.env import env

SECRET_KEY = env.str("SECRET_KEY", validate=validate.Length(min=50))
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", subcast=str.strip, validate=[validate.Length(min=1), validate.ContainsNoneOf(["*", ""])]
)
DATABASES = {"default": environment.database()}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL")
BASE_URL = WAGTAILADMIN_BASE_URL = env.str("BASE_URL", validate=validate.Regexp(r"^https?://[^/]+")).rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
