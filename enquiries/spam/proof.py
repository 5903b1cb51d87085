"""A proof of work: a sum that takes a browser about a second, made and checked with altcha-django.

Nobody else is asked, nothing is stored for the visitor, and each solution counts once (in the shared cache; without it, twice
at worst). The challenge is signed and names the mandate it is for.
"""

from typing import Any

from altcha_django import ChallengeConfig, LocalVerifier, build_challenge, run_verification
from altcha_django.verifiers.local import decode_payload
from django.utils.crypto import salted_hmac

from enquiries.models import Mandate

COST = ChallengeConfig(algorithm="PBKDF2/SHA-256", cost=5000, max_number=400, expires_seconds=60 * 60)
"""Between 200 and 400 derivations of a key, whoever solves it: a second on a computer, a few on a telephone."""


def secret() -> str:
    """What challenges are signed with."""
    return salted_hmac("enquiries.spam.proof", "challenge", algorithm="sha256").hexdigest()


def challenge_for(mandate: Mandate) -> dict[str, Any]:
    """A new challenge, as JSON."""
    return build_challenge(hmac_secret=secret(), data={"mandate": mandate.reference}, config=COST).to_dict()


def solves(payload: str, mandate: Mandate) -> bool:
    """Whether the payload is the solution of a challenge made for this mandate within the hour, and not used before."""
    if len(payload) > 4000 or not run_verification(payload, verifier=LocalVerifier(hmac_secret=secret())).verified:
        return False
    decoded = decode_payload(payload) or {}
    return bool(decoded["challenge"]["parameters"]["data"]["mandate"] == mandate.reference)
