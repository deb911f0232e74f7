#!/usr/bin/env python3
"""Reads the built-in rules with pySigma and tries them on their own events, the slow and plain way: a second opinion on our engine.

Needs `pip install pysigma`. Exits 1 when a rule is not read or finds anything else than its events expect.
"""
import datetime
import ipaddress
import itertools
import json
import pathlib
import re
import sys

from sigma.collection import SigmaCollection
from sigma.conditions import ConditionAND, ConditionFieldEqualsValueExpression, ConditionNOT, ConditionOR
from sigma.conditions import ConditionValueExpression
from sigma.correlations import SigmaCorrelationRule
from sigma.processing.pipeline import ProcessingPipeline
from sigma.types import SigmaBool, SigmaCIDRExpression, SigmaCompareExpression, SigmaExists, SigmaNumber, SigmaRegularExpression
from sigma.types import SigmaRegularExpressionFlag, SigmaString, SigmaTimestampPart, SpecialChars

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["database", "web", "identity", "network", "vault"]


def regex(value, within=False):
    kinds = {SpecialChars.WILDCARD_MULTI: ".*", SpecialChars.WILDCARD_SINGLE: "."}
    if isinstance(value, SigmaRegularExpression):
        cased = SigmaRegularExpressionFlag.IGNORECASE not in value.flags
        return re.compile(f".*(?:{value.regexp}).*", re.DOTALL | (0 if cased else re.IGNORECASE))
    body = "".join(re.escape(part) if isinstance(part, str) else kinds[part] for part in value.s)
    return re.compile((".*" + body + ".*") if within else body, re.IGNORECASE | re.DOTALL)


def text(value):
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def values(event, field):
    found = event.get(field)
    return found if isinstance(found, list) else [] if found is None else [found]


def holds(value, test):
    if isinstance(test, SigmaString):
        return regex(test).fullmatch(text(value)) is not None
    if isinstance(test, SigmaTimestampPart):
        return datetime.datetime.fromisoformat(value).hour == int(test.number)
    if isinstance(test, (SigmaNumber, SigmaBool)):
        return text(value) == (text(test.boolean) if isinstance(test, SigmaBool) else str(test.number))
    if isinstance(test, SigmaCompareExpression):
        ops = {"LT": float.__lt__, "LTE": float.__le__, "GT": float.__gt__, "GTE": float.__ge__}
        return ops[test.op.name](float(value), float(test.number.number))
    if isinstance(test, SigmaCIDRExpression):
        try:
            return ipaddress.ip_address(value) in ipaddress.ip_network(test.cidr)
        except ValueError:
            return False
    raise NotImplementedError(type(test))


def matches(node, event):
    if isinstance(node, ConditionAND):
        return all(matches(arg, event) for arg in node.args)
    if isinstance(node, ConditionOR):
        return any(matches(arg, event) for arg in node.args)
    if isinstance(node, ConditionNOT):
        return not matches(node.args[0], event)
    if isinstance(node, ConditionFieldEqualsValueExpression):
        if isinstance(node.value, SigmaExists):
            return (node.field in event) == bool(node.value)
        return any(holds(value, node.value) for value in values(event, node.field))
    if isinstance(node, ConditionValueExpression):
        pattern = regex(node.value, within=True)
        fields = [key for key in event if not key.startswith("logsource.")]
        return any(pattern.fullmatch(text(value)) for key in fields for value in values(event, key))
    raise NotImplementedError(type(node))


def admits(rule, event):
    pairs = [(getattr(rule.logsource, part), event.get("logsource." + part)) for part in ("category", "product", "service")]
    return all(own is None or other is None or own == other for own, other in pairs)


def passes(condition, number):
    ops = {"GTE": number >= condition.count, "GT": number > condition.count, "LT": number < condition.count,
           "LTE": number <= condition.count, "EQ": number == condition.count}
    return ops[condition.op.name]


def measure(kind, field, events):
    if kind == "EVENT_COUNT":
        return len(events)
    found = [value for event in events for value in values(event[1], field)]
    return len(set(map(text, found))) if kind == "VALUE_COUNT" else sum(map(float, found))


def stamp(event):
    return datetime.datetime.fromisoformat(event["time"]).timestamp()


def correlate(rule, matched):
    """The moments and events at which a correlation holds: by brute force, over every window that ends with an event."""
    names = [reference.reference for reference in rule.rules]
    stream = sorted(((at, event, index) for index, name in enumerate(names) for at, event in matched[name]),
                    key=lambda entry: (entry[0], entry[2]))
    groups = {}
    for at, event, index in stream:
        key = tuple(text(event[field]) if field in event else None for field in rule.group_by or [])
        if None not in key:
            groups.setdefault(key, []).append((at, event, index))
    found = []
    for key, events in groups.items():
        for end in events:
            window = [entry for entry in events if end[0] - rule.timespan.seconds <= entry[0] <= end[0]]
            if holds_in(rule, window, end, len(names)):
                found.append((end[0], end[1], key))
    return found


def holds_in(rule, window, end, count):
    kind = rule.type.name
    if kind == "TEMPORAL_ORDERED":
        at, index = None, 0
        for entry in window:
            if index < count and entry[2] == index and (at is None or entry[0] >= at):
                at, index = entry[0], index + 1
        return index == count
    return passes(rule.condition, measure(kind, getattr(rule.condition, "fieldref", None), window))


def expand(entry, defaults):
    entry = {**defaults, **entry}
    times, every = entry.pop("repeat", 1), entry.pop("every", 0)
    start = datetime.datetime.fromisoformat(entry["time"])
    for n in range(times):
        event = {key: value.replace("{n}", str(n)) if isinstance(value, str) and "{id}" not in value else value
                 for key, value in entry.items()}
        event["time"] = (start + datetime.timedelta(seconds=n * every)).isoformat()
        yield event


def cases(path):
    current = None
    for line in path.read_text().splitlines():
        entry = json.loads(line)
        if "case" in entry:
            if current:
                yield current
            current = (entry["case"], entry["expect"], entry.get("with", {}), [])
        else:
            current[3].extend(expand(entry, current[2]))
    yield current


def evaluate(rules, events):
    """By name: the number of matches of a plain rule, of groups of a correlation."""
    matched, found, counted = {}, {}, set()
    for rule in rules:
        if isinstance(rule, SigmaCorrelationRule):
            hits = correlate(rule, matched)
            matched[rule.name] = [(at, event) for at, event, _ in hits]
            found[rule.name] = len({key for _, _, key in hits})
            if not rule.generate:
                counted |= {reference.reference for reference in rule.rules}
        else:
            tree = [condition.parsed for condition in rule.detection.parsed_condition]
            matched[rule.name] = [(stamp(event), event) for event in events
                                  if admits(rule, event) and any(matches(node, event) for node in tree)]
            found[rule.name] = len(matched[rule.name])
    return {name: number for name, number in found.items() if number and name not in counted}


def main():
    values = ProcessingPipeline.from_yaml((ROOT / "pipelines/values.yml").read_text())
    files = list(itertools.chain.from_iterable(sorted((ROOT / folder).glob("*.yml")) for folder in FOLDERS))
    everything = SigmaCollection.load_ruleset(files)
    failures = [str(error) for error in everything.errors]
    for rule in everything.rules:
        if not isinstance(rule, SigmaCorrelationRule):
            values.apply(rule)
    by_file, tried = {}, set()
    for rule in everything.rules:
        by_file.setdefault(pathlib.Path(rule.source.path).stem, []).append(rule)
    for name, rules in by_file.items():
        data = ROOT / "tests" / (name + ".ndjson")
        for title, expect, _, events in cases(data) if data.exists() else []:
            found = evaluate(rules, events)
            tried |= set(found)
            if found != expect:
                failures.append(f"{name}: {title}: expected {expect}, found {found}")
        counted = {r.reference for c in rules if isinstance(c, SigmaCorrelationRule) and not c.generate for r in c.rules}
        failures += [f"{name}: nothing finds {rule.name}" for rule in rules if rule.name not in tried | counted]
    print("\n".join(failures) or f"{len(everything.rules)} rules in {len(by_file)} files, all as expected")
    sys.exit(1 if failures else 0)


main()
