#!/usr/bin/env python3
"""Judges passkeys a second time, with PyPI's fido2 (pip install fido2): whatever it refuses, Identity refuses.

    COLLOQUE_PASSKEY_CASES=/somewhere/cases.json swift test --filter PasskeyDifferentialTests
    scripts/passkeys_check.py /somewhere/cases.json

The first line writes each row of the tables of attacks with Identity's verdict. The second also verifies the signatures of
the standard's vectors, which were copied by hand. It exits 1 if fido2 refuses something that Identity accepts.
"""
import collections
import hashlib
import json
import pathlib
import sys

from fido2 import cbor
from fido2.attestation import Attestation
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, PublicKeyCredentialRpEntity

DOMAIN = "colloque.example"
ORIGINS = ["https://colloque.example", "https://console.colloque.example:8443"]
VECTORS = pathlib.Path(__file__).parent.parent / "Tests/IdentityTests/Vectors/webauthn-l3.json"


def check_statement(made, client):
    """Verifies the attestation statement's signature; raises if it is wrong."""
    if made.fmt != "none":
        hashed = hashlib.sha256(client).digest()
        Attestation.for_type(made.fmt)().verify(made.att_stmt, made.auth_data, hashed)


def answer(id, **parts):
    """An answer as browsers send it."""
    response = {name: websafe_encode(value) for name, value in parts.items()}
    return {"id": websafe_encode(id), "rawId": websafe_encode(id), "type": "public-key", "response": response,
            "clientExtensionResults": {}}


def judge(case):
    """None if fido2 accepts the case, otherwise why not."""
    parts = {name: websafe_decode(text) for name, text in case["parts"].items()}
    server = Fido2Server(PublicKeyCredentialRpEntity(id=DOMAIN, name="x"), verify_origin=lambda o: o in ORIGINS)
    state = {"challenge": case["challenge"], "user_verification": "required"}
    client = parts["client"]
    try:
        if "object" in parts:
            made = AttestationObject(parts["object"])
            id = made.auth_data.credential_data.credential_id
            server.register_complete(state, answer(id, clientDataJSON=client, attestationObject=parts["object"]))
            check_statement(made, client)
        else:
            key = CoseKey.parse(cbor.decode(parts["key"]))
            known = AttestedCredentialData.create(bytes(16), parts["known"], key)
            server.authenticate_complete(state, [known], answer(
                parts["id"], clientDataJSON=client, authenticatorData=parts["data"], signature=parts["signature"]))
        return None
    except Exception as error:  # whatever it throws is a refusal
        return type(error).__name__


def check_vectors():
    for vector in json.loads(VECTORS.read_text())["vectors"]:
        registration, sign_in = vector["registration"], vector["authentication"]
        made = AttestationObject(bytes.fromhex(registration["attestationObject"]))
        check_statement(made, registration["clientDataJSON"].encode())
        hashed = hashlib.sha256(sign_in["clientDataJSON"].encode()).digest()
        made.auth_data.credential_data.public_key.verify(
            bytes.fromhex(sign_in["authenticatorData"]) + hashed, bytes.fromhex(sign_in["signature"]))
        print("vector", vector["name"], "verified")


def main():
    check_vectors()
    if len(sys.argv) < 2:
        return 0
    both, ours, wrong, accepted = 0, collections.Counter(), [], 0
    for case in json.loads(pathlib.Path(sys.argv[1]).read_text()):
        why = judge(case)
        if why and case.get("word"):
            both += 1
        elif case.get("word"):
            ours[case["word"]] += 1
        elif why:
            wrong.append((case["name"], why))
        else:
            accepted += 1
    print(f"accepted by both {accepted}, refused by both {both}, refused by Identity only {sum(ours.values())}: {dict(ours)}")
    for name, why in wrong:
        print("refused by fido2 only:", name, why)
    return 1 if wrong or not accepted else 0


if __name__ == "__main__":
    sys.exit(main())
