"""The one reader of environment variables, and the folders everything else is named from.

Every variable read through ``env`` is described in ``.env.example``; a test compares the two.
"""

from pathlib import Path
from typing import Any

from environs import Env

BASE_DIR = Path(__file__).resolve().parents[2]


class EmptyIsUnset(Env):
    """Counts a variable left empty, as ``.env.example`` leaves them, as one that is not set."""

    def _get_value(self, env_key: str, default: Any) -> Any:
        value = super()._get_value(env_key, default)
        return default if value == "" else value


env = EmptyIsUnset()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

VAR_DIR = env.path("VAR_DIR", BASE_DIR / "var")


def database(default: str | None = None) -> dict[str, Any]:
    """Django's settings for ``DATABASE_URL``; raises ``EnvError`` when it is unset and there is no default.

    SQLite gets a write-ahead log and immediate transactions, so that web and worker share one file without lock
    errors, full synchronisation, so that an acknowledged mandate survives a power cut, and overwrites what is deleted,
    so that an erased one does not. PostgreSQL keeps its connections.
    """
    config: dict[str, Any] = (
        env.dj_db_url("DATABASE_URL") if default is None else env.dj_db_url("DATABASE_URL", default)
    )
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        }
    else:
        config |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
        config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    return config
