"""A real installation for the scripts beside this file: made, served, killed and asked from outside. Standard library only."""
import base64
import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
READY_SECONDS = 120
ROOM = "10000000"


def programs(*names, where=None):
    """The directory in which the programs were built, release first; ends the script when there is none."""
    for directory in [where] if where else [ROOT + "/.build/release", ROOT + "/.build/debug"]:
        if all(os.path.exists("%s/%s" % (directory, name)) for name in names):
            return directory
    sys.exit("build first: " + " ".join(names))


class Account:
    """A membership or client, and where its private key lies."""

    def __init__(self, practice, identifier, role, key):
        self.practice, self.id, self.role, self.key = practice, identifier, role, key

    def public_key(self):
        """The P-256 point as the administration socket takes it: the last 65 bytes of the PKCS #8 file."""
        with open(self.key) as file:
            der = base64.b64decode("".join(line for line in file if not line.startswith("-")))
        if der[-65] != 4:
            raise ValueError("no public key in the file")
        return base64.urlsafe_b64encode(der[-65:]).rstrip(b"=").decode()


class Installation:
    """A data directory, and `serve` on it while it runs."""

    def __init__(self, binaries, base, simulated=False, data=None):
        self.bin, self.base, self.data = binaries, base, data or os.path.join(base, "data")
        self.log = open(os.path.join(base, "serve.log"), "ab")
        self.process, self.url = None, None
        if simulated:
            # Of one patient, or as these options say.
            options = ["--practices", "1", "--patients", "1", "--density", "5"] if simulated is True else simulated
            self.colloque("demo", "--data", self.data, *options)
        else:
            self.colloque("init", "--data", self.data, "--root-key-file", os.path.join(base, "root.key"))

    def command(self, *arguments):
        return [os.path.join(self.bin, "colloque"), *arguments]

    def colloque(self, *arguments, timeout=600):
        """Runs a command to its end and returns what it printed; throws when it fails."""
        done = subprocess.run(self.command(*arguments), capture_output=True, timeout=timeout)
        if done.returncode != 0:
            text = (done.stdout + done.stderr).decode(errors="replace").strip()
            raise RuntimeError("colloque %s: exit %d: %s" % (arguments[0], done.returncode, text[-2000:]))
        return done.stdout.decode()

    def practice(self, name, size):
        return json.loads(self.colloque("practice", "add", "--data", self.data, "--name", name, "--size", str(size), "--json"))["id"]

    def account(self, practice, role, name):
        key = os.path.join(self.base, "%s.pem" % name.replace(" ", "-"))
        identifier = json.loads(self.colloque("account", "add", "--data", self.data, "--practice", practice, "--role", role,
                                              "--name", name, "--key-out", key, "--json"))["id"]
        return Account(practice, identifier, role, key)

    def token(self, account):
        """A new access token; None when the sign-in is refused."""
        done = subprocess.run(self.command("token", "--data", self.data, "--client", account.id, "--key", account.key),
                              capture_output=True, timeout=120)
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def edit_limits(self, change):
        """Rewrites `limits.yaml`; it comes into force at the broker's next start."""
        path = os.path.join(self.data, "limits.yaml")
        with open(path) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write(change(text))

    def widen_limits(self):
        """No limit refuses any more: for scripts that look at something else."""
        self.edit_limits(lambda text: re.sub(r"\[[^]]*\]", lambda found: re.sub(r"\d+", ROOM, found.group()), re.sub(
            r"(refusals_to_freeze|_percent): \d+", r"\1: " + ROOM, text)))

    def serve(self):
        """Starts `serve` and waits until it is ready; throws with its last line when it ends before."""
        ready = os.path.join(self.base, "ready")
        with contextlib.suppress(FileNotFoundError):
            os.remove(ready)
        mark = self.log.tell()
        self.process = subprocess.Popen(
            self.command("serve", "--data", self.data, "--listen", "127.0.0.1:0", "--ready-file", ready),
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        end = time.monotonic() + READY_SECONDS
        while not os.path.exists(ready):
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill_serve()
                raise RuntimeError("serve did not start: " + self.said(mark))
            time.sleep(0.02)
        with open(ready) as file:
            run = json.load(file)
        self.url, self.metrics = urllib.parse.urlsplit(run["url"]), urllib.parse.urlsplit(run["admin"])
        self.authority = run["ca"]
        self.context = ssl.create_default_context(cafile=run["ca"])

    def said(self, mark=0):
        """What `serve` and its broker wrote to their log since a place in it."""
        with open(self.log.name, "rb") as file:
            file.seek(mark)
            return file.read().decode(errors="replace").strip()

    def broker_pids(self):
        """The running brokers of this data directory, whoever is their parent by now."""
        found, data = [], self.data.encode()
        for name in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                with open("/proc/%s/cmdline" % name, "rb") as file:
                    words = file.read().split(b"\0")
                if words[0].endswith(b"/colloque-broker") and data in words:
                    found.append(int(name))
        return found

    def kill_serve(self):
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            self.process.wait()

    def kill_broker(self):
        """Kills the broker and waits until it is gone, and its lock with it."""
        killed = self.broker_pids()
        for pid in killed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while set(killed) & set(self.broker_pids()):
            time.sleep(0.002)

    def stop(self):
        """Ends `serve` politely, and a broker that an earlier kill left alone."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                self.kill_serve()
                raise RuntimeError("serve does not stop on SIGTERM")
        for pid in self.broker_pids():
            os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + 60
        while self.broker_pids():
            if time.monotonic() > end:
                raise RuntimeError("the broker does not stop on SIGTERM")
            time.sleep(0.02)

    def is_ready(self):
        """Whether the admin listener says that requests can be served."""
        try:
            connection = http.client.HTTPConnection(self.metrics.hostname, self.metrics.port, timeout=10)
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False

    def wait_ready(self, seconds=60):
        """Seconds until it is ready again by itself; throws when it is not in time."""
        start = time.monotonic()
        while not self.is_ready():
            if time.monotonic() - start > seconds:
                raise RuntimeError("not ready again within %d s" % seconds)
            time.sleep(0.05)
        return time.monotonic() - start

    def admin(self, request):
        """Asks the broker's administration socket (docs/formats/broker.md); throws when it refuses."""
        body = json.dumps(request).encode()
        with socket.socket(socket.AF_UNIX) as wire:
            wire.settimeout(120)
            self.reach(wire)
            wire.sendall(struct.pack(">IQB", 9 + len(body), 1, 14) + body)
            stream = wire.makefile("rb")
            length, _, kind = struct.unpack(">IQB", stream.read(13))
            answer = json.loads(stream.read(length - 9))
        if kind != 0 or "refused" in answer:
            raise RuntimeError("administration: %s" % answer)
        return answer

    def reach(self, wire):
        """Connects; a broker that starts binds this socket last, so it is waited for."""
        # The path may be longer than a socket's address holds.
        directory, end = os.open(os.path.join(self.data, "broker"), os.O_RDONLY), time.monotonic() + 30
        try:
            while True:
                try:
                    return wire.connect("/proc/self/fd/%d/admin.sock" % directory)
                except OSError:
                    if time.monotonic() > end:
                        raise
                    time.sleep(0.02)
        finally:
            os.close(directory)

    def status(self):
        return self.admin({"status": {}})["status"]["_0"]

    def advance(self, seconds):
        """Moves the time of a simulated installation."""
        now = self.status()["time"]["milliseconds"]
        self.admin({"advance": {"to": {"milliseconds": now + int(seconds * 1000)}}})

    def verify(self):
        """Recomputes the ledger and compares the stores with it; throws what is wrong."""
        return json.loads(self.colloque("ledger", "verify", "--data", self.data, "--records", "--json", timeout=3600))

    def connect(self, timeout=60):
        return Connection(self, timeout)

    def copy(self, name, target):
        """Copies a file or directory of the data directory, without sockets, over what is at the target."""
        source = os.path.join(self.data, name)
        if os.path.isdir(source):
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=lambda _, names: [n for n in names if n.endswith(".sock")])
        else:
            shutil.copy2(source, target)

    def close(self):
        with contextlib.suppress(RuntimeError, OSError):
            self.stop()
        self.kill_broker()
        self.log.close()


class Connection:
    """One HTTPS connection, made again when it breaks and when `serve` moved."""

    def __init__(self, installation, timeout):
        self.installation, self.timeout, self.wire, self.url = installation, timeout, None, None

    def send(self, method, path, token=None, body=None, kind="application/fhir+json"):
        """Status and body; (0, b"") when the connection broke before an answer came."""
        installation = self.installation
        if self.wire is None or self.url != installation.url:
            self.close()
            self.url = installation.url
            self.wire = http.client.HTTPSConnection(
                self.url.hostname, self.url.port, timeout=self.timeout, context=installation.context)
        headers = {"Content-Type": kind} if body is not None else {}
        if token:
            headers["Authorization"] = "Bearer " + token
        try:
            self.wire.request(method, path, body=body, headers=headers)
            answer = self.wire.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return 0, b""

    def get(self, path, token):
        return self.send("GET", path, token)

    def close(self):
        if self.wire:
            self.wire.close()
        self.wire = None


def code(body):
    """The code of an OperationOutcome's first issue; None when it is none."""
    try:
        return json.loads(body)["issue"][0]["details"]["coding"][0]["code"]
    except (ValueError, KeyError, IndexError, TypeError):
        return None


@contextlib.contextmanager
def room(name):
    """A directory that is removed in the end, also when the script is told to stop."""
    import tempfile
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="colloque-%s-" % name) as base:
        yield base
