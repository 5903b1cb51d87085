"""What `make run` uses: the whole site from one folder, with nothing to install or configure.

DEBUG is off unless asked for, so that what you see is what visitors get, error pages included.
"""

import secrets

from agency.settings import env as environment
from agency.settings.base import *
from agency.settings.env import VAR_DIR, env

STATIC_ROOT.mkdir(parents=True, exist_ok=True)


def _own_secret() -> str:
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or _own_secret()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", ".localhost", "127.0.0.1", "[::1]"])
DATABASES = {"default": environment.database(f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
BASE_URL = WAGTAILADMIN_BASE_URL = env.str("BASE_URL", f"http://localhost:{env.int('SITE_PORT', 8000)}").rstrip("/")

if DEBUG:
    PAGE_CACHE = ""  # templates change without anybody being told

SERVE_MEDIA = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

if not env.str("EMAIL_URL", ""):
    MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0)
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = None
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
