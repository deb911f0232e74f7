#!/usr/bin/env python3
"""A real OpenID Connect provider, glewlwyd 2.7 of Debian, with one person who has an RPPS number and one client that must use
PKCE, on a port of this machine that the system picks and in a database that goes with it. Standard library and openssl only.

usage: glewlwyd.py ALGORITHM    RS256, PS256 or ES256

As a program it prints the provider's settings, one JSON object on a line. For each line that it reads, the query of an
authorization request and behind a space the verifier, it signs the person in, trades the code and prints the answer and the keys.
"""
import base64
import contextlib
import gzip
import http.cookiejar
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

SCHEMA = "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz"
MODULES = "/usr/lib/glewlwyd"
PERSON, PASSWORD, RPPS = "doctor", "correct horse battery staple", "810101010101"
CLIENT, SECRET = "colloque", "0aTnmCFRxOZMEbp7kHXQkf3J-not-a-secret"
BACK = "http://127.0.0.1:9/back"
TYPES = {"RS256": "rsa", "PS256": "rsa-pss", "ES256": "ecdsa"}


def is_installed():
    return shutil.which("glewlwyd") is not None and os.path.exists(SCHEMA)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """Keeps cookies and follows nothing."""

    def __init__(self):
        self.opener = urllib.request.build_opener(
            NoRedirect, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), urllib.request.ProxyHandler({}))

    def ask(self, method, url, value=None, headers=None):
        """The status, the header fields and the body of the answer; a dictionary goes as JSON, bytes go as a form."""
        data = json.dumps(value).encode() if isinstance(value, dict) else value
        kind = "application/json" if isinstance(value, dict) else "application/x-www-form-urlencoded"
        fields = dict({"Content-Type": kind} if data is not None else {}, **(headers or {}))
        request = urllib.request.Request(url, data=data, method=method, headers=fields)
        try:
            with self.opener.open(request, timeout=10) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()


class Provider:
    """What real providers have in common."""

    def __init__(self, base, algorithm):
        self.base, self.algorithm = base, algorithm
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = "http://127.0.0.1:%d" % self.port

    def start(self, command, environment=None):
        self.log = open(os.path.join(self.base, "provider.log"), "wb")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env=environment)
        for _ in range(400):
            if self.process.poll() is not None:
                raise RuntimeError("the provider ended: see " + self.log.name)
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        self.close()
        raise RuntimeError("the provider does not answer")

    def keys(self):
        """A private and a public key in PEM."""
        private = os.path.join(self.base, "provider.key")
        kind = (["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] if self.algorithm == "ES256"
                else ["rsa", "-pkeyopt", "rsa_keygen_bits:2048"])
        subprocess.run(["openssl", "genpkey", "-quiet", "-algorithm", *kind, "-out", private], check=True)
        public = subprocess.run(["openssl", "pkey", "-in", private, "-pubout"], check=True, capture_output=True)
        with open(private) as file:
            return file.read(), public.stdout.decode()

    def trade(self, code, verifier):
        """What a client of Python's gets for the code, and the keys."""
        settings = self.settings()
        basic = base64.b64encode(("%s:%s" % (CLIENT, SECRET)).encode()).decode()
        form = urllib.parse.urlencode({
            "grant_type": "authorization_code", "code": code, "redirect_uri": BACK, "code_verifier": verifier})
        status, _, body = Browser().ask(
            "POST", settings["token_endpoint"], form.encode(), {"Authorization": "Basic " + basic})
        answer = json.loads(body) if status == 200 else {"status": status}
        answer["keys"] = Browser().ask("GET", settings["jwks_uri"])[2].decode()
        return answer

    def close(self):
        # What it would tidy up goes with its directory; and whoever started us may have had SIGTERM blocked.
        self.process.kill()
        self.process.wait(10)
        self.log.close()


class Glewlwyd(Provider):
    """The provider while it runs. Its ID tokens have no `acr`, and say 0 as `auth_time` when they come for a code."""

    def __init__(self, base, algorithm="RS256"):
        super().__init__(base, algorithm)
        self.issuer = self.url + "/api/oidc"
        self.database()
        self.configuration()
        self.start(["glewlwyd", "--config-file=" + os.path.join(base, "glewlwyd.conf")])
        try:
            self.set_up()
        except BaseException:
            self.close()
            raise

    def database(self):
        with contextlib.closing(sqlite3.connect(os.path.join(self.base, "glewlwyd.db"))) as database:
            with gzip.open(SCHEMA, "rt") as schema:
                database.executescript(schema.read())
            database.commit()

    def configuration(self):
        modules = {"user": "user", "client": "client", "user_auth_scheme": "scheme", "plugin": "plugin"}
        lines = [
            'port=%d' % self.port, 'bind_address="127.0.0.1"', 'external_url="%s"' % self.url, 'login_url="login.html"',
            'api_prefix="api"', 'log_mode="console"', 'log_level="INFO"', 'cookie_domain="127.0.0.1"', 'cookie_secure=0',
            'session_expiration=3600', 'session_key="GLEWLWYD2_SESSION_ID"', 'admin_session_authentication="cookie"',
            'profile_session_authentication="cookie"', 'login_api_enabled=true', 'admin_scope="g_admin"',
            'profile_scope="g_profile"', 'hash_algorithm="SHA512"',
            'database = { type="sqlite3" path="%s" };' % os.path.join(self.base, "glewlwyd.db"),
        ] + ['%s_module_path="%s/%s"' % (name, MODULES, folder) for name, folder in modules.items()]
        with open(os.path.join(self.base, "glewlwyd.conf"), "w") as file:
            file.write("\n".join(lines) + "\n")

    def set_up(self):
        admin = Browser()
        self.must(admin, "POST", "/api/auth/", {"username": "admin", "password": "password"})
        status, _, body = admin.ask("GET", self.url + "/api/mod/user/database")
        module = json.loads(body)
        for name in ["SubjectNameID", "family_name"]:
            module["parameters"]["data-format"][name] = {"multiple": False, "read": True, "write": True}
        self.must(admin, "PUT", "/api/mod/user/database", module)
        self.must(admin, "PUT", "/api/mod/user/database/reset/", {})
        # With a scope that asks for a password, ID tokens say when it was given.
        self.must(admin, "PUT", "/api/scope/openid", {
            "name": "openid", "display_name": "OpenID", "password_required": True,
            "password_max_age": 3600, "scheme": {}})
        private, public = self.keys()
        claim = {"type": "string", "mandatory": True, "on-demand": False, "scope": []}
        self.must(admin, "POST", "/api/mod/plugin/", {
            "module": "oidc", "name": "oidc", "display_name": "OpenID Connect", "parameters": {
                "iss": self.issuer, "jwt-type": TYPES[self.algorithm], "jwt-key-size": "256", "key": private,
                "cert": public, "access-token-duration": 300, "refresh-token-duration": 3600, "code-duration": 60,
                "refresh-token-rolling": False, "allow-non-oidc": False, "auth-type-code-enabled": True,
                "auth-type-code-revoke-replayed": True, "auth-type-token-enabled": False,
                "auth-type-implicit-enabled": False, "auth-type-password-enabled": False,
                "auth-type-client-enabled": False, "auth-type-refresh-enabled": False, "jwks-show": True,
                "pkce-allowed": True, "pkce-required": True, "pkce-method-plain-allowed": False, "subject-type": "public",
                "request-parameter-allow": True, "client-pubkey-parameter": "pubkey",
                "claims": [dict(claim, **{"name": name, "user-property": name})
                           for name in ["SubjectNameID", "family_name"]],
            }})
        self.must(admin, "POST", "/api/user/", {
            "username": PERSON, "password": PASSWORD, "name": "Zoé Lefèvre", "scope": ["openid", "g_profile"],
            "enabled": True, "SubjectNameID": RPPS, "family_name": "Lefèvre"})
        self.must(admin, "POST", "/api/client/", {
            "client_id": CLIENT, "name": "Colloque", "confidential": True, "enabled": True, "scope": [],
            "redirect_uri": [BACK], "authorization_type": ["code"], "client_secret": SECRET,
            "token_endpoint_auth_method": ["client_secret_basic"]})

    def must(self, browser, method, path, value):
        status, _, body = browser.ask(method, self.url + path, value)
        if status != 200:
            raise RuntimeError("%s %s: %d %s" % (method, path, status, body[:300].decode(errors="replace")))

    def settings(self):
        return {
            "issuer": self.issuer, "client_id": CLIENT, "authorization_endpoint": self.issuer + "/auth",
            "token_endpoint": self.issuer + "/token", "jwks_uri": self.issuer + "/jwks", "redirect_uri": BACK,
            "scope": "openid", "algorithm": self.algorithm, "acr": ["eidas1"], "rpps_claim": "SubjectNameID"}

    def sign_in(self, url):
        """Signs the person in, as a browser on the login page does, consents, and returns what the redirect brings."""
        browser = Browser()
        self.must(browser, "POST", "/api/auth/", {"username": PERSON, "password": PASSWORD})
        self.must(browser, "PUT", "/api/auth/grant/" + CLIENT, {"scope": "openid"})
        for address in [url, url + "&g_continue"]:
            status, fields, body = browser.ask("GET", address)
            place = fields.get("Location", "")
            if place.startswith(BACK):
                return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(place).query))
        raise RuntimeError("no code: %d %s %s" % (status, place, body[:300]))


def serve(kind, usage):
    """The program of either provider."""
    if len(sys.argv) != 2 or sys.argv[1] not in TYPES:
        sys.exit(usage)
    with tempfile.TemporaryDirectory() as base:
        provider = kind(base, sys.argv[1])
        try:
            print(json.dumps(provider.settings()), flush=True)
            for line in sys.stdin:
                query, verifier = line.split()
                back = provider.sign_in(provider.settings()["authorization_endpoint"] + "?" + query)
                answer = provider.trade(back["code"], verifier)
                print(json.dumps(dict(answer, state=back["state"])), flush=True)
        finally:
            provider.close()
    return 0


if __name__ == "__main__":
    sys.exit(serve(Glewlwyd, __doc__))
