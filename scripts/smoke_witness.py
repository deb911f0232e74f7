#!/usr/bin/env python3
"""A witness beside a running installation: it cosigns, verifiers find what it signed, and a rolled-back ledger does not start.

usage: smoke_witness.py COLLOQUE DATA    (an installation that is not being served; its config.yaml gets the witness)
"""
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

colloque, data = sys.argv[1], pathlib.Path(sys.argv[2])
work = pathlib.Path(tempfile.mkdtemp())
running = []


def start(*arguments, ready):
    log = open(work / "log", "ab")
    process = subprocess.Popen([colloque, *arguments, "--ready-file", str(ready)], stdout=log, stderr=log)
    running.append(process)
    for _ in range(600):
        if ready.exists() and ready.stat().st_size:
            return process
        if process.poll() is not None:
            return process
        time.sleep(0.1)
    raise SystemExit("not ready: " + " ".join(arguments))


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(30)
    running.remove(process)


def serve(name):
    return start("serve", "--data", str(data), "--listen", "127.0.0.1:0", ready=work / name)


def verify(*arguments):
    run = subprocess.run([colloque, "ledger", "verify", "--data", str(data), "--json", *arguments], capture_output=True)
    return run.returncode, json.loads(run.stdout)


def main():
    ledger = data / "broker" / "ledger"
    witness = start(
        "ledger", "witness", "--key", str(work / "key"), "--name", "witness.example", "--state", str(work / "state"),
        "--log", str(data / "broker" / "ledger.vkey"), "--ledger", str(ledger), ready=work / "witness")
    said = json.loads((work / "witness").read_text())
    config = data / "config.yaml"
    item = f"witnesses:\n  - key: {said['key']}\n    url: {said['url']}"
    config.write_text(config.read_text().replace("witnesses: []", item))
    stop(serve("first"))
    shutil.copytree(data / "broker", work / "old", ignore=shutil.ignore_patterns("*.sock"))
    stop(serve("second"))
    cosigned = data / "broker" / "ledger.cosigned"
    assert "— witness.example " in cosigned.read_text(), "no cosignature"
    code, report = verify("--witness", str(cosigned))
    assert code == 0 and report["ok"], report
    latest = work / "cosigned"
    shutil.copy(cosigned, latest)
    shutil.rmtree(data / "broker")
    shutil.copytree(work / "old", data / "broker")
    code, report = verify("--witness", str(latest))
    assert code == 1 and "rolled-back" in report["problems"][0], report
    refused = serve("third")
    assert refused.wait(60) == 3, "a rolled-back ledger was served"
    running.remove(refused)
    assert "witness-ahead" in (work / "log").read_text(), "the reason is missing"
    stop(witness)
    print("witness: cosigned, verified, rollback refused")


try:
    main()
finally:
    for process in running:
        process.kill()
    shutil.rmtree(work, ignore_errors=True)
