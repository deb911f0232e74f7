#!/usr/bin/env python3
"""Second implementation of docs/formats/export.md, in Python: opens an export and compares it with what `colloque export open` made of it.

    scripts/export_open.py EXPORT PRIVATE-KEY DIRECTORY      exit 1 on a difference

Needs the package `cryptography` (for HPKE with ML-KEM-768 and X25519).
"""
import base64
import datetime
import hashlib
import json
import pathlib
import re
import sys

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

MAGIC = b"colloque export 1\n"
HOLE = re.compile(rb'\{"#":([0-9]+)\}')


def u(number, size):
    return number.to_bytes(size, "big")


def fields(*items):
    return b"".join(u(len(x), 4) + x for x in (y.encode() if isinstance(y, str) else y for y in items))


def derive(key, info):
    return HKDFExpand(algorithm=SHA256(), length=32, info=info).derive(key)


def unsealed(key, sealed, context):
    if sealed[:1] != b"\x01":
        raise SystemExit("an envelope of another version")
    return AESGCM(key).decrypt(sealed[1:13], sealed[13:], context)


class Reader:
    """Fields one after the other."""

    def __init__(self, data):
        self.data, self.place = data, 0

    def take(self, size):
        piece = self.data[self.place:self.place + size]
        if len(piece) != size:
            raise SystemExit("cut off")
        self.place += size
        return piece

    def number(self, size):
        return int.from_bytes(self.take(size), "big")

    def text(self):
        return self.take(self.number(4))

    def end(self):
        if self.place != len(self.data):
            raise SystemExit("something behind the end")


class Recipient:
    def __init__(self, path):
        seed = base64.urlsafe_b64decode(path.read_text().split()[1] + "=")
        expanded = hashlib.shake_256(seed).digest(96)
        first = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        second = x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
        self.key = hpke.MLKEM768X25519PrivateKey(first, second)
        public = first.public_key().public_bytes_raw() + second.public_key().public_bytes_raw()
        self.fingerprint = hashlib.sha256(public).digest()

    def open(self, box, practice):
        suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
        return suite.decrypt(box[1:], self.key, info=fields("colloque/box/1", "export", practice))


def page(plain):
    """(patient or nothing, tier, epoch) -> key."""
    reader, keys = Reader(plain), {}
    for _ in range(reader.number(4)):
        patient = reader.take(16) if reader.number(1) else b""
        tier = reader.number(1)
        if reader.number(1) != 1:
            raise SystemExit("a key that was not released")
        for _ in range(reader.number(4)):
            epoch = reader.number(4)
            keys[patient, tier, epoch] = reader.text()
    reader.end()
    return keys


class Manifest:
    def __init__(self, data):
        reader = Reader(data)
        items = []
        while reader.place < len(data):
            items.append(reader.take(reader.number(2)))
        form, base, deleted, updated, count = items[:5]
        if deleted != b"\0":
            raise SystemExit("a deleted version")
        self.base, self.updated = base[0], int.from_bytes(updated, "big", signed=True)
        self.parts = [
            (x[0], int.from_bytes(x[1:5], "big"), x[5:21], int.from_bytes(x[21:25], "big")) for x in items[5:5 + count[0]]]
        rest = items[5 + count[0]:]
        self.content = rest if form == b"colloque manifest 2" else None
        if len(rest) != (4 if self.content else 0):
            raise SystemExit("manifest")


def joined(lines, tier, line):
    """A line with its holes filled."""
    def filled(match):
        number = int(match.group(1))
        return joined(lines, number % 4, number // 4)
    return HOLE.sub(filled, lines[tier][line])


def pairs(text):
    """A tree that keeps order and the text of numbers."""
    return json.loads(text, object_pairs_hook=lambda x: ("object", x), parse_float=lambda x: ("number", x), parse_int=lambda x: ("number", x))


def stamped(tree, rid, version, updated):
    members = dict(tree[1])
    moment = datetime.datetime.fromtimestamp(updated // 1000, datetime.timezone.utc)
    instant = moment.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (updated % 1000)
    meta = [("versionId", str(version)), ("lastUpdated", instant)] + members.get("meta", ("object", []))[1]
    rest = [(k, v) for k, v in tree[1] if k not in ("resourceType", "meta")]
    return "object", [("resourceType", members["resourceType"]), ("id", rid), ("meta", ("object", meta))] + rest


class Export:
    def __init__(self, recipient):
        self.recipient, self.practice, self.keys = recipient, None, {}
        self.resources, self.documents, self.waiting = {}, {}, None
        self.counts = [0, 0, 0]

    def frame(self, kind, payload):
        if (kind == 4) != (self.waiting is not None):
            raise SystemExit("a chunk is out of place")
        reader = Reader(payload)
        if kind == 1:
            self.practice = reader.take(16)
            if reader.text() != self.recipient.fingerprint:
                raise SystemExit("for another key")
        elif kind == 2:
            self.counts[0] += 1
            self.keys = page(self.recipient.open(payload, self.practice))
        elif kind == 3:
            self.counts[1] += 1
            self.version(reader)
        elif kind == 4:
            self.counts[2] += 1
            self.chunk(payload)

    def version(self, reader):
        kind, rid = reader.text().decode(), reader.text().decode()
        version, manifest = reader.number(4), Manifest(reader.text())
        sealed = [reader.text() for _ in range(reader.number(4))]
        reader.end()
        patient = bytes.fromhex(rid.split(".")[0].replace("-", "")) if "." in rid or kind == "Patient" else b""
        lines, base_key, base_context = {}, None, None
        for (tier, number, deposit, epoch), part in zip(manifest.parts, sealed, strict=True):
            key = derive(self.keys[patient, tier, epoch], fields("colloque/part-key/1", kind, rid, u(number, 8), deposit))
            context = fields(
                "colloque/part/1", self.practice, patient, kind, rid, u(number, 8), deposit, u(tier, 1), u(epoch, 4))
            framed = unsealed(key, part, context)
            plain = framed[4:4 + int.from_bytes(framed[:4], "big")]
            lines[tier] = plain.split(b"\n")
            if tier == manifest.base:
                base_key, base_context = key, context
        tree = pairs(joined(lines, manifest.base, 1))
        self.resources.setdefault(kind, []).append(stamped(tree, rid, version, manifest.updated))
        if manifest.content:
            header = unsealed(
                derive(base_key, fields("colloque/document/wrapping/1")), manifest.content[3],
                fields("colloque/document/header/1", base_context))
            self.waiting = rid, header, []

    def chunk(self, payload):
        rid, header, pieces = self.waiting
        key, name, length, chunks = header[:32], header[32:48], int.from_bytes(header[48:56], "big"), int.from_bytes(header[56:60], "big")
        number = len(pieces)
        nonce = bytes(7) + u(number, 4) + u(number == chunks - 1, 1)
        pieces.append(AESGCM(key).decrypt(nonce, payload, fields("colloque/document/chunk/1", name)))
        if number == chunks - 1:
            content = b"".join(pieces)[:length]
            if hashlib.sha256(content).digest() != header[60:]:
                raise SystemExit("a document's hash")
            self.documents[rid], self.waiting = content, None


def read(path, recipient):
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise SystemExit("no export")
    export, reader = Export(recipient), Reader(data)
    reader.take(len(MAGIC))
    while True:
        before = reader.place
        kind = reader.number(1)
        payload = reader.text()
        if kind == 5:
            break
        export.frame(kind, payload)
    reader.end()
    end = Reader(payload)
    counts, digest = [end.number(8) for _ in range(3)], end.text()
    if counts != export.counts or digest != hashlib.sha256(data[:before]).digest():
        raise SystemExit("the end does not fit")
    return export


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    path, key, directory = (pathlib.Path(x) for x in sys.argv[1:])
    export = read(path, Recipient(key))
    names = {x.name for x in directory.iterdir()}
    if names != {kind + ".ndjson" for kind in export.resources} | ({"documents"} if export.documents else set()):
        raise SystemExit("other files")
    for kind, mine in export.resources.items():
        theirs = [pairs(line) for line in (directory / (kind + ".ndjson")).read_bytes().splitlines()]
        if mine != theirs:
            raise SystemExit("%s differs" % kind)
    for rid, content in export.documents.items():
        if (directory / "documents" / rid).read_bytes() != content:
            raise SystemExit("document %s differs" % rid)
    total = sum(len(x) for x in export.resources.values())
    print("export agrees: %d boxes, %d resources of %d types, %d documents" % (
        export.counts[0], total, len(export.resources), len(export.documents)))


main()
