"""Production's settings, for a server with nothing in front of it that speaks HTTPS."""

from agency.settings.production import *  # noqa: F403 - settings are read by their names

SECURE_SSL_REDIRECT = False
