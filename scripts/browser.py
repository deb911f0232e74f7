"""Chromium with a passkey authenticator that is not there, driven over WebDriver (W3C WebDriver; WebAuthn L3 §11). Standard library only."""
import contextlib
import functools
import http.server
import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import urllib.error
import urllib.request

PROGRAMS = ["chromium", "chromedriver"]


def prepare():
    """Whether Chromium and its driver are here; installs Debian's where that is allowed."""
    if not all(map(shutil.which, PROGRAMS)) and shutil.which("apt-get") and os.geteuid() == 0:
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]):
            subprocess.run(["apt-get", "-q", *words], capture_output=True)
    return all(map(shutil.which, PROGRAMS))


class Page:
    """A directory, served on an origin of its own, with one page that has nothing in it."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        extensions_map = {".js": "text/javascript", "": "application/octet-stream"}

        def do_GET(self):
            if self.path != "/":
                return super().do_GET()
            text = b"<!doctype html><title>Colloque</title>"
            self.send_response(200)
            for name, value in (("Content-Type", "text/html"), ("Content-Length", str(len(text)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_):
            pass

    def __init__(self, directory, certificate=None, key=None):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Page.Handler, directory=directory))
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, key)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.origin = "%s://localhost:%d" % ("https" if certificate else "http", self.server.server_port)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Browser:
    """One Chromium on a profile directory, and its authenticator. `credentials` are those that another one held."""

    def __init__(self, profile, credentials=()):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url, self.session = "http://127.0.0.1:%d" % port, None
        self.driver = subprocess.Popen(["chromedriver", "--port=%d" % port], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 30
        while True:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.url + "/status").read()
                break
            if time.monotonic() > end:
                raise RuntimeError("chromedriver does not answer")
            time.sleep(0.1)
        # The certificate is of the installation's own authority, which this profile does not know.
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--ignore-certificate-errors",
                 "--user-data-dir=" + profile]
        options = {"browserName": "chrome", "goog:chromeOptions": {"args": flags, "binary": shutil.which("chromium")}}
        self.session = "/session/" + self.call("POST", "/session", {"capabilities": {"alwaysMatch": options}})["sessionId"]
        self.authenticator = self.command("POST", "/webauthn/authenticator", {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserConsenting": True,
            "isUserVerified": True})
        for credential in credentials:
            self.command("POST", "/webauthn/authenticator/%s/credential" % self.authenticator, credential)

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise RuntimeError("%s: %s" % (value["error"], value["message"].splitlines()[0])) from None

    def command(self, method, path, body=None):
        return self.call(method, self.session + path, body)

    def open(self, url):
        self.command("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        """Runs the body of an async function in the page and returns its value; what it throws is raised."""
        text = "return (async (...a) => {%s})(...arguments).then((value) => ({value}), (error) => ({error: String(error)}))" % script
        result = self.command("POST", "/execute/sync", {"script": text, "args": list(arguments)})
        if "error" in result:
            raise RuntimeError(result["error"])
        return result.get("value")

    def credentials(self):
        """What the authenticator holds, with its private keys."""
        return self.command("GET", "/webauthn/authenticator/%s/credentials" % self.authenticator)

    def forget(self, credential):
        """Takes a credential out of the authenticator."""
        self.command("DELETE", "/webauthn/authenticator/%s/credentials/%s" % (self.authenticator, credential))

    def verify_user(self, yes):
        """Whether the authenticator recognises its user from now on."""
        self.command("POST", "/webauthn/authenticator/%s/uv" % self.authenticator, {"isUserVerified": yes})

    def close(self):
        """Ends the browser as its user would, so that what it keeps is on disk."""
        if self.session:
            with contextlib.suppress(OSError, RuntimeError):
                self.command("DELETE", "")
        self.driver.terminate()
        self.driver.wait()
