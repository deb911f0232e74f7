#!/usr/bin/env python3
"""Second implementation of the sealing formats (docs/formats/sealing.md), in Python.

    scripts/formats_check.py           recompute docs/vectors/sealing-v1.json and compare; exit 1 on a difference
    scripts/formats_check.py --write   write it anew

Needs Python 3.9 and the package `cryptography` 50 (for HPKE with ML-KEM-768 and X25519).
The Swift tests read the same file, so two implementations agree on every byte.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import sys

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

PATH = pathlib.Path(__file__).resolve().parent.parent / "docs" / "vectors" / "sealing-v1.json"
TIERS = ["identity", "contact", "medical", "restricted"]


def u(number, size):
    return number.to_bytes(size, "big")


def fields(*items):
    """Each field: its length in 4 big-endian bytes, then its bytes."""
    out = b""
    for item in items:
        item = item.encode() if isinstance(item, str) else item
        out += u(len(item), 4) + item
    return out


def derive(key, info):
    return HKDFExpand(algorithm=SHA256(), length=32, info=info).derive(key)


def envelope(key, nonce, plaintext, context):
    return b"\x01" + nonce + AESGCM(key).encrypt(nonce, plaintext, context)


def bucket(length):
    if length <= 64:
        return 64
    exponent = length.bit_length() - 1
    kept = exponent.bit_length()
    unit = 1 << (exponent - kept)
    return -(-length // unit) * unit


def frame(plaintext):
    body = u(len(plaintext), 4) + plaintext
    return body + bytes(bucket(len(body)) - len(body))


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def fixed(label, size):
    """Bytes that look random and are the same everywhere."""
    return hashlib.shake_128(b"colloque vectors " + label.encode()).digest(size)


def tier_key(parent, label, tier, epoch):
    return derive(parent, fields("colloque/%s/tier-key/1" % label, u(tier, 1), u(epoch, 4)))


def part(parent, label, practice, patient, tier, epoch, kind, rid, version, deposit, plaintext, nonce):
    key = tier_key(parent, label, tier, epoch)
    part_key = derive(key, fields("colloque/part-key/1", kind, rid, u(version, 8), deposit))
    context = fields(
        "colloque/part/1", practice, patient or b"", kind, rid, u(version, 8), deposit, u(tier, 1), u(epoch, 4))
    sealed = envelope(part_key, nonce, frame(plaintext), context)
    return {
        "patient": patient.hex() if patient else None, "tier": TIERS[tier], "epoch": epoch, "type": kind, "id": rid,
        "version": version, "deposit": deposit.hex(), "tier_key": key.hex(), "part_key": part_key.hex(),
        "context": context.hex(), "plaintext": plaintext.hex(), "sealed": sealed.hex(),
        "digest": hashlib.sha256(sealed).hexdigest(),
    }


def document(sealed_part):
    """Three chunks: padding to the bucket, and nonces that count."""
    key, name, content = fixed("document key", 32), fixed("document", 16), fixed("content", 150001)
    padded = content + bytes(bucket(len(content)) - len(content))
    pieces = [padded[n:n + 65536] for n in range(0, len(padded), 65536)]
    context = fields("colloque/document/chunk/1", name)
    chunks = [
        AESGCM(key).encrypt(bytes(7) + u(n, 4) + u(n == len(pieces) - 1, 1), piece, context)
        for n, piece in enumerate(pieces)]
    wrapping = derive(bytes.fromhex(sealed_part["part_key"]), fields("colloque/document/wrapping/1"))
    header = key + name + u(len(content), 8) + u(len(chunks), 4) + hashlib.sha256(content).digest()
    return {
        "part": sealed_part["id"], "document": name.hex(), "length": len(content), "content": hashlib.sha256(content).hexdigest(),
        "chunks": [hashlib.sha256(chunk).hexdigest() for chunk in chunks], "last": chunks[-1].hex(),
        "header": envelope(
            wrapping, fixed("header nonce", 12), header,
            fields("colloque/document/header/1", bytes.fromhex(sealed_part["context"]))).hex()}


def node(leaves):
    """RFC 6962 section 2.1, written as it is defined there."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + node(leaves[:split]) + node(leaves[split:])).digest()


def keys():
    root, practice, patient = fixed("root key", 32), fixed("practice key", 32), fixed("patient key", 32)
    practice_id, patient_id, subject = (fixed(x, 16) for x in ("practice", "patient", "subject"))
    wrapped_practice = envelope(
        derive(root, fields("colloque/root/wrapping/1")), fixed("nonce 1", 12), practice,
        fields("colloque/wrapped-practice-key/1", practice_id))
    wrapped_patient = envelope(
        derive(practice, fields("colloque/practice/wrapping/1")), fixed("nonce 2", 12), patient + subject,
        fields("colloque/wrapped-patient-key/1", practice_id, patient_id))
    return {
        "root_key": root.hex(), "practice_key": practice.hex(), "patient_key": patient.hex(),
        "practice": practice_id.hex(), "patient": patient_id.hex(), "subject": subject.hex(),
        "wrapped_practice_key": wrapped_practice.hex(), "wrapped_patient_key": wrapped_patient.hex(),
    }


def parts(k):
    practice, patient = bytes.fromhex(k["practice"]), bytes.fromhex(k["patient"])
    own, theirs = bytes.fromhex(k["practice_key"]), bytes.fromhex(k["patient_key"])
    out = []
    for n, size in enumerate([0, 1, 60, 61, 256, 1000, 5000]):
        out.append(part(
            theirs, "patient", practice, patient, n % 4, n, "Observation", "p.%d" % n, n * 2 ** 33 + 1,
            fixed("deposit %d" % n, 16), fixed("plaintext", size), fixed("part nonce %d" % n, 12)))
    out.append(part(
        own, "practice", practice, None, 0, 2 ** 32 - 1, "Organization", "o.1", 1, fixed("deposit o", 16),
        b'{"resourceType":"Organization"}', fixed("part nonce o", 12)))
    return out


def texts(k):
    out = []
    for owner in ("root", "practice"):
        key = derive(bytes.fromhex(k[owner + "_key"]), fields("colloque/%s/text/1" % owner))
        text, label, ident = "Cabinet médical du Pré-Saint-Gervais", "practice-name", bytes.fromhex(k["practice"])
        out.append({
            "owner": owner, "label": label, "id": ident.hex(), "text": text,
            "sealed": envelope(
                key, fixed("text nonce " + owner, 12), frame(text.encode()),
                fields("colloque/text/1", label, ident)).hex()})
    return out


def index(k):
    practice, patient = bytes.fromhex(k["practice_key"]), bytes.fromhex(k["patient"])
    out = []
    for field, value in (("nir", "2550814168025"), ("family", "legoffnoel"), ("family-prefix", "leg"), ("sound", "dup3")):
        tokens = derive(practice, fields("colloque/index/token/1", field))
        rows = derive(practice, fields("colloque/index/row/1", field))
        token = hmac.digest(tokens, value.encode(), "sha256")[:16]
        for ordinal in (0, 70000):
            mac = hmac.digest(rows, token + patient + u(ordinal, 4), "sha256")[:16]
            out.append({
                "field": field, "value": value, "token": token.hex(), "patient": patient.hex(), "ordinal": ordinal,
                "mac": mac.hex()})
    return out


def digests(sealed_parts):
    manifest = b'{"parts":{"identity":1,"medical":1}}'
    chosen = {0: bytes.fromhex(sealed_parts[0]["digest"]), 2: bytes.fromhex(sealed_parts[2]["digest"])}
    body = ["colloque/version-digest/1", "Patient", "p", u(7, 8), hashlib.sha256(manifest).digest()]
    for tier in sorted(chosen):
        body += [u(tier, 1), chosen[tier]]
    leaves = [fixed("leaf %d" % n, 32) for n in range(18)]
    return {
        "type": "Patient", "id": "p", "version": 7, "manifest": manifest.hex(),
        "parts": {TIERS[t]: chosen[t].hex() for t in chosen},
        "digest": hashlib.sha256(fields(*body)).hexdigest(),
        "leaves": [leaf.hex() for leaf in leaves],
        "roots": [node(leaves[:n]).hex() for n in range(len(leaves) + 1)],
    }


def token(k):
    key, end, payload = fixed("token key", 32), 1_790_000_000_000, b"page 2"
    context = [bytes.fromhex(k["practice"]), fixed("session", 16)]
    sealed = envelope(
        derive(key, fields("colloque/token/1")), fixed("token nonce", 12), u(end, 8) + payload,
        fields("colloque/token/1", *context))
    return {
        "key": key.hex(), "expires_ms": end, "payload": payload.hex(), "context": [c.hex() for c in context],
        "text": b64(sealed)}


def root_files():
    raw = fixed("root key", 32)
    passphrase, salt, log_n = b"correct horse battery staple", fixed("salt", 16), 12
    key = hashlib.scrypt(passphrase, salt=salt, n=1 << log_n, r=8, p=1, dklen=32, maxmem=1 << 28)
    check = derive(key, fields("colloque/root/check/1"))[:16]
    return {
        "raw": "colloque-root-key-v1 raw %s\n" % b64(raw),
        "scrypt": "colloque-root-key-v1 scrypt %d 8 1 %s %s\n" % (log_n, b64(salt), b64(check)),
        "passphrase": passphrase.decode(), "scrypt_key": key.hex()}


def recipient():
    """X-Wing: SHAKE-256 of the seed gives the ML-KEM seed (64 bytes) and the X25519 key (32 bytes)."""
    seed = fixed("recipient seed", 32)
    expanded = hashlib.shake_256(seed).digest(96)
    first = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
    second = x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
    public = first.public_key().public_bytes_raw() + second.public_key().public_bytes_raw()
    return seed, hpke.MLKEM768X25519PrivateKey(first, second), public


def box(stored):
    seed, private, public = recipient()
    suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
    purpose, plaintext, context = "export", b"tier keys", b"practice"
    info = fields("colloque/box/1", purpose, context)
    if stored is None:
        stored = b"\x01" + suite.encrypt(plaintext, private.public_key(), info=info)
    if stored[:1] != b"\x01" or suite.decrypt(stored[1:], private, info=info) != plaintext:
        raise SystemExit("the stored box does not open")
    return {
        "secret": "colloque-recipient-secret-v1 %s\n" % b64(seed), "public": "colloque-recipient-v1 " + b64(public),
        "fingerprint": hashlib.sha256(public).hexdigest(), "purpose": purpose, "context": context.hex(),
        "plaintext": plaintext.hex(), "sealed": stored.hex()}


def compute(stored_box):
    k = keys()
    sealed_parts = parts(k)
    lengths = [0, 1, 63, 64, 65, 66, 67, 68, 100, 127, 128, 129, 255, 256, 257, 1000, 1023, 1024, 1025, 65535, 65536,
               65537, 1000000, 16777216, 16777220]
    return {
        "padding": [[n, bucket(n)] for n in lengths], "keys": k, "parts": sealed_parts,
        "document": document(sealed_parts[3]), "texts": texts(k),
        "index": index(k), "digests": digests(sealed_parts), "token": token(k), "root_files": root_files(),
        "box": box(stored_box)}


def main():
    if sys.argv[1:] not in ([], ["--write"]):
        raise SystemExit(__doc__)
    stored = json.loads(PATH.read_text()) if PATH.exists() else None
    sealed_box = bytes.fromhex(stored["box"]["sealed"]) if stored else None
    if sys.argv[1:] == ["--write"]:
        PATH.parent.mkdir(exist_ok=True)
        PATH.write_text(json.dumps(compute(None), indent=1) + "\n")
        return
    if stored is None or compute(sealed_box) != stored:
        raise SystemExit("docs/vectors/sealing-v1.json differs from what this script computes")
    print("sealing-v1.json agrees")


main()
