"""A provider of identities that lies, is slow or goes away, for scripts/openid. Standard library and openssl."""
import base64
import hashlib
import hmac
import http.server
import json
import os
import socket
import subprocess
import threading
import time
import urllib.parse

CLIENT, SECRET = "colloque", "s3cret"
BACK = "http://127.0.0.1:9/back"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Keys:
    """RSA keys in files, made once."""

    def __init__(self, base):
        self.base = base
        for name, bits in [("own", 2048), ("other", 2048), ("weak", 1024)]:
            subprocess.run(["openssl", "genpkey", "-quiet", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:%d" % bits,
                            "-out", self.file(name)], check=True)

    def file(self, name):
        return os.path.join(self.base, name + ".pem")

    def sign(self, name, message):
        return subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.file(name)], input=message, check=True,
                              capture_output=True).stdout

    def public(self, name):
        return subprocess.run(["openssl", "pkey", "-in", self.file(name), "-pubout"], check=True, capture_output=True).stdout

    def jwk(self, name, kid="k1", **more):
        line = subprocess.run(["openssl", "rsa", "-in", self.file(name), "-noout", "-modulus"], check=True,
                              capture_output=True).stdout.decode()
        modulus = bytes.fromhex(line.strip().split("=")[1])
        return dict({"kty": "RSA", "kid": kid, "use": "sig", "alg": "RS256", "n": text(modulus), "e": "AQAB"}, **more)


class Liar:
    """One provider with one manner of lying. A case may replace what is told of a token, of keys, or whole answers."""

    def __init__(self, keys, case):
        self.keys, self.case, self.asked, self.nonce = keys, case, [], ""
        liar = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                liar.answer(self, b"")

            def do_POST(self):
                liar.answer(self, self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def settings(self):
        return dict({
            "issuer": self.url, "client_id": CLIENT, "authorization_endpoint": self.url + "/auth",
            "token_endpoint": self.url + "/token", "jwks_uri": self.url + "/jwks", "redirect_uri": BACK,
            "acr": ["eidas1"]}, **self.case.get("settings", {}))

    def begin(self, url):
        """Takes the authorization request as a browser brings it, and returns where the browser is sent back to."""
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
        self.nonce, self.challenge = query["nonce"], query["code_challenge"]
        return BACK + "?" + urllib.parse.urlencode(dict({"code": "c0de", "state": query["state"]}, **self.case.get("back", {})))

    def token(self):
        case, now = self.case, int(time.time())
        access = case.get("access", "an.access.token")
        claims = {
            "iss": self.url, "aud": CLIENT, "azp": CLIENT, "sub": "f:1:899700218896", "exp": now + 60, "iat": now,
            "auth_time": now - 5, "acr": "eidas1", "nonce": self.nonce, "SubjectNameID": "899700218896",
            "at_hash": text(hashlib.sha256(b"an.access.token").digest()[:16]), "family_name": "Lef\u00e8vre"}
        for name, value in case.get("claims", {}).items():
            claims[name] = value(now) if callable(value) else value
        claims = {name: value for name, value in claims.items() if value is not None}
        header = dict({"alg": "RS256", "typ": "JWT", "kid": "k1"}, **case.get("header", {}))
        header = {name: value for name, value in header.items() if value is not None}
        body = case.get("write", lambda line: line)(json.dumps(claims, ensure_ascii=False))
        message = (text(json.dumps(header).encode()) + "." + text(body.encode())).encode()
        signer = case.get("signer", "own")
        if signer == "none":
            signature = b""
        elif signer == "hmac":
            signature = hmac.new(self.keys.public("own"), message, "sha256").digest()
        else:
            signature = self.keys.sign(signer, message)
        line = case.get("edit", lambda line: line)(message.decode() + "." + text(signature))
        return dict({"token_type": "Bearer", "access_token": access, "id_token": line, "expires_in": 60},
                    **case.get("answer", {}))

    def answer(self, handler, body):
        place = urllib.parse.urlsplit(handler.path).path
        self.asked.append((place, dict(handler.headers), body.decode()))
        act = self.case.get(place)
        if act:
            handler.close_connection = True
            return act(handler)
        if place == "/token":
            return say(handler, json.dumps(self.token()).encode())
        if place == "/jwks":
            return say(handler, json.dumps(self.case.get("keys", lambda keys: {"keys": [keys.jwk("own")]})(self.keys)).encode())
        return say(handler, b"{}", 404)


def say(handler, body, status=200, **fields):
    handler.send_response(status)
    for name, value in dict({"Content-Type": "application/json", "Content-Length": str(len(body))}, **fields).items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def tell(body, status=200, **fields):
    return lambda handler: say(handler, body, status, **fields)


def huge(handler):
    say(handler, b"[" + b" " * (1 << 20))


def endless(handler):
    """Chunks without an end, as fast as they are taken."""
    handler.wfile.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        handler.wfile.write(b"1000\r\n" + b" " * 4096 + b"\r\n")


def drip(handler):
    """A byte now and then, for ever."""
    handler.wfile.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        handler.wfile.write(b"1\r\n \r\n")
        handler.wfile.flush()
        time.sleep(0.2)


def drip_head(handler):
    handler.wfile.write(HEAD)
    while True:
        handler.wfile.write(b"X-A: b\r\n")
        handler.wfile.flush()
        time.sleep(0.2)


def silence(handler):
    time.sleep(30)


def hang_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)


def hang_up_midway(handler):
    handler.wfile.write(HEAD + b"Content-Length: 1000\r\n\r\n{")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def garbage(handler):
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


def twice(name, value):
    return lambda line: line[:-1] + "," + json.dumps(name) + ":" + json.dumps(value) + "}"


def key_list(*make):
    return lambda keys: {"keys": [one(keys) for one in make]}


def moved(status):
    return tell(b"{}", status, Location="/elsewhere")


NETWORK = [
    ("a huge answer", huge, "too-large"), ("an endless answer", endless, "too-large"), ("a slow drip", drip, "slow"),
    ("a head that drips", drip_head, ("slow", "unreachable")), ("silence", silence, "slow"),
    ("closes", hang_up, "unreachable"), ("closes midway", hang_up_midway, "unreachable"), ("no HTTP", garbage, "unreachable"),
    ("301", moved(301), "redirected"), ("302", moved(302), "redirected"), ("307", moved(307), "redirected"),
    ("308", moved(308), "redirected"), ("401", tell(b"{}", 401), "denied"), ("500", tell(b"{}", 500), "status"),
    ("503", tell(b"", 503, Retry_After="1"), "status"), ("202", tell(b"{}", 202), "status"),
]

CASES = [
    ("honest", {}, "accepted"),
    ("honest, one audience in a list", {"claims": {"aud": [CLIENT]}}, "accepted"),
    ("honest, with more claims", {"claims": {"SubjectRefPro": {"exercices": [{"a": [1.5, None, "\u65e5\n"]}]}}}, "accepted"),
    ("honest, more keys", {"keys": key_list(lambda k: k.jwk("other", "k0", use="enc"), lambda k: k.jwk("own"))}, "accepted"),
    # Whose signature.
    ("another key under the right kid", {"signer": "other"}, "signature"),
    ("another key under its own kid", {"signer": "other", "header": {"kid": "k2"}}, "unknown-key"),
    ("a key that comes with the token", {"signer": "other", "header": {"jwk": {"kty": "RSA"}}}, "malformed-object"),
    ("keys elsewhere", {"signer": "other", "header": {"jku": "https://evil.example/jwks"}}, "header"),
    ("alg none", {"signer": "none", "header": {"alg": "none"}}, "algorithm"),
    ("alg none, signed", {"header": {"alg": "none"}}, "algorithm"),
    ("no signature", {"signer": "none"}, "signature"),
    ("HS256 with the public key", {"signer": "hmac", "header": {"alg": "HS256"}}, "algorithm"),
    ("RS256 by HMAC with the public key", {"signer": "hmac"}, "signature"),
    ("RS512", {"header": {"alg": "RS512"}}, "algorithm"), ("PS256", {"header": {"alg": "PS256"}}, "algorithm"),
    ("ES256", {"header": {"alg": "ES256"}}, "algorithm"), ("no kid", {"header": {"kid": None}}, "header"),
    ("crit", {"header": {"crit": ["exp"]}}, "header"), ("typ", {"header": {"typ": "at+jwt"}}, "header"),
    # For whom, of whom, for which sign-in.
    ("another nonce", {"claims": {"nonce": "n-0S6_WzA2Mj"}}, "nonce"), ("no nonce", {"claims": {"nonce": None}}, "nonce"),
    ("another audience", {"claims": {"aud": "other"}}, "audience"),
    ("two audiences", {"claims": {"aud": [CLIENT, "other"]}}, "audience"),
    ("no audience", {"claims": {"aud": None}}, "audience"),
    ("another party", {"claims": {"azp": "other"}}, "authorized-party"),
    ("another issuer", {"claims": {"iss": "https://evil.example"}}, "issuer"),
    ("another issuer by a slash", {"settings": {"issuer": "http://127.0.0.1:1/"}}, "issuer"),
    ("another access token", {"access": "another.token"}, "access-token"),
    # When.
    ("expired", {"claims": {"exp": lambda now: now - 31}}, "expired"), ("no exp", {"claims": {"exp": None}}, "claim"),
    ("issued an hour ago", {"claims": {"iat": lambda now: now - 3600}}, "too-old"),
    ("issued tomorrow", {"claims": {"iat": lambda now: now + 86400}}, "not-yet-valid"),
    ("not yet", {"claims": {"nbf": lambda now: now + 600}}, "not-yet-valid"),
    ("authenticated yesterday", {"claims": {"auth_time": lambda now: now - 86400}}, "authentication-time"),
    ("authenticated nobody knows when", {"claims": {"auth_time": None}}, "authentication-time"),
    # Who and how.
    ("a lower level", {"claims": {"acr": "eidas0"}}, "acr"), ("no level", {"claims": {"acr": None}}, "acr"),
    ("nobody", {"claims": {"sub": ""}}, "subject"), ("no RPPS", {"claims": {"SubjectNameID": None}}, "rpps"),
    ("an ADELI number", {"claims": {"SubjectNameID": "0123456789"}}, "rpps"),
    ("an RPPS that is a number", {"claims": {"SubjectNameID": 99700218896}}, "rpps"),
    # Forms.
    ("RPPS twice", {"write": twice("SubjectNameID", "810101010101")}, "malformed-object"),
    ("nonce twice", {"write": twice("nonce", "x")}, "malformed-object"),
    ("deep", {"write": lambda line: line[:-1] + ',"x":' + "[" * 3000 + "]" * 3000 + "}"}, "malformed-object"),
    ("no object", {"write": lambda line: "[" + line + "]"}, "malformed-object"),
    ("encrypted", {"edit": lambda line: line + ".AAAA.AAAA"}, "malformed-token"),
    ("a long token", {"claims": {"x": "a" * 20000}}, "malformed-token"),
    # The answer for the code.
    ("no ID token", {"answer": {"id_token": None}}, "answer"), ("no access token", {"answer": {"access_token": None}}, "answer"),
    ("another type", {"answer": {"token_type": "mac"}}, "answer"), ("an object as token", {"answer": {"id_token": {}}}, "answer"),
    ("a page", {"/token": tell(b"<html>", Content_Type="text/html")}, "answer"), ("empty", {"/token": tell(b"")}, "answer"),
    ("a list", {"/token": tell(b"[]")}, "answer"), ("brackets", {"/token": tell(b"[" * 60000)}, "answer"),
    ("compressed", {"/token": tell(b"\x1f\x8b", Content_Encoding="gzip")}, "answer"),
    ("invalid_grant", {"/token": tell(b'{"error":"invalid_grant"}', 400)}, "denied"),
    # Keys.
    ("a page for keys", {"/jwks": tell(b"<html>")}, "malformed-object"), ("no keys", {"keys": key_list()}, "unknown-key"),
    ("brackets for keys", {"/jwks": tell(b'{"keys":' + b"[" * 60000)}, "malformed-object"),
    ("a kid twice", {"keys": key_list(lambda k: k.jwk("own"), lambda k: k.jwk("other"))}, "key-set"),
    ("a private key", {"keys": key_list(lambda k: k.jwk("own", d="AAAA"))}, "key-set"),
    ("a secret", {"keys": key_list(lambda k: {"kty": "oct", "kid": "k1", "k": "AAAA"})}, "key-set"),
    ("1,024 bits", {"signer": "weak", "keys": key_list(lambda k: k.jwk("weak"))}, "unknown-key"),
    ("exponent 3", {"keys": key_list(lambda k: k.jwk("own", e="Aw"))}, "unknown-key"),
    ("keys for encryption", {"keys": key_list(lambda k: k.jwk("own", use="enc"))}, "unknown-key"),
    ("keys for another algorithm", {"keys": key_list(lambda k: k.jwk("own", alg="RSA-OAEP"))}, "algorithm"),
    # The browser.
    ("another state", {"back": {"state": "x"}}, "state"), ("no code", {"back": {"code": ""}}, "code"),
    ("a long code", {"back": {"code": "c" * 2049}}, "code"),
] + [("token: " + name, {"/token": act}, word) for name, act, word in NETWORK] + [
    ("keys: " + name, {"/jwks": act}, word) for name, act, word in NETWORK]
