#!/usr/bin/env python3
"""Second implementation of the scope (docs/scope.md), in plain Python, from a ledger's bundles alone.

    scripts/scope_peer.py LEDGER NAME...

For each NAME it reads NAME.query.json (the question), NAME.result.json (our answer) and, where it is there, NAME.truth (lines
`practice subject tier`: what the maker of a planted ledger knows). One pass recomputes the tree's root, follows every practice's
chain and collects whose keys were released. Prints a line for each NAME; exit 1 on any difference.
"""
import hashlib
import json
import os
import sys

from ledger_peer import bundle_path, checkpoint, leaf_hash, need, read, sha

HELD = 900_000
TIERS = ("identity", "contact", "medical", "restricted")
KINDS = (("practices", "practice"), ("partners", "partner"), ("sessions", "session"), ("gateways", "gateway"), ("grants", "grant"))
HOLDERS = ("members", "clients", "partners", "sessions", "gateways", "grants")


class Tree:
    """The peaks of a growing tree, largest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, leaf):
        size = self.size
        while size & 1:
            leaf, size = sha(b"\x01" + self.peaks.pop() + leaf), size >> 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        hashes = list(self.peaks)
        while len(hashes) > 1:
            right = hashes.pop()
            hashes.append(sha(b"\x01" + hashes.pop() + right))
        return hashes[0] if hashes else sha(b"")


class Question:
    def __init__(self, name):
        self.name = name
        with open(name + ".query.json") as file:
            query = json.load(file)
        self.sets = {key: set(query[key]) for key in query if isinstance(query[key], list)}
        self.start = query.get("from", -(1 << 62)) - (HELD if self.sets.get("gateways") else 0)
        self.end, self.contained = query.get("through", 1 << 62), query.get("contained")
        self.nobody = not any(self.sets.get(key) for key in HOLDERS)
        self.found, self.after, self.held = set(), set(), {}

    def covers(self, entry):
        return self.start <= entry["t"] <= self.end

    def asks(self, entry):
        for key, field in KINDS:
            if self.sets.get(key) and entry.get(field) not in self.sets[key]:
                return False
        holders = self.sets.get("members", set()) | self.sets.get("clients", set())
        return not holders or entry.get("member", entry.get("client")) in holders

    def add(self, entry, subject, tier):
        key = (entry["practice"], subject, tier)
        self.found.add(key)
        if self.contained is not None and entry["t"] > self.contained:
            self.after.add(key)

    def take(self, entry):
        kind = entry["kind"]
        if kind == "release" and "subject" in entry and self.covers(entry) and self.asks(entry):
            self.add(entry, entry["subject"], entry["tier"])
        elif not self.nobody or (self.sets.get("practices") and entry["practice"] not in self.sets["practices"]):
            return
        elif kind == "patient":
            self.held.setdefault(entry["practice"], set()).add(entry["subject"])
        elif kind == "erase":
            self.held.get(entry["practice"], set()).discard(entry["subject"])
        elif kind == "export" and self.covers(entry):
            for subject in self.held.get(entry["practice"], ()):
                if entry.get("after", "") < subject <= entry.get("last", "g"):
                    for tier in TIERS:
                        self.add(entry, subject, tier)

    def judge(self):
        """Compares with the answer, tier by tier and practice by practice, and with the truth."""
        with open(self.name + ".result.json") as file:
            result = json.load(file)
        counts, after = {}, {}
        for practice, _, tier in self.found:
            counts[practice, tier] = counts.get((practice, tier), 0) + 1
        for practice, _, tier in self.after:
            after[practice, tier] = after.get((practice, tier), 0) + 1
        wrong = 0
        for practice in result["practices"]:
            for tier in TIERS:
                said, key = practice["tiers"][tier], (practice["practice"], tier)
                count = counts.pop(key, 0)
                wrong += (said["people"]["lower"], said["people"].get("upper")) != (count, count)
                wrong += said["after_containment"] != after.get(key, 0)
        line = "%s: %d people and tiers, %d differences" % (self.name, len(self.found), wrong + len(counts))
        if os.path.exists(self.name + ".truth"):
            with open(self.name + ".truth") as file:
                truth = {tuple(row.split()) for row in file}
            both = len(truth & self.found)
            line += ", precision %.6f, recall %.6f" % (both / max(1, len(self.found)), both / max(1, len(truth)))
            wrong += truth != self.found
        print(line)
        return not wrong and not counts


def entries(ledger, size):
    for index in range((size + 255) // 256):
        data = read(ledger, bundle_path(index, min(256, size - index * 256)))
        place = 0
        while place < len(data):
            length = data[place] << 8 | data[place + 1]
            yield data[place + 2:place + 2 + length]
            place += 2 + length


def main(ledger, names):
    size, root = checkpoint(read(ledger, "checkpoint").decode())
    questions = [Question(name) for name in names]
    tree, heads = Tree(), {}
    for data in entries(ledger, size):
        leaf = leaf_hash(data)
        tree.append(leaf)
        entry = json.loads(data)
        practice = entry.get("practice")
        if practice is None:
            continue
        n, head = heads.get(practice, (0, b"\0" * 32))
        need(entry["n"] == n + 1 and entry["prev"] == head.hex(), "a chain is broken at entry %d" % (tree.size - 1))
        heads[practice] = (n + 1, leaf)
        if entry["kind"] in ("release", "export", "patient", "erase"):
            for question in questions:
                question.take(entry)
    need(tree.size == size and tree.root() == root, "the tree is not the signed one")
    answers = [question.judge() for question in questions]
    need(all(answers), "differences")
    print("%d entries, root %s" % (size, hashlib.sha256(root).hexdigest()[:16]))


if __name__ == "__main__":
    need(len(sys.argv) > 2, "usage: scope_peer.py LEDGER NAME...")
    main(sys.argv[1], sys.argv[2:])
