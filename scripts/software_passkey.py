"""A passkey in software, right or wrong as it is told, and one-time codes; on PyPI's fido2 and cryptography."""
import base64
import hashlib
import hmac
import json
import secrets
import struct
import urllib.parse

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.webauthn import AttestedCredentialData

UP, UV, AT, ED = 0x01, 0x04, 0x40, 0x80


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def bytes_of(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Passkey:
    """One credential. Each answer takes changes by name: `type`, `challenge`, `origin`, `cross`, `more` (members of the client data), `client`
    (all of its bytes), `rp`, `flags`, `counter`, `behind` (bytes after the authenticator data), `key` (another that signs)."""

    def __init__(self, origin, rp):
        self.origin, self.rp = origin, rp
        self.key, self.id, self.counter = ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(32), 1

    def client(self, kind, challenge, changes):
        members = {"type": changes.get("type", kind), "challenge": changes.get("challenge", challenge), "origin": changes.get("origin", self.origin),
                   "crossOrigin": changes.get("cross", False), **changes.get("more", {})}
        return changes.get("client", json.dumps(members, separators=(",", ":")).encode())

    def data(self, flags, credential, changes):
        rp = hashlib.sha256(changes.get("rp", self.rp).encode()).digest()
        head = struct.pack(">BI", changes.get("flags", flags), changes.get("counter", self.counter))
        return rp + head + credential + changes.get("behind", b"")

    def made(self, challenge, /, **changes):
        """What `navigator.credentials.create()` answers."""
        known = AttestedCredentialData.create(bytes(16), changes.get("id", self.id), ES256.from_cryptography_key(self.key.public_key()))
        data = self.data(UP | UV | AT, changes.get("known", bytes(known)), changes)
        made = {"fmt": changes.get("format", "none"), "attStmt": changes.get("statement", {}), "authData": data}
        return {"clientDataJSON": base64url(self.client("webauthn.create", challenge, changes)),
                "attestationObject": base64url(cbor.encode(made) + changes.get("after", b""))}

    def answer(self, challenge, /, **changes):
        """What `navigator.credentials.get()` answers."""
        if "counter" not in changes:
            self.counter += 1
        client, data = self.client("webauthn.get", challenge, changes), self.data(UP | UV, b"", changes)
        digest = changes.get("digest", hashes.SHA256())
        signature = changes.get("key", self.key).sign(data + hashlib.sha256(client).digest(), ec.ECDSA(digest))
        return {"id": base64url(changes.get("id", self.id)), "clientDataJSON": base64url(client), "authenticatorData": base64url(data),
                "signature": base64url(signature)}


def one_time_code(uri, now, offset=0):
    """The code of an otpauth URI (RFC 6238) at a moment, `offset` periods later."""
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(uri).query))
    secret = base64.b32decode(asked["secret"] + "=" * (-len(asked["secret"]) % 8))
    mac = hmac.new(secret, struct.pack(">Q", int(now) // 30 + offset), asked.get("algorithm", "SHA1").lower()).digest()
    place = mac[-1] & 15
    digits = int(asked.get("digits", 6))
    return str((struct.unpack(">I", mac[place:place + 4])[0] & 0x7FFFFFFF) % 10 ** digits).zfill(digits)
