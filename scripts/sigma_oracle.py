#!/usr/bin/env python3
"""Random correlations and streams of events, with what pySigma's SQLite backend finds in them.

    sigma_oracle.py SEED COUNT DIR      (needs: pip install pysigma pysigma-backend-sqlite)

writes DIR/N.yml (rules; the correlation that counts stands last), DIR/N.ndjson (events in the order they arrive, at
most 30 s late) and DIR/N.expected (a line for each moment: the group's values, in lower case and parted by U+001F, "|",
milliseconds). Tests/DetectionTests/Engine/OracleTests.swift compares, with COLLOQUE_ORACLE=DIR.

Left out, because the backend does not do what the specification says, or says nothing of:
- temporal_ordered that needs fewer rules than it names, as the backend writes it: a choice of rules of which one is
  absent counts as in order, whatever the order of the others. The oracle is given the same as an expression
  (`a and b or a and c or b and c`), which it orders rightly.
- temporal_ordered with lt, lte, eq or neq: for the backend an order that is not there holds too (a rule that is absent
  is in order); our engine refuses them.
- Expressions of absences only: the backend takes events that match nothing for moments; our engine refuses them.
- Fields in a list (value_count): the backend refuses them. The oracle is given a column that joins them.
- Two bounds in one condition: pySigma refuses them. The oracle is asked for each, and both must hold.
- Numbers by an alias where rules share events: of one event that matches two rules, the backend counts two numbers of
  two fields as two if they differ, and as one if they are equal.
- Numbers that group or are counted as distinct beside the same digits as text: SQLite tells 5 from "5"; logs do not.
- Moments finer than 250 ms: the backend computes in seconds as binary fractions, in which windows lose their edge.
"""

import itertools
import json
import random
import sqlite3
import sys
from pathlib import Path

from sigma.backends.sqlite import sqliteBackend
from sigma.collection import SigmaCollection

LATENESS = 30_000
BEGIN = 1_760_000_000_000
KINDS = ["a", "b", "c", "d", "z"]
OPERATORS = ["gt", "gte", "lt", "lte", "eq", "neq"]
NAMES = ["Anne", "anne", "ANNE", "bob", "Bob", "", "c d"]
TEXTS = {
    "user": NAMES,
    "account": NAMES,
    "host": ["h1", "H1", "h2"],
    "server": ["h1", "H2"],
    "v": ["x", "X", "y", "z", "é", "w1", "w2", "w3", ""],
    "w": ["p", "P", "q", "x"],
}
FIELDS = ["t", "kind", "kind2", "user", "account", "host", "server", "v", "w", "n", "m", "joint"]
SHAPES = {
    "event_count": 16,
    "value_count": 16,
    "value_count of two fields": 6,
    "temporal": 10,
    "temporal expression": 6,
    "temporal expression with not": 5,
    "temporal_ordered": 10,
    "temporal_ordered, some of": 4,
    "temporal_ordered expression": 4,
    "value_sum": 8,
    "value_avg": 8,
    "value_percentile": 8,
    "value_median": 6,
    "chain": 6,
}


def events(draw):
    """Events in the order of their moments."""
    length = draw.choice([30, 60, 120, 300])
    made = []
    for _ in range(draw.randint(20, 60)):
        one = {"t": BEGIN + draw.randrange(length * 4) * 250, "kind": draw.choice(KINDS)}
        if draw.random() < 0.15:
            one["t"] = made[-1]["t"] if made else one["t"]
        if draw.random() < 0.3:
            one["kind2"] = draw.choice(KINDS)
        for field, values in TEXTS.items():
            present(draw, one, field, draw.choice(values))
        for field in ("n", "m"):
            present(draw, one, field, number(draw))
        made.append(one)
    return sorted(made, key=lambda one: one["t"])


def present(draw, one, field, value):
    """Mostly there, sometimes null, sometimes absent."""
    chance = draw.random()
    if chance < 0.86:
        one[field] = value
    elif chance < 0.93:
        one[field] = None


def number(draw):
    """Half of them whole numbers; the others also fractions, texts that are numbers, and what is no number."""
    if draw.random() < 0.5:
        return draw.randint(0, 10)
    text = draw.choice([str(draw.randint(0, 9)), "n/a", "", "1e1", "-2"])
    return draw.choice([draw.randint(-5, 20), draw.randint(0, 5), draw.randint(0, 40) / 4, text, text, True])


def arrival(draw, made):
    """Each event up to the lateness later than it happened."""
    return sorted(made, key=lambda one: one["t"] + draw.randint(0, LATENESS))


def base_rule(name, kinds, field="kind"):
    kinds = json.dumps(kinds)
    return f"""title: {name}
name: {name}
logsource:
    product: p
detection:
    selection:
        {field}: {kinds}
    condition: selection
"""


class Case:
    """A random correlation: what the engine reads, and what the oracle is asked instead of it."""

    def __init__(self, draw):
        self.draw = draw
        self.shape = draw.choices(list(SHAPES), weights=list(SHAPES.values()))[0]
        self.kind = self.shape.split()[0].rstrip(",")
        if self.shape == "chain":
            self.kind = draw.choice(["event_count", "value_count"])
        self.count = draw.randint(2, 4) if self.kind.startswith("temporal") else draw.randint(1, 3)
        self.rules = [self.base(number) for number in range(self.count)]
        self.group = draw.sample(["user", "host"], draw.choice([0, 1, 1, 2]))
        self.span = draw.choice(["10s", "15s", "30s", "45s", "1m", "90s", "2m"])
        self.aliases = {}
        if self.group and self.shape != "chain" and draw.random() < 0.25:
            self.alias()
        getattr(self, "make_" + self.kind)()

    def base(self, number):
        kinds = [KINDS[number]]
        if self.draw.random() < 0.3:
            kinds = self.draw.sample(KINDS[:4], 2)
        return base_rule(f"r{number}", kinds, "kind2" if self.draw.random() < 0.15 else "kind")

    def alias(self):
        """Some rules call a field by another name."""
        field = self.draw.choice(self.group)
        other = {"user": "account", "host": "server"}[field]
        self.group = ["who" if name == field else name for name in self.group]
        self.aliases["who"] = {f"r{n}": self.draw.choice([field, other]) for n in range(self.count)}

    def bounds(self, low, high, operators=OPERATORS):
        draw = self.draw
        if draw.random() < 0.2 and operators is OPERATORS:
            first = draw.randint(low, high)
            return {draw.choice(["gt", "gte"]): first - 1, draw.choice(["lt", "lte"]): first + draw.randint(1, high)}
        return {draw.choice(operators): draw.randint(low, high)}

    def ask(self, conditions, oracle=None):
        self.conditions = [conditions]
        self.oracle = oracle or [self.single(conditions, bound) for bound in self.names(conditions)]

    @staticmethod
    def names(conditions):
        return [name for name in conditions if name in OPERATORS] if isinstance(conditions, dict) else [None]

    @staticmethod
    def single(conditions, bound):
        if bound is None:
            return conditions
        return {name: value for name, value in conditions.items() if name == bound or name not in OPERATORS}

    def make_event_count(self):
        if self.shape == "chain":
            self.group = self.draw.choice([["user"], ["user", "host"], []])
        self.ask(self.bounds(1, 5))

    def make_value_count(self):
        bounds = self.bounds(1, 4)
        if self.shape == "value_count of two fields":
            oracle = [{bound: bounds[bound], "field": "joint"} for bound in bounds]
            return self.ask(bounds | {"field": ["v", "w"]}, oracle)
        if self.shape == "chain":
            self.group = ["user"]
            return self.ask(self.bounds(1, 2) | {"field": "host"})
        self.ask(bounds | {"field": self.field("v", "w")})

    def make_temporal(self):
        if self.shape == "temporal":
            return self.ask(self.bounds(1, self.count))
        names = self.names_of_rules()
        self.draw.shuffle(names)
        negated = "not " if "not" in self.shape else ""
        forms = [f"{names[0]} and {negated}{names[1]}"]
        if self.count > 2:
            forms += [
                f"({names[0]} or {names[1]}) and {negated}{names[2]}",
                f"{names[0]} and {names[1]} and {negated}{names[2]}",
            ]
            either = f"{names[1]} or {names[2]}"
            forms.append(f"{names[0]} and not ({either})" if negated else f"{names[0]} and {either}")
        self.ask(self.draw.choice(forms))

    def make_temporal_ordered(self):
        names = self.names_of_rules()
        if "expression" in self.shape:
            self.draw.shuffle(names)
            forms = [f"{names[0]} and {names[1]}"]
            if self.count > 2:
                forms.append(f"{forms[0]} or {names[1]} and {names[2]}")
            return self.ask(self.draw.choice(forms))
        if "some of" not in self.shape:
            return self.ask(self.draw.choice([{"gte": self.count}, {"gt": self.count - 1}]))
        needed = self.draw.randint(1, self.count)
        forms = [" and ".join(some) for some in itertools.combinations(names, needed)]
        self.ask({"gte": needed}, [" or ".join(f"({form})" for form in forms)])

    def field(self, one, other):
        """A field's name, or an alias by which some rules mean another."""
        if self.draw.random() < 0.8:
            return one
        if one == "n":
            self.rules = [base_rule(name, [KINDS[number]]) for number, name in enumerate(self.names_of_rules())]
        self.aliases["what"] = {name: self.draw.choice([one, other]) for name in self.names_of_rules()}
        return "what"

    def bound_of_number(self, low, high):
        """Bounds of numbers, a quarter of them between two whole ones."""
        part = self.draw.choice([0, 0, 0, 0.5])
        return {name: value + part for name, value in self.bounds(low, high).items()} | {"field": self.field("n", "m")}

    def make_value_sum(self):
        self.ask(self.bound_of_number(0, 40))

    def make_value_avg(self):
        self.ask(self.bound_of_number(0, 10))

    def make_value_median(self):
        self.ask(self.bound_of_number(0, 10))

    def make_value_percentile(self):
        percentile = self.draw.choice([0, 5, 25, 50, 75, 90, 95, 99, 100])
        self.ask(self.bound_of_number(0, 12) | {"percentile": percentile})

    def names_of_rules(self):
        return [f"r{number}" for number in range(self.count)]

    def text(self, conditions):
        counted = self.names_of_rules()
        if isinstance(conditions, str):
            counted = [name for name in counted if name in conditions]
        aliases = {name: {rule: self.aliases[name][rule] for rule in counted} for name in self.aliases}
        parts = list(self.rules)
        if self.shape == "chain":
            inner = correlation("inner", "event_count", counted, ["user", "host"], self.span, {"gte": 2})
            parts, counted = parts + [inner], ["inner"]
        parts.append(correlation("root", self.kind, counted, self.group, self.span, conditions, aliases))
        return "---\n".join(parts)


def correlation(name, kind, rules, group, span, conditions, aliases=None):
    body = {"type": kind, "rules": rules, "timespan": span, "condition": conditions}
    if group:
        body["group-by"] = group
    if aliases:
        body["aliases"] = aliases
    return f"title: {name}\nname: {name}\ncorrelation: {json.dumps(body)}\nlevel: high\n"


def table(made):
    """The events as a table in memory."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE logs (" + ", ".join(f"`{field}`" for field in FIELDS) + ")")
    for one in made:
        row = dict(one)
        if row.get("v") is not None and row.get("w") is not None:
            row["joint"] = row["v"] + "\x1f" + row["w"]
        base.execute(f"INSERT INTO logs VALUES ({', '.join('?' * len(FIELDS))})", [cell(row.get(f)) for f in FIELDS])
    return base


def cell(value):
    """A boolean is no number."""
    return str(value).lower() if isinstance(value, bool) else value


def alerts(base, text):
    backend = sqliteBackend(timestamp_field="t", timestamp_format="unix_ms", observation_end=1e11)
    queries = backend.convert(SigmaCollection.from_yaml(text))
    rows = base.execute(queries[-1]).fetchall()
    lines = set()
    for row in rows:
        group = json.loads(row[1])
        lines.add("\x1f".join(str(value) for value in group.values()) + f"|{round(row[2] * 1000)}")
    return lines


def main(seed, count, directory):
    directory.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        case, made = Case(draw), events(draw)
        base = table(made)
        expected = set.intersection(*[alerts(base, case.text(conditions)) for conditions in case.oracle])
        text = f"# {case.shape}\n" + case.text(case.conditions[0])
        lines = [json.dumps(one, ensure_ascii=False) for one in arrival(draw, made)]
        (directory / f"{number}.yml").write_text(text)
        (directory / f"{number}.ndjson").write_text("\n".join(lines) + "\n")
        (directory / f"{number}.expected").write_text("".join(line + "\n" for line in sorted(expected)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
