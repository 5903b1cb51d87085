"""The cache shared by all processes, when one is configured: helpful while it is there, never missed."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def forgiving(method: str, otherwise: Any) -> Callable[..., Any]:
    """Redis' method of that name, answering ``otherwise`` (or the caller's default) while the server is away."""

    def call(self: "ForgivingRedisCache", *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(ForgivingRedisCache, self), method)(*args, **kwargs)
        except RedisError as error:
            logger.warning("the cache does not answer: %s", type(error).__name__)
            if method == "get" and (len(args) > 1 or "default" in kwargs):
                return args[1] if len(args) > 1 else kwargs["default"]
            return otherwise() if callable(otherwise) else otherwise

    call.__name__ = method
    return call


class ForgivingRedisCache(RedisCache):
    """Redis or Valkey, whose absence is a miss: a page is rendered and a mandate taken in without it."""

    get = forgiving("get", None)
    get_many = forgiving("get_many", dict)
    set = forgiving("set", None)
    set_many = forgiving("set_many", list)
    add = forgiving("add", True)
    touch = forgiving("touch", False)
    delete = forgiving("delete", False)
    delete_many = forgiving("delete_many", None)
    has_key = forgiving("has_key", False)
    clear = forgiving("clear", False)
