"""A realm's own key: the half that signs, and the half that the provider is to have."""

import base64
import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from landfast.login.rules import Realm

_PARTS = {"EC": ("crv", "kty", "x", "y"), "RSA": ("e", "kty", "n")}


def public_key(realm: Realm) -> dict[str, Any]:
    """The half of the key that the provider is to have, as a JWK with its thumbprint as name."""
    key = key_of(realm)
    algorithm = ECAlgorithm if isinstance(key, EllipticCurvePrivateKey) else RSAAlgorithm
    told: dict[str, Any] = json.loads(algorithm.to_jwk(key.public_key()))  # type: ignore[arg-type]
    parts = {name: told[name] for name in _PARTS[told["kty"]]}
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode())
    name = base64.urlsafe_b64encode(digest.digest()).rstrip(b"=").decode()  # RFC 7638
    return {**parts, "kid": name, "use": "sig", "alg": algorithm_of(realm)}


def algorithm_of(realm: Realm) -> str:
    """How the key signs."""
    return realm.private_key_algorithm or (
        "ES256" if isinstance(key_of(realm), EllipticCurvePrivateKey) else "RS256"
    )


def key_of(realm: Realm) -> EllipticCurvePrivateKey | RSAPrivateKey:
    """The key itself."""
    key = load_pem_private_key(realm.private_key.encode(), password=None)
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise TypeError("a client key is EC or RSA")
    return key
