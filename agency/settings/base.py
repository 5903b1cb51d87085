"""Settings shared by every environment, safe for production as they stand; the other modules loosen them."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from agency import csp
from agency.settings.env import BASE_DIR, VAR_DIR, env
from agency.settings.frontend_cache import frontend_cache
from agency.settings.storage import mandate_files, page_cache

DEBUG = False
ROOT_URLCONF = "agency.urls"
WSGI_APPLICATION = "agency.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Where the site lives: links in mail, canonical addresses and the sitemap start with it.
BASE_URL = env.str("BASE_URL", "http://localhost:8000").rstrip("/")

INSTALLED_APPS = [
    "enquiries",
    "support_pages",
    "specialisms",
    "agency",
    "agency.apps.AgencyUsersConfig",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "crispy_forms",
    "csp",
    "phonenumber_field",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "enquiries.middleware.Unlisted",
    "agency.page_cache.kept.Kept",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "enquiries.attachments.uploading.NoFilesByDefault",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "agency.context_processors.brand",
            ],
            "builtins": ["agency.templatetags.components"],
        },
    },
]

AUTH_USER_MODEL = "agency.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

CACHES = {
    "default": env.dj_cache_url("CACHE_URL", "locmem://"),
    "fragments": {"BACKEND": "agency.page_cache.memory.Fragments"},  # parts of pages, as long as nothing changes
}
if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    CACHES["default"]["BACKEND"] = "agency.caching.ForgivingRedisCache"
    CACHES["default"].setdefault("OPTIONS", {}).update(socket_connect_timeout=1, socket_timeout=1)

# Whole pages for everybody who is not logged in: a folder or a server, empty for none. See agency.page_cache.
PAGE_CACHE = page_cache(env.str("PAGE_CACHE_URL", ""), env.str("CACHE_URL", ""), VAR_DIR / "pages")
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", 512)  # of a folder; a server has its own limit
SHARED_CACHE_SECONDS = env.int("SHARED_CACHE_SECONDS", 1)  # for which nginx or a CDN answers without asking
WAGTAILFRONTENDCACHE = frontend_cache(env.str("FRONTEND_CACHE_URL", ""))  # is told what changed

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", "Europe/London")
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = False
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-gb", _("English"))]

# Files: static ones are hashed and compressed at build time, uploaded ones live under MEDIA_ROOT.
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static", ("handbook", BASE_DIR / "docs" / "images")]  # pictures of the handbook
WHITENOISE_MIMETYPES = {".speculationrules": "application/speculationrules+json"}  # browsers take no other
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")
SERVE_MEDIA = env.bool("SERVE_MEDIA", False)
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "mandates": mandate_files(  # what clients send has no address at all
        env.str("MANDATE_FILES_URL", ""), env.path("MANDATE_FILES_ROOT", VAR_DIR / "mandates")
    ),
    "staticfiles": {"BACKEND": "agency.static_files.BundledStaticFilesStorage"},
}

# Work outside the request: mail, search index and reference index are done by `manage.py worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CLAMD_URL = env.str("CLAMD_URL", "")  # the virus scanner, if there is one

SCREENING = env.bool("SCREENING", True)  # of submissions for spam: see enquiries.spam
DELIVERY_LEASE_SECONDS = env.int("DELIVERY_LEASE_SECONDS", 90)  # a worker silent this long has died

# Webhooks go to https addresses on the public internet, unless this is set.
WEBHOOK_PRIVATE_TARGETS = env.bool("WEBHOOK_PRIVATE_TARGETS", False)

# Mail: EMAIL_URL names the server (submission://user:password@host:587).
_email = env.dj_email_url("EMAIL_URL", "smtp://localhost:25")
if "EMAIL_BACKEND" not in _email:
    raise ImproperlyConfigured("EMAIL_URL: unknown scheme; see .env.example")
EMAIL_BACKEND = "agency.letters.LetterBox"  # no request waits for a mail server: the worker sends what it finds there
MAIL_TRANSPORT = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email["EMAIL_HOST"]
EMAIL_PORT = _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _email["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _email["EMAIL_USE_SSL"]
EMAIL_FILE_PATH = _email["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Throughline <hello@localhost>")

# Security. HTTPS is assumed, and a proxy in front of it that sets X-Forwarded-Proto.
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER: tuple[str, str] | None = ("HTTP_X_FORWARDED_PROTO", "https")
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 1)  # how many of ours a request passes: see agency.client_address
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CONTENT_SECURITY_POLICY = {"DIRECTIVES": csp.PUBLIC}
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor sends one field per block

# Logs name requests and faults, never what a client wrote.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "agency.logs.WithoutTokens",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {
        "django.server": {"handlers": ["console"], "propagate": False},
        "gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False},  # it quotes requests
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}

CRISPY_TEMPLATE_PACK = "crispy"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["crispy"]
CRISPY_FAIL_SILENTLY = False

PHONENUMBER_DB_FORMAT = "RFC3966"  # keeps extensions, unlike E.164
PHONENUMBER_DEFAULT_FORMAT = "INTERNATIONAL"

WAGTAIL_SITE_NAME = "Throughline"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "agency.AgencyImage"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAIL_FINISH_WORKFLOW_ACTION = "support_pages.finishing.finish"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILREDIRECTS_AUTO_CREATE = False  # agency.addresses makes them, in the transaction that changes the address
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
