"""The test suite's settings: production's behaviour without HTTPS, slow hashing and mail servers."""

from agency.settings import env as environment
from agency.settings.base import *
from agency.settings.env import VAR_DIR

SECRET_KEY = "a-key-for-tests-only-that-is-longer-than-fifty-characters"  # noqa: S105 - not a secret
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": environment.database(f"sqlite:///{VAR_DIR / 'test.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}  # in memory, threads could not share it
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
MEDIA_ROOT = VAR_DIR / "test-media"
STORAGES["mandates"] = mandate_files("", VAR_DIR / "test-mandates")
CLAMD_URL = ""
WAGTAILFRONTENDCACHE = {}
PAGE_CACHE = ""  # tests of the page cache bring their own
SERVE_MEDIA = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True

TRUSTED_PROXIES = 0
SCREENING = False  # tests type faster than people and from one address; those of the screening turn it on
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
WHITENOISE_AUTOREFRESH = True  # a client of a test would list all static files each time it is made
