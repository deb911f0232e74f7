#!/usr/bin/env python3
"""Second reader of the ledger's own formats (docs/formats/ledger.md, docs/formats/entries.md), in plain Python.

    scripts/ledger_peer.py LEDGER CASES

Reads every entry, from the bundles and then from the journal; follows each practice's chain (n and prev); recomputes the
practice map and compares it with every index entry; checks the journal's roots; and judges every map proof among the
cases (lines of JSON, see Benchmarks/Peers), which must hold or be refused as the case says. Exit 1 on a difference.
"""
import base64
import hashlib
import json
import os
import sys

WIDTH = 256
SECTOR = 512


def sha(data):
    return hashlib.sha256(data).digest()


def leaf_hash(data):
    return sha(b"\x00" + data)


def number(data):
    return int.from_bytes(data, "big")


def u64(value):
    return value.to_bytes(8, "big")


def tree_root(hashes):
    """RFC 6962 section 2.1, as it is defined there."""
    if not hashes:
        return sha(b"")
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)
    return sha(b"\x01" + tree_root(hashes[:split]) + tree_root(hashes[split:]))


def path_root(leaf, index, size, path):
    """The root that an inclusion path leads to, by the recursion of RFC 6962 section 2.1.1; None when it has another length."""
    if size <= 1:
        return leaf if not path and index == 0 and size == 1 else None
    if not path:
        return None
    split = 1 << ((size - 1).bit_length() - 1)
    if index < split:
        left = path_root(leaf, index, split, path[:-1])
        return left and sha(b"\x01" + left + path[-1])
    right = path_root(leaf, index - split, size - split, path[:-1])
    return right and sha(b"\x01" + path[-1] + right)


def need(condition, what):
    if not condition:
        raise SystemExit("ledger_peer.py: " + what)


def checkpoint(note):
    lines = note.split("\n")
    return int(lines[1]), base64.b64decode(lines[2], validate=True)


def bundle_path(index, count):
    text, index = "%03d" % (index % 1000), index // 1000
    while index:
        text, index = "x%03d/%s" % (index % 1000, text), index // 1000
    return "tile/entries/" + text + ("" if count == WIDTH else ".p/%d" % count)


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def split_entries(data):
    entries = []
    while data:
        length = number(data[:2])
        need(len(data) >= 2 + length, "an entry is cut short")
        entries.append(data[2:2 + length])
        data = data[2 + length:]
    return entries


def published_entries(ledger):
    if not os.path.exists(os.path.join(ledger, "checkpoint")):
        return []
    size, root = checkpoint(read(ledger, "checkpoint").decode())
    entries = []
    for start in range(0, size, WIDTH):
        count = min(WIDTH, size - start)
        found = split_entries(read(ledger, bundle_path(start // WIDTH, count)))
        need(len(found) == count, "bundle %d has %d entries" % (start // WIDTH, len(found)))
        entries += found
    need(tree_root([leaf_hash(e) for e in entries]) == root, "the entries have another root than the checkpoint")
    return entries


def journal_entries(ledger, entries):
    """Adds what only the journal has; checks each segment's and frame's place and root."""
    folder = os.path.join(ledger, "journal")
    names = sorted(n for n in os.listdir(folder) if n != "spare") if os.path.isdir(folder) else []
    for name in names:
        data = read(folder, name)
        need(data[:8] == b"CLQSEGMT" and number(data[8:16]) == int(name), "a segment's header")
        need(data[48:56] == sha(data[:48])[:8] and not any(data[56:SECTOR]), "a segment's header")
        first = int(name)
        need(first <= len(entries), "a gap before segment " + name)
        need(data[16:48] == tree_root([leaf_hash(e) for e in entries[:first]]), "a segment's root")
        offset = SECTOR
        while data[offset:offset + 8] == b"CLQFRAME":
            offset = journal_frame(data, offset, entries)
        need(not any(data[offset:]), "something after the last frame of " + name)
    return entries


def journal_frame(data, offset, entries):
    head = data[offset:offset + 52]
    first, count, length, note_length = (number(head[a:b]) for a, b in ((8, 16), (16, 20), (20, 24), (24, 28)))
    need(head[44:52] == sha(head[:44])[:8], "a frame's header")
    body = offset + 52
    found = split_entries(data[body:body + length])
    note = data[body + length:body + length + note_length]
    need(len(found) == count and head[28:44] == sha(note)[:16], "a frame's content")
    if first >= len(entries):
        need(first == len(entries), "a gap in the journal")
        entries += found
    need(entries[first:first + count] == found, "the journal contradicts the bundles")
    size, root = checkpoint(note.decode())
    need(size == first + count and root == tree_root([leaf_hash(e) for e in entries[:size]]), "a frame's root")
    end = body + length + note_length
    return end + -end % SECTOR


def map_leaf(practice, n, head):
    return practice + u64(n) + head


def map_tree(heads):
    return tree_root([leaf_hash(map_leaf(practice, *heads[practice])) for practice in sorted(heads)])


def map_root(size, count, tree):
    return sha(b"\x02" + u64(size) + u64(count) + tree)


def follow(entries, wanted):
    """The heads at each wanted size; checks every chain and every index entry on the way."""
    heads, maps, roots, indexes = {}, {}, {}, []
    claims = [(json.loads(e)["size"], json.loads(e)["root"], i) for i, e in enumerate(entries)
              if json.loads(e)["kind"] == "index"]
    sizes = wanted | {size for size, _, _ in claims}
    for index in range(len(entries) + 1):
        if index in sizes:
            maps[index] = dict(heads)
            roots[index] = map_root(index, len(heads), map_tree(heads))
        if index == len(entries):
            break
        entry = json.loads(entries[index])
        if "practice" not in entry:
            continue
        practice = bytes.fromhex(entry["practice"].replace("-", ""))
        n, head = heads.get(practice, (0, bytes(32)))
        need(entry["n"] == n + 1 and bytes.fromhex(entry["prev"]) == head, "entry %d breaks its chain" % index)
        heads[practice] = (n + 1, leaf_hash(entries[index]))
    for size, root, index in claims:
        need(size <= index and bytes.fromhex(root) == roots[size], "the index entry %d" % index)
    return maps, roots, len(claims)


def shown(case):
    """What a map proof shows: (n, head), None for the absence, or False when it proves nothing."""
    practice, tree = bytes.fromhex(case["practice"]), bytes.fromhex(case["tree"])
    count, leaves = case["count"], []
    if map_root(case["size"], count, tree) != bytes.fromhex(case["root"]):
        return False
    for leaf in case["leaves"]:
        key, head = bytes.fromhex(leaf["practice"]), bytes.fromhex(leaf["head"])
        path = [bytes.fromhex(p) for p in leaf["path"]]
        if leaf["n"] < 0 or not 0 <= leaf["index"] < count:
            return False
        if path_root(leaf_hash(map_leaf(key, leaf["n"], head)), leaf["index"], count, path) != tree:
            return False
        leaves.append((leaf["index"], key, leaf["n"], head))
    if len(leaves) == 1 and leaves[0][1] == practice:
        return leaves[0][2:]
    return None if absent(practice, count, tree, leaves) else False


def absent(practice, count, tree, leaves):
    if not leaves:
        return count == 0 and tree == sha(b"")
    if len(leaves) == 1:
        index, key = leaves[0][:2]
        return (index == 0 and practice < key) or (index == count - 1 and key < practice)
    return len(leaves) == 2 and leaves[0][0] + 1 == leaves[1][0] and leaves[0][1] < practice < leaves[1][1]


def main():
    need(len(sys.argv) == 3, "usage: ledger_peer.py LEDGER CASES")
    ledger = sys.argv[1]
    with open(sys.argv[2]) as file:
        lines = [json.loads(line) for line in file]
    cases = [line for line in lines if line["kind"] == "map"]
    entries = journal_entries(ledger, published_entries(ledger))
    size, root = checkpoint(next(line["note"] for line in lines if line["kind"] == "checkpoint"))
    need(size == len(entries) and root == tree_root([leaf_hash(e) for e in entries]), "the reader's checkpoint")
    maps, roots, indexes = follow(entries, {case["covers"] for case in cases})
    for place, case in enumerate(cases):
        verdict = shown(case)
        need((verdict is not False) == case["holds"], "map case %d is judged %s" % (place, verdict))
        if case["holds"]:
            need(roots[case["covers"]].hex() == case["root"], "map case %d: another root" % place)
            truth = maps[case["covers"]].get(bytes.fromhex(case["practice"]))
            claim = case.get("shown")
            need(verdict == truth, "map case %d shows something else" % place)
            need((claim and (claim["n"], bytes.fromhex(claim["head"]))) == truth, "map case %d claims something else" % place)
    good = sum(case["holds"] for case in cases)
    print(json.dumps({"entries": len(entries), "practices": len(maps.get(len(entries), {})), "indexes": indexes,
                      "accepted": good, "refused": len(cases) - good}))


if __name__ == "__main__":
    main()
