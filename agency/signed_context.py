"""What a call to action tells the mandate form, in a link that cannot be forged.

The context holds primary keys and the name of the call to action, nothing personal. It is signed without a time, so
that the same page always carries the same link and can be cached.
"""

from django.core.signing import BadSignature, Signer

SALT = "mandate-context"
LONGEST = 500


def sign(context: dict[str, int | str]) -> str:
    """The context as a URL-safe string."""
    return Signer(salt=SALT).sign_object(context)


def unsign(value: str) -> dict[str, int | str]:
    """The context that ``sign`` was given; an empty one if the string is missing, foreign or tampered with."""
    if not value or len(value) > LONGEST:
        return {}
    try:
        context = Signer(salt=SALT).unsign_object(value)
    except (BadSignature, ValueError):
        return {}
    return context if isinstance(context, dict) else {}
