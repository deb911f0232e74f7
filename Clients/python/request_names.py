"""What the proof of a FHIR request must name (docs/formats/sign-in.md, "Requests in a bound session").

The same as Web/client/names.js. The folding is that of Sources/Vocabulary/SearchTerm.swift, but for some marks of scripts that Python's tables
do not tell from letters; the reading of a query that of Sources/FHIR/Search/SearchQuery.swift.
"""
import re
import unicodedata
from datetime import datetime
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit
from zoneinfo import ZoneInfo

UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
OWNED_ID = re.compile(r"(%s)\.[A-Za-z0-9.-]{1,27}" % UUID)
PATIENT_REFERENCE = re.compile(r"(?:^|/)Patient/(%s)(?:/|$)" % UUID)
CARE = ["identity", "contact", "medical"]
# Types that are little or nothing without the restricted tier.
TEXTS = {"Binary", "Communication", "CommunicationRequest", "DocumentReference", "Media", "MolecularSequence", "QuestionnaireResponse"}
OWNERS = {"patient", "subject", "beneficiary", "individual", "candidate"}
NATIONAL_SYSTEM = "urn:oid:1.2.250.1.213.1.4."
NATIONAL_SYSTEMS = {"http://hl7.org/fhir/sid/us-ssn", "http://hl7.org/fhir/sid/us-medicare"}
NATIONAL_TYPES = set("INS-NIR INS-NIA INS-C INS-NIR-TEST INS-NIR-DEMO NIR SS SB HC MC MA NI PPN DL CZ PRC BCT TAX MI".split())
SPECIAL = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d"}


def names(method, url, body=None, form=(), headers=None, tiers=None):
    """The claims `pat`, `tiers`, `terms`, `any`, `book` of a request; empty when its path says enough, or nothing is opened.

    `body` is a resource as a dict, `form` pairs of names and values. `tiers` are those wanted, where it is not identity, contact and medical
    (of documents: restricted too)."""
    named = _Named()
    condition = next((value for name, value in (headers or {}).items() if name.lower() == "if-none-exist"), None)
    named.read(method.upper(), url, body if isinstance(body, dict) else {}, list(form), condition)
    claims = {}
    # The path alone names care, and only one patient.
    if named.patients and not (named.by_path and tiers is None and not named.texts):
        claims = {"pat": sorted(named.patients), "tiers": tiers if tiers is not None else CARE + ["restricted"] * named.texts}
    if named.terms:
        claims["terms"] = sorted(named.terms)
    if len(named.searches) > 1:
        claims["any"] = True
    if named.book:
        claims["book"] = named.book
    return claims


class _Named:
    def __init__(self):
        self.patients, self.terms, self.searches, self.book, self.texts, self.by_path = set(), set(), set(), None, False, True

    def read(self, method, url, body, form, condition):
        """Adds what one request, or one entry of a Bundle, names."""
        parts = urlsplit(url)
        root, kind, id, below = ([unquote(part) for part in parts.path.split("/")[1:]] + ["", "", "", ""])[:4]
        if root != "fhir":
            return
        parameters = parse_qsl(parts.query, keep_blank_values=True)
        if not kind:
            for entry in body.get("entry", []):
                self.entry(entry)
            return
        if condition:
            self.query(kind, parse_qsl(condition.split("?")[-1], keep_blank_values=True))
        if method not in ("GET", "HEAD"):
            self.conditions(body)
        if kind == "Appointment" and method in ("POST", "PUT"):
            self.book = self.book or _booking(body)
        owner = re.fullmatch("(%s)" % UUID, id) if kind == "Patient" else OWNED_ID.fullmatch(id)
        if owner:
            self.name(owner[1], kind in TEXTS or below in TEXTS, True)
        elif id == "_search":
            self.query(kind, parameters + form)
        elif id == "$lastn":
            self.query(kind, parameters + _values(body))
        elif id == "$match":
            for term in _described(body):
                self.search([term])
        elif id == "$merge":
            for _, value in _values(body):
                if found := PATIENT_REFERENCE.search(value):
                    self.name(found[1])
        elif not id and method != "POST":
            self.query(kind, parameters)

    def entry(self, entry):
        request = entry.get("request", {})
        url = urljoin("https://h/fhir/", request.get("url", ""))
        if urlsplit(url).path != "/fhir/":
            self.read(request.get("method", ""), url, entry.get("resource", {}), [], request.get("ifNoneExist"))
        self.by_path = False

    def conditions(self, value):
        """Conditional references, `Patient?identifier=…`, anywhere in a resource."""
        if isinstance(value, dict) and isinstance(value.get("reference"), str):
            if found := re.fullmatch(r"([A-Z][A-Za-z]*)\?(.*)", value["reference"], re.S):
                self.query(found[1], parse_qsl(found[2], keep_blank_values=True))
        for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            self.conditions(member)

    def name(self, patient, is_text=False, by_path=False):
        self.patients.add(patient)
        self.texts |= is_text
        self.by_path &= by_path

    def query(self, kind, parameters):
        """What a search names: its patient, or the terms by which patients or a professional's day are found."""
        found = [id for id in (_owner(kind, *each) for each in parameters) if re.fullmatch(UUID, id)]
        for id in found:
            self.name(id, kind in TEXTS)
        if found:
            return
        if kind == "Patient":
            self.search([term for each in parameters for term in _searched(*each)])
        asked = dict(parameters)
        if kind == "Appointment" and asked.get("practitioner") and asked.get("date"):
            self.search(["booking:%s|%s" % (asked["practitioner"].removeprefix("Practitioner/"), asked["date"])])

    def search(self, terms):
        """One search, by all of these terms."""
        self.terms.update(terms)
        self.searches |= {tuple(sorted(terms))} if terms else set()


def _owner(kind, name, value):
    if kind == "Patient":
        return value if name == "_id" else ""
    base = name.removesuffix(":Patient")
    is_actor = kind == "Schedule" and base == "actor" and (name != base or value.startswith("Patient/"))
    return value.removeprefix("Patient/") if base in OWNERS or is_actor else ""


def _searched(name, escaped):
    """The terms of one parameter of a search of Patient: names as far as typed, whole dates, numbers and addresses."""
    value = re.sub(r"\\(.?)", r"\1", escaped, flags=re.S)
    if name in ("name", "family"):
        return [typed(value)] if typed(value) else []
    if name == "phonetic":
        return _sounds(value)
    if name == "identifier":
        system, bar, number = value.partition("|")
        if not bar:
            return ["nir:" + value if _has_key(value) else "identifier:|" + value]
        return ["nir:" + number if system.startswith(NATIONAL_SYSTEM) else "identifier:" + value]
    plain = {"birthdate": value.removeprefix("eq"), "phone": value, "email": value, "telecom": value}
    field = ("email" if "@" in value else "phone") if name == "telecom" else name
    return ["%s:%s" % (field, plain[name])] if name in plain else []


def _sounds(value):
    """The words of a name, but for a letter before an apostrophe (d'Artagnan)."""
    words = re.split("\0+", "".join(c if _is_letter(c) or c in "'’" or unicodedata.category(c)[0] == "M" else "\0" for c in value))
    found = [(word, end) for text in words for word, end in re.findall("([^'’]+)(['’]?)", text)]
    return ["sound:" + word for word, end in found if not (end and len([c for c in unicodedata.normalize("NFD", word) if _is_letter(c)]) == 1)]


def _has_key(text):
    """Whether it is a NIR with its right key: 97 − n mod 97, `2A` read as 19 and `2B` as 18."""
    found = re.fullmatch(r"([0-9]{5})([0-9]{2}|2A|2B)([0-9]{6})([0-9]{2})", text.replace(" ", ""))
    return bool(found) and 97 - int(found[1] + {"2A": "19", "2B": "18"}.get(found[2], found[2]) + found[3]) % 97 == int(found[4])


def typed(family):
    """The term for a family name as far as it was typed: a prefix up to 6 letters, the whole name beyond; None under 3."""
    name = folded(family)
    length = len(name.encode())
    return None if length < 3 else ("family-prefix:" if length <= 6 else "family:") + name


def folded(name):
    """Letters only, without accents, lower case: `Le Goff-Noël` is `legoffnoel`."""
    letters = [SPECIAL.get(c) or (c.lower() if _is_letter(c) else "") for c in unicodedata.normalize("NFD", name)]
    return "".join(letters) if len(name.encode()) <= 256 else ""


def _is_letter(c):
    kind = unicodedata.category(c)
    isMark = kind == "Mn" and not ("\uFE00" <= c <= "\uFE0F" or c >= "\U000E0000" or c == "\u034F")
    return (kind[0] == "L" or kind in ("Nl", "Mc") or isMark) and unicodedata.combining(c) == 0


def _described(body):
    """The terms that `$match` asks by, of a Patient as far as it is known (docs/matching.md)."""
    if body.get("resourceType") == "Parameters":
        body = next((each.get("resource", {}) for each in body.get("parameter", []) if each.get("name") == "resource"), {})
    known = [each for each in body.get("identifier", []) if each.get("value")]
    numbers = [each["value"] for each in known if _is_national(each)]
    nirs = [each for each in numbers if re.fullmatch("[0-9]{5}([0-9]{2}|2A|2B)[0-9]{6}(..)?", re.sub("[^0-9A-Z]", "", each.upper()))]
    others = ["%s|%s" % (each["system"], each["value"]) for each in known if each.get("system") and not _is_national(each)]
    points = [(each.get("system"), each["value"]) for each in body.get("telecom", []) if each.get("value")]
    phones = [value for system, value in points if system in ("phone", "sms") and _is_phone(value)]
    emails = [value for system, value in points if system == "email" and "@" in value]
    families = [folded(each.get("family", "")) for each in body.get("name", [])[:4]]
    family = next((each for each in families if len(each.encode()) >= 3), None)
    found = re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", body.get("birthDate", ""))
    day = found and found[0]
    terms = ["birthdate:" + day] if day else []
    if family:
        terms += ["family-prefix:" + family[:3], "family-birthdate:%s|%s" % (family, day)] if day else ["family:" + family]
    for field, values, count in (("nir", nirs, 2), ("identifier", others[:3], 3), ("phone", phones, 3), ("email", emails, 2)):
        some = [each for each in dict.fromkeys(values) if len(each.encode()) <= 256]
        terms += ["%s:%s" % (field, each) for each in some[:count]]
    return terms


def _is_national(identifier):
    system, codings = identifier.get("system", ""), identifier.get("type", {}).get("coding", [])
    return any(coding.get("code") in NATIONAL_TYPES for coding in codings) or system.startswith(NATIONAL_SYSTEM) or system in NATIONAL_SYSTEMS


def _is_phone(text):
    """Whether 6 to 15 digits are left of a number in international form."""
    digits = re.sub("[^0-9]", "", text)
    is_foreign = text.lstrip().startswith("+")
    change = -2 if digits.startswith("00") else 1 if not is_foreign and digits.startswith("0") else -1 if digits.startswith("330") else 0
    return 6 <= len(digits) + change <= 15


def _booking(appointment):
    """Who is booked for whom, or was until now: the first membership that takes part, on the day in Paris on which it starts. The booking that a
    deletion ends is not in its request: name it."""
    if not appointment.get("start"):
        return None
    people = [(each.get("actor", {}).get("reference", ""), each.get("status")) for each in appointment.get("participant", [])]
    patients = [found[1] for found in (PATIENT_REFERENCE.search(reference) for reference, _ in people) if found]
    professionals = [reference[13:] for reference, status in people if re.fullmatch("Practitioner/" + UUID, reference) and status != "declined"]
    day = datetime.fromisoformat(appointment["start"]).astimezone(ZoneInfo("Europe/Paris")).date().isoformat()
    return {"patient": patients[0], "professional": professionals[0], "day": day} if patients and professionals else None


def _values(body):
    """The parameters of an operation's body, as names and texts."""
    found = []
    for parameter in body.get("parameter", []):
        value = next((each for member, each in parameter.items() if member.startswith("value")), "")
        text = value.get("reference", "") if isinstance(value, dict) else str(value).lower() if isinstance(value, bool) else str(value)
        found.append((parameter.get("name", ""), text))
    return found
