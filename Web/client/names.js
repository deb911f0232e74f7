/**
 * What the proof of a FHIR request must name (docs/formats/sign-in.md, "Requests in a bound session"). Pure functions; the folding is that
 * of Sources/Vocabulary/SearchTerm.swift, the reading of a query that of Sources/FHIR/Search/SearchQuery.swift.
 */

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const isID = new RegExp(`^${uuid}$`);
const ownedID = new RegExp(`^(${uuid})\\.[A-Za-z0-9.-]{1,27}$`);
const patientReference = new RegExp(`(?:^|/)Patient/(${uuid})(?:/|$)`);
const care = ["identity", "contact", "medical"];
/** Types that are little or nothing without the restricted tier. */
const texts = new Set([
  "Binary", "Communication", "CommunicationRequest", "DocumentReference", "Media", "MolecularSequence", "QuestionnaireResponse",
]);
const owners = new Set(["patient", "subject", "beneficiary", "individual", "candidate"]);
const nationalSystem = "urn:oid:1.2.250.1.213.1.4.";
const nationalSystems = new Set(["http://hl7.org/fhir/sid/us-ssn", "http://hl7.org/fhir/sid/us-medicare"]);
const nationalTypes = new Set((
  "INS-NIR INS-NIA INS-C INS-NIR-TEST INS-NIR-DEMO NIR SS SB HC MC MA NI PPN DL CZ PRC BCT TAX MI").split(" "));

/**
 * The claims `pat`, `tiers`, `terms`, `any`, `book` of a request; an object without members when the path says enough, or nothing is opened.
 *
 * @param {string} method The request's.
 * @param {string} url Absolute, or beginning with `/`.
 * @param {{body?: object|URLSearchParams, headers?: object, tiers?: string[]}} [options] A resource or form as it will be sent;
 *   headers, for `If-None-Exist`; the tiers that are wanted, where it is not identity, contact and medical (of documents: restricted too).
 */
export function names(method, url, { body, headers = {}, tiers } = {}) {
  const named = { patients: new Set(), terms: new Set(), searches: new Set(), tiers: new Set(), book: undefined, byPath: true };
  const condition = Object.entries(headers).find(([name]) => name.toLowerCase() === "if-none-exist")?.[1];
  read(named, method.toUpperCase(), new URL(url, "https://h"), body, condition);
  const claims = {};
  // The path alone names care, and only one patient.
  const wanted = tiers ?? [...care, ...named.tiers];
  if (named.patients.size > 0 && !(named.byPath && !tiers && named.tiers.size === 0)) {
    claims.pat = [...named.patients].sort();
    claims.tiers = wanted;
  }
  if (named.terms.size > 0) claims.terms = [...named.terms].sort();
  if (named.searches.size > 1) claims.any = true;
  if (named.book) claims.book = named.book;
  return claims;
}

/** Adds what one request, or one entry of a Bundle, names. */
function read(named, method, url, body, condition) {
  const [root, type, id, ...rest] = url.pathname.split("/").slice(1).map(decodeURIComponent);
  if (root !== "fhir") return;
  const parameters = [...url.searchParams];
  if (!type) return (body?.entry ?? []).forEach((entry) => readEntry(named, entry));
  if (condition) query(named, type, [...new URLSearchParams(condition.replace(/^[^?]*\?/, ""))]);
  if (method !== "GET" && method !== "HEAD") conditions(named, body);
  if (type === "Appointment" && (method === "POST" || method === "PUT")) named.book ??= booking(body);
  const owner = type === "Patient" ? isID.test(id) && id : ownedID.exec(id)?.[1];
  if (owner) return name(named, owner, texts.has(type) || texts.has(rest[0]), true);
  if (id === "_search") return query(named, type, [...parameters, ...(body ?? [])]);
  if (id === "$lastn") return query(named, type, [...parameters, ...values(body)]);
  if (id === "$match") return described(body).forEach((term) => search(named, [term]));
  if (id === "$merge") return values(body).forEach(([, value]) => name(named, patientReference.exec(value)?.[1]));
  if (!id && method !== "POST") query(named, type, parameters);
}

function readEntry(named, { request = {}, resource }) {
  const url = new URL(request.url ?? "", "https://h/fhir/");
  if (url.pathname !== "/fhir/") read(named, request.method ?? "", url, resource, request.ifNoneExist);
  named.byPath = false;
}

/** Conditional references, `Patient?identifier=…`, anywhere in a resource. */
function conditions(named, value) {
  if (value === null || typeof value !== "object") return;
  const [, type, text] = /^([A-Z][A-Za-z]*)\?(.*)$/s.exec(typeof value.reference === "string" ? value.reference : "") ?? [];
  if (type) query(named, type, [...new URLSearchParams(text)]);
  Object.values(value).forEach((member) => conditions(named, member));
}

function name(named, patient, isText = false, byPath = false) {
  if (!patient) return;
  named.patients.add(patient);
  if (isText) named.tiers.add("restricted");
  if (!byPath) named.byPath = false;
}

/** What a search names: its patient, or the terms by which patients or a professional's day are found. */
function query(named, type, parameters) {
  const found = parameters.map(([name, value]) => owner(type, name, value)).filter((id) => isID.test(id));
  if (found.length > 0) return found.forEach((id) => name(named, id, texts.has(type)));
  if (type === "Patient") return search(named, searched(parameters));
  if (type !== "Appointment") return;
  const { practitioner, date } = Object.fromEntries(parameters);
  if (practitioner && date) search(named, [`booking:${practitioner.replace(/^Practitioner\//, "")}|${date}`]);
}

/** One search, by all of these terms. */
function search(named, terms) {
  terms.forEach((term) => named.terms.add(term));
  if (terms.length > 0) named.searches.add([...terms].sort().join("\n"));
}

function owner(type, name, value) {
  if (type === "Patient") return name === "_id" ? value : "";
  const base = name.replace(/:Patient$/, "");
  const isActor = type === "Schedule" && base === "actor" && (name !== base || value.startsWith("Patient/"));
  return owners.has(base) || isActor ? value.replace(/^Patient\//, "") : "";
}

/** The terms of a search of Patient: names as far as typed, whole dates, numbers and addresses. */
function searched(parameters) {
  return parameters.flatMap(([name, escaped]) => {
    const value = escaped.replace(/\\(.?)/gsu, "$1");
    switch (name) {
      case "name": case "family": return typed(value) ?? [];
      case "birthdate": return `birthdate:${value.replace(/^eq/, "")}`;
      case "phone": case "email": return `${name}:${value}`;
      case "telecom": return `${value.includes("@") ? "email" : "phone"}:${value}`;
      case "phonetic": return sounds(value);
      case "identifier": return identifier(value);
      default: return [];
    }
  });
}

/** The words of a name, but for a letter before an apostrophe (d'Artagnan). */
function sounds(value) {
  const words = [...value.matchAll(/(?:\p{Alphabetic}[\p{M}\u200C\u200D]*)+/gu)];
  const isOne = (word) => word.normalize("NFC").replace(/(?<!^)\p{M}/gu, "").length === 1;
  return words.filter((word) => !(isOne(word[0]) && /^['’]/.test(value.slice(word.index + word[0].length))))
    .map((word) => `sound:${word[0]}`);
}

function identifier(value) {
  const bar = value.indexOf("|");
  if (bar < 0) return hasKey(value) ? `nir:${value}` : `identifier:|${value}`;
  return value.startsWith(nationalSystem) ? `nir:${value.slice(bar + 1)}` : `identifier:${value}`;
}

/** Whether it is a NIR with its right key: 97 − n mod 97, `2A` read as 19 and `2B` as 18. */
function hasKey(text) {
  const [, number, key] = /^(\d{5}(?:\d\d|2A|2B)\d{6})(\d\d)$/.exec(text.replaceAll(" ", "")) ?? [];
  const digits = number?.replace(/^(.{5})2A/, "$119").replace(/^(.{5})2B/, "$118");
  return number !== undefined && 97 - Number(BigInt(digits) % 97n) === Number(key);
}

/** The term for a family name as far as it was typed: a prefix up to 6 letters, the whole name beyond; nothing under 3. */
export function typed(family) {
  const name = folded(family);
  const length = bytes(name);
  return length < 3 ? undefined : `${length <= 6 ? "family-prefix" : "family"}:${name}`;
}

const special = { œ: "oe", Œ: "oe", æ: "ae", Æ: "ae", ß: "ss", ø: "o", Ø: "o", ł: "l", Ł: "l", đ: "d", Đ: "d" };
const bytes = (text) => new TextEncoder().encode(text).length;
/** A mark moves before U+0345, whose combining class is the highest, unless its own class is 0. */
const isMark = (c) => c === "\u0345" || (/\p{M}/u.test(c) && ("\u0345" + c).normalize("NFD") !== "\u0345" + c);

/** Letters only, without accents, lower case: `Le Goff-Noël` is `legoffnoel`. */
export function folded(name) {
  const isLetter = (c) => /\p{Alphabetic}/u.test(c) && !isMark(c);
  const letters = [...name.normalize("NFD")].map((c) => special[c] ?? (isLetter(c) ? c.toLowerCase() : ""));
  return bytes(name) <= 256 ? letters.join("") : "";
}

/** The terms that `$match` asks by, of a Patient as far as it is known (docs/matching.md). */
function described(body) {
  const patient = body?.resourceType === "Parameters" ? body.parameter?.find((p) => p.name === "resource")?.resource : body;
  const known = (patient?.identifier ?? []).filter((each) => each.value);
  const nirs = known.filter(isNational).map((each) => each.value).filter((value) => {
    return /^\d{5}(\d\d|2A|2B)\d{6}(..)?$/.test(value.toUpperCase().replace(/[^0-9A-Z]/g, ""));
  });
  const others = known.filter((each) => each.system && !isNational(each)).map((each) => `${each.system}|${each.value}`);
  const points = (patient?.telecom ?? []).filter((each) => each.value);
  const phones = points.filter((each) => ["phone", "sms"].includes(each.system)).map((each) => each.value).filter(isPhone);
  const emails = points.filter((each) => each.system === "email" && each.value.includes("@")).map((each) => each.value);
  const family = (patient?.name ?? []).slice(0, 4).map((each) => folded(each.family ?? "")).find((text) => bytes(text) >= 3);
  const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(patient?.birthDate) && patient.birthDate;
  const both = [`family-prefix:${[...family ?? ""].slice(0, 3).join("")}`, `family-birthdate:${family}|${day}`];
  const byName = !family ? [] : day ? both : [`family:${family}`];
  const some = (field, values, count) => {
    const usable = [...new Set(values)].filter((value) => bytes(value) <= 256);
    return usable.slice(0, count).map((value) => `${field}:${value}`);
  };
  return [
    ...some("nir", nirs, 2), ...some("identifier", others.slice(0, 3), 3), ...(day ? [`birthdate:${day}`] : []), ...byName,
    ...some("phone", phones, 3), ...some("email", emails, 2),
  ];
}

function isNational({ system = "", type }) {
  const isTyped = (type?.coding ?? []).some((coding) => nationalTypes.has(coding.code));
  return isTyped || system.startsWith(nationalSystem) || nationalSystems.has(system);
}

/** Whether 6 to 15 digits are left of a number in international form. */
function isPhone(text) {
  const digits = text.replace(/[^0-9]/g, "");
  const isForeign = text.trimStart().startsWith("+");
  const change = digits.startsWith("00") ? -2 : !isForeign && digits.startsWith("0") ? 1 : digits.startsWith("330") ? -1 : 0;
  return digits.length + change >= 6 && digits.length + change <= 15;
}

/**
 * Who is booked for whom, or was until now: the first membership that takes part, on the day in Paris on which it starts. The booking that a
 * deletion ends is not in its request: name it.
 */
function booking(appointment) {
  if (!appointment?.start) return undefined;
  const people = (appointment.participant ?? []).map((each) => [each.actor?.reference ?? "", each.status]);
  const patient = people.map(([reference]) => patientReference.exec(reference)?.[1]).find(Boolean);
  const professional = people.filter(([reference, status]) => reference.startsWith("Practitioner/") && status !== "declined")
    .map(([reference]) => reference.slice(13)).find((id) => isID.test(id));
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date(appointment.start));
  return patient && professional ? { patient, professional, day } : undefined;
}

/** The parameters of an operation's body, as names and texts. */
function values(body) {
  return (body?.parameter ?? []).map((parameter) => {
    const value = Object.entries(parameter).find(([member]) => member.startsWith("value"))?.[1];
    return [parameter.name, String(value?.reference ?? value ?? "")];
  });
}
