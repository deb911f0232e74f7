"""Reads a ledger from its published files alone, and counts openings against the limits that it says were in force.

Written apart from the broker, from docs/formats: C2SP tlog-tiles with RFC 6962 hashing, and the entries. Standard library only.
"""
import base64
import collections
import hashlib
import json
import os

TIERS = ["identity", "contact", "medical", "restricted"]
WINDOWS = [("hour", 3_600_000), ("day", 86_400_000), ("month", 30 * 86_400_000)]
MEMBERS = {"physician", "nurse", "pharmacist", "secretary", "remote-secretariat", "on-call"}
TRIPWIRE_PAUSE = 3_600_000


def tile_name(index):
    parts = ["%03d" % (index % 1000)]
    while index >= 1000:
        index //= 1000
        parts.insert(0, "x%03d" % (index % 1000))
    return "/".join(parts)


def read_entries(directory):
    """Every entry that the published checkpoint covers, in order, as bytes; throws unless they hash to its root."""
    with open(os.path.join(directory, "checkpoint")) as file:
        lines = file.read().split("\n")
    size, root = int(lines[1]), base64.b64decode(lines[2])
    found = []
    while len(found) < size:
        index, width = len(found) // 256, min(256, size - len(found))
        name = os.path.join(directory, "tile", "entries", tile_name(index))
        if not os.path.exists(name):
            name += ".p/%d" % width
        with open(name, "rb") as file:
            data = file.read()
        at = 0
        for _ in range(width):
            length = int.from_bytes(data[at:at + 2], "big")
            found.append(data[at + 2:at + 2 + length])
            at += 2 + length
    if tree_root(found) != root:
        raise ValueError("the entries do not hash to the checkpoint's root")
    return found


def tree_root(leaves):
    """RFC 6962 §2.1, from the left: a stack of whole subtrees."""
    stack = []
    for number, leaf in enumerate(leaves):
        node = hashlib.sha256(b"\0" + leaf).digest()
        while number & 1:
            node = hashlib.sha256(b"\1" + stack.pop() + node).digest()
            number >>= 1
        stack.append(node)
    node = stack.pop() if stack else hashlib.sha256(b"").digest()
    while stack:
        node = hashlib.sha256(b"\1" + stack.pop() + node).digest()
    return node


class Window:
    """Distinct subjects, each at its latest opening, within sliding lengths of time."""

    def __init__(self):
        self.latest = collections.OrderedDict()

    def record(self, subject, now):
        self.latest.pop(subject, None)
        self.latest[subject] = now
        while self.latest and next(iter(self.latest.values())) <= now - WINDOWS[-1][1]:
            self.latest.popitem(last=False)

    def contains(self, subject, now, length):
        return self.latest.get(subject, -1 << 60) > now - length

    def count(self, now, length):
        count = 0
        for time in reversed(self.latest.values()):
            if time <= now - length:
                break
            count += 1
        return count


class Limits:
    """The one-line text of a `limits` policy."""

    def __init__(self, text):
        self.fields = {}
        for field in text.split(";"):
            name, numbers = field.split("=")
            self.fields[name] = [int(number) for number in numbers.split(",")]

    def role(self, role, tier):
        numbers = self.fields.get(role, [0] * 16)
        place = 12 if tier == "dormant" else TIERS.index(tier) * 3
        return numbers[place:place + 3]

    def floor(self, role):
        """What the care floor lets a membership open beyond its limit in a day."""
        return self.fields.get(role, [0] * 16)[15] + self.fields["emergencies"][0] if role in MEMBERS else 0

    @staticmethod
    def scaled(limit, numerator, denominator):
        return [0 if value == 0 else max(1, value * numerator // denominator) for value in limit]

    def people(self, size, tier):
        return self.scaled(self.role("physician", tier), (size + 1) * self.fields["people"][0], 100)

    def clients(self, tier):
        return self.scaled(self.role("partner", tier), self.fields["clients"][0], 100)

    def partner(self, tier):
        return self.scaled(self.role("partner", tier), self.fields["partners"][0], 100)


class Openings:
    """Folds the entries and says where one opening was too many."""

    def __init__(self):
        self.limits, self.is_live = None, False
        self.sizes, self.roles, self.shares, self.newcomers, self.clinical = {}, {}, {}, {}, {}
        self.windows = collections.defaultdict(Window)
        self.new = collections.defaultdict(Window)
        self.emergencies = {}
        self.shut, self.care_only, self.tripwire_until = set(), set(), 0
        self.violations, self.most = [], {}
        self.count = collections.Counter()
        self.released = set()
        self.size = 0

    def add(self, line):
        entry = json.loads(line)
        self.count[entry["kind"]] += 1
        step = getattr(self, "on_" + entry["kind"], None)
        if step:
            step(entry, entry["t"])
        self.size += 1

    def on_policy(self, entry, now):
        if entry["name"] == "limits":
            self.limits = Limits(entry["value"])
        elif entry["name"] == "live":
            self.is_live = True

    def on_practice(self, entry, now):
        self.sizes[entry["practice"]] = entry["size"]

    def on_member(self, entry, now):
        self.roles[entry["member"]] = entry["role"]
        if "shares" in entry:
            self.shares[entry["member"]] = entry["shares"]
        if self.is_live:
            self.newcomers.setdefault(entry["member"], now)

    def on_client(self, entry, now):
        self.roles[entry["client"]] = entry["role"]
        if self.is_live:
            self.newcomers.setdefault(entry["client"], now)

    def on_emergency(self, entry, now):
        self.emergencies[(self.shares.get(entry["member"], entry["member"]), entry["subject"])] = now

    def on_freeze(self, entry, now):
        for holder in [entry.get("member") or entry.get("client")]:
            if holder:
                (self.care_only if entry["automatic"] else self.shut).add(holder)

    def on_thaw(self, entry, now):
        for kind in (self.care_only, self.shut):
            kind.discard(entry.get("member") or entry.get("client"))

    def on_alert(self, entry, now):
        if entry["name"] == "tripwire":
            self.tripwire_until = now + TRIPWIRE_PAUSE

    def on_release(self, entry, now):
        subject, tier = entry.get("subject"), entry["tier"]
        if subject is None:
            return
        self.released.add((entry["session"], subject, tier))
        actor = entry.get("member") or entry.get("client")
        if actor in self.shut:
            self.violations.append("entry %d: a release to someone frozen by a person" % self.size)
        if entry["opening"]:
            self.count["opening"] += 1
            self.opening(entry, now, subject, tier, actor)

    def opening(self, entry, now, subject, tier, actor):
        holder = self.shares.get(actor, actor)
        role, is_member = self.roles[holder], "member" in entry
        own = self.windows[holder, tier]
        is_recent = own.contains(subject, now, WINDOWS[2][1])
        is_emergency = self.emergencies.get((holder, subject), -1 << 60) > now - WINDOWS[1][1]
        is_floor = is_member and (entry["expected"] or is_recent or is_emergency)
        if own.contains(subject, now, WINDOWS[1][1]):
            self.violations.append("entry %d: entered as an opening twice in a day" % self.size)
        if not is_floor and (now < self.tripwire_until or actor in self.care_only):
            self.violations.append("entry %d: an opening beyond the care floor" % self.size)
        group = "people" if is_member else "clients"
        counted = [(holder, role, tier, self.own(holder, role, tier, now))]
        if entry["dormant"] and not entry["expected"] and entry["purpose"] != "search":
            counted.append((holder, role, "dormant", self.own(holder, role, "dormant", now)))
        size = self.sizes[entry["practice"]]
        shared = self.limits.people(size, tier) if is_member else self.limits.clients(tier)
        counted.append(((entry["practice"], group), "practice's " + group, tier, shared))
        if "partner" in entry:
            counted.append((entry["partner"], "partner in all", tier, self.limits.partner(tier)))
        for key, name, what, limit in counted:
            self.compare(self.windows[key, what], name, what, limit, subject, now, is_floor)
        if not is_recent:
            self.new[holder, tier].record(subject, now)
            self.bound(self.new[holder, tier], role, tier, now)

    def own(self, holder, role, tier, now):
        limit = self.limits.role(role, tier)
        since = self.newcomers.get(holder)
        return Limits.scaled(limit, 1, 4) if since is not None and now < since + 7 * WINDOWS[1][1] else limit

    def compare(self, window, name, tier, limit, subject, now, is_floor):
        """An opening outside the care floor, of a subject that a window does not count yet, must find room in it."""
        counted = [window.contains(subject, now, length) for _, length in WINDOWS]
        window.record(subject, now)
        for (word, length), most, was_counted in zip(WINDOWS, limit, counted):
            if is_floor or was_counted:
                continue
            count, key = window.count(now, length), (name, tier, word)
            if count > self.most.get(key, (-1, 0))[0]:
                self.most[key] = (count, most)
            if count > most:
                self.violations.append("entry %d: %s %s opened %d in a %s, of %d" % (self.size, name, tier, count, word, most))

    def bound(self, window, role, tier, now):
        """The bound as `doctor bounds` prints it: of patients new to the account."""
        floor = self.limits.floor(role)
        for (word, length), most in zip(WINDOWS, self.limits.role(role, tier)):
            most += floor * (30 if word == "month" else 1)
            if window.count(now, length) > most:
                self.violations.append("entry %d: %s %s beyond its printed bound of a %s" % (self.size, role, tier, word))

    def table(self):
        """The most that was opened in any window, beside its limit."""
        lines = []
        for name in sorted({key[0] for key in self.most}):
            cells = ["%s %s %d/%d" % (tier, word, *self.most[name, tier, word]) for tier in TIERS + ["dormant"]
                     for word, _ in WINDOWS[:2] if (name, tier, word) in self.most]
            lines.append("  %-18s %s" % (name, ", ".join(cells)))
        return "\n".join(lines)
