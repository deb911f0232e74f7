"""A client of a Colloque server, for programs with a key and for people with password and one-time code (docs/formats/sign-in.md).

    client = Client("https://vault.example")
    client.sign_in_program(client_id, load_key("partner.pem"))
    answer = client.request("GET", "/fhir/Patient?" + urlencode({"family": "dup"}))

Needs `cryptography`. One Client is one holder's, with one key; it is not for several threads at once.
"""
import base64
import hashlib
import json
import secrets
import ssl
import time
import urllib.error
import urllib.request
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlencode, urljoin, urlsplit

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

import request_names


def base64url(data):
    """Base64url (RFC 4648 §5) without padding, of bytes or of a text's UTF-8."""
    return base64.urlsafe_b64encode(data.encode() if isinstance(data, str) else data).rstrip(b"=").decode()


def load_key(path):
    """A P-256 private key of a PEM file."""
    with open(path, "rb") as file:
        return serialization.load_pem_private_key(file.read(), None)


def sign(key, header, claims):
    """A compact JWS (RFC 7515 §7.1), ES256."""
    text = ".".join(base64url(json.dumps(part, separators=(",", ":"))) for part in (header, claims))
    r, s = decode_dss_signature(key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
    return text + "." + base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


class ClientKey:
    """The P-256 key that sessions are bound to."""

    def __init__(self, key=None):
        self.private = key or ec.generate_private_key(ec.SECP256R1())
        numbers = self.private.public_key().public_numbers()
        x, y = (base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
        self.jwk = {"kty": "EC", "crv": "P-256", "x": x, "y": y}
        self.thumbprint = base64url(hashlib.sha256(('{"crv":"P-256","kty":"EC","x":"%s","y":"%s"}' % (x, y)).encode()).digest())

    def point(self):
        """The public key as base64url of its point, 87 characters."""
        form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        return base64url(self.private.public_key().public_bytes(*form))

    def proof(self, method, url, token, nonce, now, names):
        """A request proof (docs/formats/request-proof.md); `now` in seconds, `names` as of request_names."""
        parts = urlsplit(url)
        claims = {"htm": method, "htu": "%s://%s%s" % (parts.scheme, parts.netloc, parts.path or "/"), "jti": secrets.token_urlsafe(16),
                  "ath": base64url(hashlib.sha256(token.encode()).digest()), "iat": int(now), **({"nonce": nonce} if nonce else {}), **names}
        return sign(self.private, {"typ": "dpop+jwt", "alg": "ES256", "jwk": self.jwk}, claims)

    def challenge(self, purpose, nonce, *act):
        """What a passkey signs for this key, and with purpose `fresh` for one act: computed here, so that no server lets it sign for another."""
        fields = [b"colloque/sign-in-challenge/1", purpose.encode(), nonce, *(text.encode() for text in (self.thumbprint, *act))]
        return hashlib.sha256(b"".join(len(field).to_bytes(4, "big") + field for field in fields)).digest()


class Answer(NamedTuple):
    """What a server answered, whatever the status. Header names are compared without case."""
    status: int
    headers: object
    body: bytes

    def json(self):
        """The body, read as JSON."""
        return json.loads(self.body)


class Refusal(Exception):
    """A refused sign-in, enrolment or the like: `code` as in docs/formats/sign-in.md."""

    def __init__(self, answer):
        try:
            said = answer.json()
            self.code = said["error"] if "error" in said else said["issue"][0]["details"]["coding"][0]["code"]
        except (ValueError, LookupError, TypeError):
            self.code = "unreadable"
        self.status, self.retry_after = answer.status, int(answer.headers.get("Retry-After", 0))
        super().__init__("%d %s" % (self.status, self.code))


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    """No redirection takes a token elsewhere."""

    def redirect_request(self, *_):
        return None


class Client:
    """One holder's way to a server. `key` is the P-256 key of its proofs, drawn when absent; `authority` a PEM file of whom to trust."""

    def __init__(self, server, key=None, authority=None):
        self.server, self.key = "%s://%s" % urlsplit(server)[:2], ClientKey(key)
        context = ssl.create_default_context(cafile=authority)
        self._opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _NoRedirection)
        self._token, self._nonce, self._offset, self.session = None, None, 0.0, None

    def sign_in_program(self, client, key):
        """Begins a session of a program with its registered key (RFC 7523), bound to the key of the proofs."""
        url, now = self.server + "/oauth/token", int(self._now())
        claims = {"iss": client, "sub": client, "aud": url, "iat": now, "exp": now + 60, "jti": secrets.token_urlsafe(16),
                  "jkt": self.key.thumbprint}
        form = {"grant_type": "client_credentials", "client_assertion": sign(key, {"alg": "ES256", "typ": "JWT"}, claims),
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "dpop_key": self.key.point()}
        return self._begin(_read(self._send("POST", url, urlencode(form).encode(), {"Content-Type": "application/x-www-form-urlencoded"})))

    def sign_in(self, login, password, code, membership=None, kind="password"):
        """Begins a session of a person; with `kind` "recovery" the code is a recovery code, which is used up, and who has no password gives
        two empty texts."""
        evidence = self.evidence("sign-in", kind, login, password, code)
        return self._begin(self._post("/signin/session", {"key": self.key.jwk, **evidence, **({"membership": membership} if membership else {})}))

    def evidence(self, purpose, kind, login, password, code, *act):
        """What shows who this is: to sign in or, with purpose `fresh`, for one act."""
        return {"nonce": self.challenge(purpose, *act)["nonce"], kind: {"login": login, "password": password, "code": code}}

    def challenge(self, purpose, *act):
        """A nonce to sign in or enrol with, and what a passkey would sign."""
        answer = self._post("/signin/challenge", {"key": self.key.jwk, "purpose": purpose, **({"act": act[0]} if act else {})})
        self._nonce, self._offset = answer["dpop_nonce"], answer["time"] - time.time()
        nonce = answer["nonce"]
        if base64url(self.key.challenge(purpose, base64.urlsafe_b64decode(nonce + "=" * (-len(nonce) % 4)), *act)) != answer["challenge"]:
            raise ValueError("a challenge for another key or act")
        return answer

    def enrol(self, login, password, invitation=None, fresh=()):
        """Adds a password by an invitation or, in a session of who has no passkey, with a fresh factor: kind, login, password and code.
        Answers `totp`, an otpauth URI, and recovery codes: shown once, and to be kept by the person."""
        body = {"key": self.key.jwk, "nonce": self.challenge("enrolment")["nonce"], "password": {"login": login, "password": password}}
        if invitation and self._token:  # of who was invited by an RPPS number: in a session that began at the OpenID provider
            return self._call("POST", "/signin/enrol", {**body, "invitation": invitation})
        if invitation:
            return self._post("/signin/enrol", {**body, "invitation": invitation})
        act = "enrol:" + base64url(hashlib.sha256((login + "\0" + password).encode()).digest())
        return self._call("POST", "/signin/enrol", {**body, "fresh": self.evidence("fresh", *fresh, act)})

    def switch(self, membership):
        """Goes on in another of the person's memberships."""
        return self._begin(self._call("POST", "/signin/switch", {"membership": membership}))

    def sign_out(self, everywhere=False):
        """Ends the session, or all sessions of the person."""
        self._call("POST", "/signin/out", {"everywhere": True} if everywhere else {})
        self._token = self.session = None

    def factors(self):
        """The person's factors: `id`, `kind`."""
        return self._call("GET", "/signin/factors")["factors"]

    def remove_factor(self, id, fresh):
        """Removes a factor, with a fresh one as for `enrol`, and ends all sessions of the person."""
        evidence = self.evidence("fresh", *fresh, "remove:" + id)
        self._call("POST", "/signin/factors/remove", {"key": self.key.jwk, "id": id, "fresh": evidence})
        self._token = self.session = None

    def open_emergency(self, patient, reason, fresh):
        """Opens a patient in an emergency, with a fresh factor: kind, login, password and code. `reason`: 1 to 32 letters, digits or hyphens."""
        shown = {"key": self.key.jwk, **self.evidence("fresh", *fresh, "emergency:%s:%s" % (patient, reason))}
        parameters = [{"name": "reason", "valueCode": reason}, {"name": "fresh", "valueString": json.dumps(shown)}]
        self._call("POST", "/fhir/Patient/%s/$emergency-opening" % patient, {"resourceType": "Parameters", "parameter": parameters})

    def request(self, method, url, body=None, form=(), headers=None, tiers=None, names=None):
        """Sends a request with its proof, once more if the server asks for a newer nonce.

        `url` is a path, or absolute and of this server. `body` is a resource as a dict, or bytes; `form` pairs for `_search`. `tiers` are those
        wanted, where it is not identity, contact and medical; `names` the claims of the proof, where the derived ones will not do."""
        method, url, headers = method.upper(), urljoin(self.server, url), dict(headers or {})
        if "%s://%s" % urlsplit(url)[:2] != self.server:
            raise ValueError("another server")
        if self._token is None:
            raise ValueError("no session")
        if names is None:
            names = request_names.names(method, url, body, form, headers, tiers)
        if form:
            body, headers["Content-Type"] = urlencode(form).encode(), "application/x-www-form-urlencoded"
        elif isinstance(body, dict):
            kind = "application/fhir+json" if urlsplit(url).path.startswith("/fhir") else "application/json"
            body, headers = json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": kind, **headers}
        for attempt in range(2):
            proof = self.key.proof(method, url, self._token, self._nonce, self._now(), names)
            answer = self._send(method, url, body, {**headers, "Authorization": "DPoP " + self._token, "DPoP": proof})
            if answer.status != 401 or "use_dpop_nonce" not in answer.headers.get("WWW-Authenticate", ""):
                break
        return answer

    def _now(self):
        return time.time() + self._offset

    def _begin(self, answer):
        self._token, self._nonce = answer.pop("access_token"), answer.pop("dpop_nonce", self._nonce)
        self.session = answer
        return answer

    def _post(self, path, body):
        return _read(self._send("POST", self.server + path, json.dumps(body).encode(), {"Content-Type": "application/json"}))

    def _call(self, method, path, body=None):
        return _read(self.request(method, path, body))

    def _send(self, method, url, body, headers):
        try:
            with self._opener.open(urllib.request.Request(url, body, headers, method=method), timeout=60) as stream:
                answer = Answer(stream.status, stream.headers, stream.read())
        except urllib.error.HTTPError as error:
            with error:
                answer = Answer(error.code, error.headers, error.read())
        self._nonce = answer.headers.get("DPoP-Nonce", self._nonce)
        if answer.headers.get("Date"):
            self._offset = parsedate_to_datetime(answer.headers["Date"]).timestamp() - time.time()
        return answer


def _read(answer):
    if answer.status == 204:
        return None
    if not 200 <= answer.status < 300:
        raise Refusal(answer)
    return answer.json()
