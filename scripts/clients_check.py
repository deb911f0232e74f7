#!/usr/bin/env python3
"""Checks the reference clients without an installation (pip install cryptography joserfc; node 20 or later): what they name against
docs/vectors/request-names.json, their folding against one another, and a whole session of each with a server of this file's own, which knows
docs/formats/sign-in.md, verifies proofs with joserfc, runs an hour ahead, and asks for another nonce now and then.

Their proofs and terms are judged by the Swift code in Tests/IdentityTests and Tests/FHIRTests.
"""
import base64
import hashlib
import http.server
import json
import os
import random
import secrets
import subprocess
import sys
import threading
import time
import urllib.parse

from joserfc import jws, jwt
from joserfc.jwk import ECKey

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VECTORS = os.path.join(ROOT, "docs", "vectors", "request-names.json")
sys.path.insert(0, os.path.join(ROOT, "Clients", "python"))
import colloque_client  # noqa: E402
import request_names  # noqa: E402

PATIENT = "0b6c1d4e-5f60-4a71-8b82-93a4b5c6d7e8"
PROGRAM = "8e2a1d4b-3c5f-4e6d-8b9c-2d3e4f5a6b7c"
AHEAD = 3600
EXPOSED = "DPoP-Nonce, ETag, Location, Retry-After, Date, WWW-Authenticate"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def bytesOf(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hashed(value):
    return base64url(hashlib.sha256(value.encode() if isinstance(value, str) else value).digest())


class Server(http.server.ThreadingHTTPServer):
    """The contract, with a memory of its own."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server_port
        self.challenges, self.sessions, self.seen, self.wishes = {}, {}, set(), []
        self.nonce, self.requests, self.program = "first-nonce-of-all", 0, None
        # For a browser: where its page is, its passkeys, and records that are opened as they are named; None echoes what is named.
        self.origin, self.passkeys, self.signed, self.records = None, {}, None, None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def proof(self, text, method, url, token):
        """The claims of a proof that is right; raises whatever is wrong."""
        header = jws.extract_compact(text.encode()).headers()
        assert sorted(header) == ["alg", "jwk", "typ"] and header["typ"] == "dpop+jwt" and sorted(header["jwk"]) == ["crv", "kty", "x", "y"]
        key = ECKey.import_key(header["jwk"])
        claims = jwt.decode(text, key, algorithms=["ES256"]).claims
        assert key.thumbprint() == self.sessions[token], "another key"
        assert claims["htm"] == method and claims["htu"] == url.split("?")[0] and claims["ath"] == hashed(token)
        assert type(claims["iat"]) is int and -30 <= time.time() + AHEAD - claims["iat"] <= 90, "another time"
        assert claims["jti"] not in self.seen and 16 <= len(claims["jti"]) <= 128, "again"
        self.seen.add(claims["jti"])
        return claims


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def date_time_string(self, timestamp=None):
        return super().date_time_string(time.time() + AHEAD)

    def log_message(self, *_):
        pass

    def answer(self, status, body=None, **headers):
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if self.server.origin and self.headers.get("Origin") == self.server.origin:
            headers.update(Access_Control_Allow_Origin=self.server.origin, Access_Control_Expose_Headers=EXPOSED)
        for name, value in {"DPoP-Nonce": self.server.nonce, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        self.server.requests += 1
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            self.route(data)
        except Exception as error:  # whatever is wrong with a request
            self.answer(401 if self.headers["Authorization"] else 400, {"error": "%s %s" % (type(error).__name__, error)})

    do_POST = do_PUT = do_GET

    def do_OPTIONS(self):
        self.answer(204, Access_Control_Allow_Headers="Authorization, DPoP, Content-Type", Access_Control_Allow_Methods="GET, POST, PUT")

    def route(self, data):
        server, body = self.server, json.loads(data) if data[:1] == b"{" else data.decode()
        wish = server.wishes.pop(0) if server.wishes else None
        if wish == "renew":
            server.nonce = secrets.token_urlsafe(12)
        if wish == "elsewhere":
            return self.answer(307, Location="http://localhost:%d/stolen" % server.server_port)
        if self.path == "/signin/challenge":
            key, purpose, act = (body.pop(name, None) for name in ("key", "purpose", "act"))
            assert body == {} and sorted(key) == ["crv", "kty", "x", "y"] and (act is not None) == (purpose == "fresh")
            return self.challenge(ECKey.generate_key("P-256") if wish == "other" else ECKey.import_key(key), purpose, act)
        if self.path == "/oauth/token":
            return self.program(dict(urllib.parse.parse_qsl(body, strict_parsing=True)))
        if self.path == "/signin/session" or self.path == "/signin/enrol" and "invitation" in body:
            purpose = "sign-in" if self.path == "/signin/session" else "enrolment"
            thumbprint = ECKey.import_key(body.pop("key")).thumbprint()
            assert server.challenges.pop(body.pop("nonce")) == (purpose, None, thumbprint)
            return self.enrolled(body) if purpose == "enrolment" else self.begun(body, thumbprint)
        kind, token = self.headers["Authorization"].split()
        assert kind == "DPoP" and len(self.headers.get_all("DPoP")) == 1
        claims = server.proof(self.headers["DPoP"], self.command, server.url + self.path, token)
        if claims.get("nonce") != server.nonce or wish == "never":
            return self.answer(401, {"error": "use_dpop_nonce"}, WWW_Authenticate='DPoP error="use_dpop_nonce"')
        return self.inside(body, token, claims)

    def challenge(self, key, purpose, act):
        nonce = secrets.token_bytes(40)
        fields = [b"colloque/sign-in-challenge/1", purpose.encode(), nonce, key.thumbprint().encode(), *([act.encode()] if act else [])]
        signed = hashlib.sha256(b"".join(len(field).to_bytes(4, "big") + field for field in fields)).digest()
        self.server.challenges[base64url(nonce)], self.server.signed = (purpose, act, key.thumbprint()), base64url(signed)
        if purpose == "enrolment":
            self.server.asked = base64url(signed)
        self.answer(200, {"nonce": base64url(nonce), "challenge": base64url(signed), "rp_id": "localhost", "dpop_nonce": self.server.nonce,
                          "time": int(time.time() + AHEAD)})

    def begun(self, body, thumbprint):
        membership = body.pop("membership", "m1")
        if not self.shows(body):
            return self.answer(401, {"error": "sign_in_refused"}, Retry_After="7")
        return self.session(thumbprint, membership)

    def shows(self, evidence):
        """Whether a factor is one of the person's."""
        if "passkey" in evidence:
            parts = {name: bytesOf(text) for name, text in evidence["passkey"].items()}
            client, data = parts["clientDataJSON"], parts["authenticatorData"]
            assert json.loads(client)["type"] == "webauthn.get" and json.loads(client)["challenge"] == self.server.signed
            self.server.passkeys[parts["id"]].verify(data + hashlib.sha256(client).digest(), parts["signature"])
            return data[:32] == hashlib.sha256(b"localhost").digest() and data[32] & 5 == 5
        return evidence in ({"password": {"login": "ann", "password": "long enough it is", "code": "123456"}},
                            {"recovery": {"login": "ann", "password": "long enough it is", "code": "0000-1111"}},
                            {"recovery": {"login": "", "password": "", "code": "2222-3333"}})

    def fresh(self, body, act, token):
        """Holds a fresh factor to its act and to the key of the session."""
        thumbprint = ECKey.import_key(body.pop("key")).thumbprint()
        evidence = body.pop("fresh", body)
        assert self.server.challenges.pop(evidence.pop("nonce")) == ("fresh", act, thumbprint) and thumbprint == self.server.sessions[token]
        assert self.shows(evidence), "fresh"

    def session(self, thumbprint, membership):
        token = secrets.token_urlsafe(48)
        self.server.sessions[token] = thumbprint
        self.answer(200, {"access_token": token, "token_type": "DPoP", "expires_in": 43200, "membership": membership,
                          "dpop_nonce": self.server.nonce})

    def enrolled(self, body):
        if body.pop("invitation", "I-1") != "I-1" or self.server.passkeys and "passkey" in body and not self.headers["Authorization"]:
            return self.answer(401, {"error": "sign_in_refused"})
        if "passkey" in body:
            from fido2.webauthn import AttestationObject
            client, made = (bytesOf(body["passkey"][name]) for name in ("clientDataJSON", "attestationObject"))
            made = AttestationObject(made)
            assert made.fmt == "none" and json.loads(client)["type"] == "webauthn.create" and json.loads(client)["challenge"] == self.server.asked
            self.server.passkeys[made.auth_data.credential_data.credential_id] = made.auth_data.credential_data.public_key
            return self.answer(200, {"recovery_codes": ["0000-1111"]})
        assert body["password"]["login"] == "ann" and len(body["password"]["password"]) >= 12 and len(body) == 1, "enrol"
        self.answer(200, {"recovery_codes": ["0000-1111"], "totp": "otpauth://totp/x"})

    def program(self, form):
        assert form["grant_type"] == "client_credentials" and len(form["dpop_key"]) == 87
        point = base64.urlsafe_b64decode(form["dpop_key"] + "=")
        bound = ECKey.import_key({"kty": "EC", "crv": "P-256", "x": base64url(point[1:33]), "y": base64url(point[33:])})
        claims = jwt.decode(form["client_assertion"], self.server.program, algorithms=["ES256"]).claims
        assert claims["iss"] == claims["sub"] == PROGRAM and claims["aud"] == self.server.url + "/oauth/token"
        assert claims["jkt"] == bound.thumbprint() and claims["exp"] - claims["iat"] <= 300 and len(claims["jti"]) >= 16
        self.session(bound.thumbprint(), PROGRAM)

    def inside(self, body, token, claims):
        server = self.server
        if self.path == "/signin/switch":
            return self.session(server.sessions[token], body["membership"])
        if self.path == "/signin/out":
            assert body in ({}, {"everywhere": True})
            del server.sessions[token]
            return self.answer(204)
        if self.path == "/signin/enrol":
            assert server.challenges.pop(body.pop("nonce"))[0] == "enrolment"
            new = body.get("passkey") and b"".join(bytesOf(body["passkey"][name]) for name in ("clientDataJSON", "attestationObject"))
            self.fresh(body, "enrol:" + hashed(new or "%(login)s\0%(password)s" % body["password"]), token)
            return self.enrolled(body)
        if self.path == "/signin/factors":
            kinds = ["passkey"] * len(server.passkeys) or ["password"]
            return self.answer(200, {"factors": [{"id": "f%d" % n, "kind": kind} for n, kind in enumerate(kinds)]})
        if self.path == "/signin/factors/remove":
            self.fresh(body, "remove:" + body.pop("id"), token)
            del server.sessions[token]
            if server.passkeys:
                server.passkeys.popitem()
            return self.answer(204)
        if self.path.endswith("/$emergency-opening"):
            reason, fresh = ((each["name"], each.get("valueCode") or each["valueString"]) for each in body["parameter"])
            assert reason == ("reason", "unconscious") and fresh[0] == "fresh" and self.path == "/fhir/Patient/%s/$emergency-opening" % PATIENT
            self.fresh(json.loads(fresh[1]), "emergency:%s:unconscious" % PATIENT, token)
            return self.answer(200, {"resourceType": "OperationOutcome"})
        if server.records is not None:
            return self.recorded(body, claims)
        self.answer(200, {"named": {name: claims[name] for name in ("pat", "tiers", "terms", "any", "book") if name in claims}, "body": body,
                          "type": self.headers.get("Content-Type")}, ETag='W/"1"')


    def recorded(self, body, claims):
        """A few records, opened as they are named."""
        path, _, query = self.path.partition("?")
        if self.command == "POST":
            self.server.records[PATIENT] = {**body, "id": PATIENT}
            return self.answer(201, self.server.records[PATIENT])
        if query:
            isNamed = claims.get("terms") == request_names.names("GET", self.path)["terms"]
            entries = [{"resource": each} for each in self.server.records.values()]
            return self.answer(200, {"entry": entries}) if isNamed else self.answer(403, {"error": "proof-does-not-name"})
        id = path.split("/")[-1]
        isNamed = id in claims.get("pat", [id])
        self.answer(200 if isNamed else 403, self.server.records.get(id, {}) if isNamed else {"error": "proof-does-not-name"})


# The same session in both languages; each prints what it saw, one JSON value a line.
PERSON = """
import { Client, Refusal } from "%(root)s/Web/client/client.js";
import { ClientKey } from "%(root)s/Web/client/keys.js";
const [server, patient] = process.argv.slice(2);
const say = (value) => console.log(JSON.stringify(value));
const refused = (work) => work.then(() => say("not refused"), (error) => say(error instanceof Refusal ? [error.status, error.code, error.retryAfter] : "thrown"));
const client = new Client(server, await ClientKey.draw());
const person = (code) => ({ login: "ann", password: "long enough it is", code });
say(await client.enrol({ invitation: "I-1" }, { password: { login: "ann", password: "long enough it is" } }));
await refused(client.request("GET", "/fhir/metadata"));
await refused(client.signIn({ password: person("000000") }));
say((await client.signIn({ password: person("123456") }, "m2")).membership);
const seen = async (...request) => { const answer = await client.request(...request); say([answer.status, answer.status === 200 ? await answer.json() : null]); };
await seen("GET", `/fhir/Patient/${patient}`);
await seen("get", `${server}/fhir/Patient?family=${encodeURIComponent("Lef\\u00e8vre \\u{1F600}")}`);
await seen("POST", "/fhir/Observation/_search", { body: new URLSearchParams({ patient }) });
await seen("POST", "/fhir/Observation", { body: { resourceType: "Observation" } });
await seen("GET", "/fhir/Patient?phone=1", { names: { terms: ["phone:\\u00e9\\"\\\\"] } });
await seen("GET", `/fhir/Condition/${patient}.2`, { tiers: ["restricted"] });
for (const wish of ["renew", "never never", "elsewhere", "other"]) {
  await fetch(`${server}/signin/wish`, { method: "POST", headers: { wish } });
  if (wish === "elsewhere") await refused(client.request("GET", "/fhir/metadata"));
  else if (wish === "other") await refused(client.signIn({ password: person("123456") }));
  else await seen("GET", "/fhir/metadata");
}
await refused(client.request("GET", "https://elsewhere.example/fhir/metadata"));
say((await client.switch("m3")).membership);
say(await client.enrol({ fresh: { recovery: person("0000-1111") } }, { password: { login: "ann", password: "another that is long" } }));
say(await client.factors());
await client.openEmergency(patient, "unconscious", { password: person("123456") });
await refused(client.openEmergency(patient, "unconscious", { password: person("000000") }));
await client.removeFactor("f0", { recovery: person("0000-1111") });
await refused(client.request("GET", "/fhir/metadata"));
say((await client.signIn({ recovery: { login: "", password: "", code: "2222-3333" } })).membership);
await client.signOut();
await refused(client.request("GET", "/fhir/metadata"));
"""


def person(server, wish):
    """What the script above says, by the other client."""
    said = []

    def refused(work):
        try:
            work()
            said.append("not refused")
        except colloque_client.Refusal as error:
            said.append([error.status, error.code, error.retry_after])
        except (ValueError, OSError):
            said.append("thrown")

    def seen(*request, **options):
        answer = client.request(*request, **options)
        said.append([answer.status, answer.json() if answer.status == 200 else None])

    client, secret = colloque_client.Client(server), "long enough it is"
    said.append(client.enrol("ann", secret, invitation="I-1"))
    refused(lambda: client.request("GET", "/fhir/metadata"))
    refused(lambda: client.sign_in("ann", secret, "000000"))
    said.append(client.sign_in("ann", secret, "123456", membership="m2")["membership"])
    seen("GET", "/fhir/Patient/" + PATIENT)
    seen("get", server + "/fhir/Patient?family=" + urllib.parse.quote("Lefèvre \U0001F600"))
    seen("POST", "/fhir/Observation/_search", form=[("patient", PATIENT)])
    seen("POST", "/fhir/Observation", {"resourceType": "Observation"})
    seen("GET", "/fhir/Patient?phone=1", names={"terms": ["phone:é\"\\"]})
    seen("GET", "/fhir/Condition/%s.2" % PATIENT, tiers=["restricted"])
    for word in ["renew", "never never", "elsewhere", "other"]:
        wish(word)
        if word == "elsewhere":
            # urllib answers a redirection that is not followed.
            said.append("thrown" if client.request("GET", "/fhir/metadata").status == 307 else "not refused")
        elif word == "other":
            refused(lambda: client.sign_in("ann", secret, "123456"))
        else:
            seen("GET", "/fhir/metadata")
    refused(lambda: client.request("GET", "https://elsewhere.example/fhir/metadata"))
    said.append(client.switch("m3")["membership"])
    recovery = ("recovery", "ann", secret, "0000-1111")
    said.append(client.enrol("ann", "another that is long", fresh=recovery))
    said.append(client.factors())
    client.open_emergency(PATIENT, "unconscious", ("password", "ann", secret, "123456"))
    refused(lambda: client.open_emergency(PATIENT, "unconscious", ("password", "ann", secret, "000000")))
    client.remove_factor("f0", recovery)
    refused(lambda: client.request("GET", "/fhir/metadata"))
    said.append(client.sign_in("", "", "2222-3333", kind="recovery")["membership"])
    client.sign_out()
    refused(lambda: client.request("GET", "/fhir/metadata"))
    return said


EXPECTED = [
    {"recovery_codes": ["0000-1111"], "totp": "otpauth://totp/x"}, "thrown", [401, "sign_in_refused", 7], "m2",
    [200, {"named": {}, "body": "", "type": None}],
    [200, {"named": {"terms": ["family:lefevre"]}, "body": "", "type": None}],
    [200, {"named": {"pat": [PATIENT], "tiers": request_names.CARE}, "body": "patient=" + PATIENT, "type": "form"}],
    [200, {"named": {}, "body": {"resourceType": "Observation"}, "type": "application/fhir+json"}],
    [200, {"named": {"terms": ["phone:é\"\\"]}, "body": "", "type": None}],
    [200, {"named": {"pat": [PATIENT], "tiers": ["restricted"]}, "body": "", "type": None}],
    [200, {"named": {}, "body": "", "type": None}], [401, None], "thrown", "thrown", "thrown", "m3", {"recovery_codes": ["0000-1111"], "totp": "otpauth://totp/x"},
    [{"id": "f0", "kind": "password"}], [401, "AssertionError fresh", 0], "thrown", "m1", "thrown",
]


def compare(what, said):
    """Says where a session went another way; the number of such places."""
    for each in said:
        if isinstance(each, list) and len(each) == 2 and each[1] and "urlencoded" in (each[1].get("type") or ""):
            each[1]["type"] = "form"
    wrong = [pair for pair in zip(said, EXPECTED) if pair[0] != pair[1]] + (["length"] if len(said) != len(EXPECTED) else [])
    print("%s: %d steps, %d wrong" % (what, len(said), len(wrong)), *wrong, sep="\n  " if wrong else "")
    return len(wrong)


def node(script, *arguments, input=""):
    done = subprocess.run(["node", "--input-type=module", "-", *arguments], input=script % {"root": ROOT}, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


NAMES = """
import { names, folded } from "%(root)s/Web/client/names.js";
import { readFileSync } from "node:fs";
const [vectors, texts] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path)));
console.log(JSON.stringify(vectors.cases.map(({ method, url, body, form, headers, tiers }) =>
  names(method, url, { body: form ? new URLSearchParams(form) : body, headers, tiers }))));
console.log(JSON.stringify(texts.map(folded)));
"""


def check_names(base):
    with open(VECTORS) as file:
        cases = json.load(file)["cases"]
    draw = random.Random(1)
    letters = "abcdefgXYZéèêëàâäîïôöûüùçñœŒæÆßøłđŁĐØẞıİğşščž’'- .,12\u0301\u0308\u0327\u0345\u0334αβΣσςабвИЙ中김ǿ"
    texts = ["".join(draw.choices(letters, k=draw.randrange(14))) for _ in range(20_000)] + ["é" * 128, "é" * 129, "x" * 256, "x" * 257]
    path = os.path.join(base, "texts.json")
    with open(path, "w") as file:
        json.dump(texts, file)
    theirs, folded = node(NAMES, VECTORS, path)
    wrong = 0
    for case, got in zip(cases, theirs, strict=True):
        ours = request_names.names(case["method"], case["url"], case.get("body"), case.get("form", ()), case.get("headers"), case.get("tiers"))
        for language, found in (("JavaScript", got), ("Python", ours)):
            if found != case["claims"]:
                wrong += 1
                print("%s, %s: %s" % (language, case["why"], found))
    apart = sum(request_names.folded(text) != other for text, other in zip(texts, folded, strict=True))
    print("names: %d cases, %d wrong; folding: %d texts, %d apart" % (len(cases), wrong, len(texts), apart))
    return wrong + apart


def main():
    import tempfile
    with tempfile.TemporaryDirectory() as base:
        failures = check_names(base)
    server = Server()
    failures += compare("Python, a person", person(server.url, lambda word: server.wishes.extend(word.split())))
    # For node the wishes come by HTTP.
    route = Handler.route

    def wishing(handler, data):
        if handler.path == "/signin/wish":
            server.wishes.extend(handler.headers["wish"].split())
            return handler.answer(204)
        return route(handler, data)
    Handler.route = wishing
    failures += compare("JavaScript, a person", node(PERSON, server.url, PATIENT))
    key = colloque_client.ClientKey()
    server.program = ECKey.import_key(key.jwk)
    program = colloque_client.Client(server.url)
    program.sign_in_program(PROGRAM, key.private)
    answer = program.request("GET", "/fhir/Observation?patient=" + PATIENT)
    isRight = answer.status == 200 and answer.json()["named"]["pat"] == [PATIENT]
    print("Python, a program: " + ("ok" if isRight else str(answer)))
    print("%d requests" % server.requests)
    return 1 if failures or not isRight else 0


if __name__ == "__main__":
    sys.exit(main())
