import { ClientKey, base64url, bytesOf, sha256 } from "./keys.js";
import { names as namesOf } from "./names.js";

/** A refused sign-in, enrolment or the like: `code` as in docs/formats/sign-in.md, `status` of HTTP, `retryAfter` in seconds. */
export class Refusal extends Error {
  constructor(status, code, retryAfter) {
    super(code);
    Object.assign(this, { name: "Refusal", status, code, retryAfter });
  }
}

/**
 * One person's way to a server, from a browser (docs/formats/sign-in.md).
 *
 *     const client = await Client.open("https://vault.example", "the first person here");
 *     await client.signIn({ passkey: {} });
 *     const answer = await client.request("GET", "/fhir/Patient?family=dup");
 */
export class Client {
  #server; #key; #token; #nonce; #passkey; #offset = 0;
  /** What the server said of the session, without its token; undefined without one. */
  session;

  constructor(server, key) {
    this.#server = new URL(server).origin;
    this.#key = key;
  }

  /** @param {string} person Names the key that this browser keeps: another one for each person who signs in here. */
  static async open(server, person) { return new Client(server, await ClientKey.named(person)); }

  /**
   * Begins a session with one factor: `{passkey: {}}` (options of `navigator.credentials.get()`: `mediation`, `signal`),
   * `{password: {login, password, code}}` or `{recovery: {login, password, code}}`, both texts empty for who has no password.
   *
   * @param {string} [membership] Where to act; without it the person's first.
   */
  async signIn(factor, membership) {
    const body = { key: this.#key.jwk, ...await this.#evidence(factor, "sign-in"), ...membership && { membership } };
    return this.#begin(await this.#post("/signin/session", body));
  }

  /**
   * Adds a factor: a passkey, `{passkey: {name, displayName}}` as the authenticator shall show it, or `{password: {login, password}}`.
   *
   * @param {{invitation: string}|{fresh: object}} right An invitation's code (of who was invited by an RPPS number: in a session that they began at the OpenID provider) or, in a session, a factor as for {@link signIn}: for a passkey,
   *   and of who has one, a passkey.
   * @returns {Promise<{recovery_codes?: string[], totp?: string}>} Shown once, and to be kept by the person.
   */
  async enrol({ invitation, fresh }, factor) {
    const { nonce, challenge, rp } = await this.#challenge("enrolment");
    const body = { key: this.#key.jwk, nonce, ...factor };
    if (factor.passkey) {
      const { response } = await navigator.credentials.create({ publicKey: {
        challenge, rp: { id: rp, name: rp }, user: { id: crypto.getRandomValues(new Uint8Array(32)), ...factor.passkey },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })), attestation: "none", timeout: 300_000,
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      } });
      body.passkey = encoded(response, "clientDataJSON", "attestationObject");
    }
    // Who was invited by a number signs in at the OpenID provider first, and enrols in that session.
    if (!fresh) return this.#token ? this.#call("POST", "/signin/enrol", { ...body, invitation }) : this.#post("/signin/enrol", { ...body, invitation });
    const parts = factor.passkey && [body.passkey.clientDataJSON, body.passkey.attestationObject].map(bytesOf);
    const seen = parts ? Uint8Array.from(parts.flatMap((part) => [...part])) : `${factor.password.login}\0${factor.password.password}`;
    const act = `enrol:${base64url(await sha256(seen))}`;
    return this.#call("POST", "/signin/enrol", { ...body, fresh: await this.#evidence(fresh, "fresh", act) });
  }

  /** Goes on in another of the person's memberships; no factor is asked for. */
  async switch(membership) { return this.#begin(await this.#call("POST", "/signin/switch", { membership })); }

  /** Ends the session, or all sessions of the person. The key stays, for the next. */
  async signOut(everywhere = false) {
    await this.#call("POST", "/signin/out", everywhere ? { everywhere } : {});
    this.#token = this.session = undefined;
  }

  /** The person's factors: `id`, `kind`. */
  async factors() { return (await this.#call("GET", "/signin/factors")).factors; }

  /** Removes a factor, with a fresh one as for {@link enrol}, and ends all sessions of the person. */
  async removeFactor(id, fresh) {
    const body = { key: this.#key.jwk, id, fresh: await this.#evidence(fresh, "fresh", `remove:${id}`) };
    await this.#call("POST", "/signin/factors/remove", body);
    this.#token = this.session = undefined;
  }

  /**
   * Asks for an act that is the practice's own, with a fresh factor as for {@link enrol}: a grant, a thaw, a factor reset.
   *
   * @param {string} word `grant`, `thaw` or `factor-reset`.
   * @param {string} act Its text, as docs/formats/sign-in.md writes it.
   * @returns {Promise<{request: string}|undefined>} The act that an operator has to approve; nothing when it is done.
   */
  async act(word, act, fresh) {
    const shown = await this.#evidence(fresh, "fresh", `${word}:${base64url(await sha256(act))}`);
    return this.#call("POST", "/signin/acts", { key: this.#key.jwk, act, fresh: shown });
  }

  /** What the ledger has to tell the practice since a moment in milliseconds: `entries`, and `next` where there may be more. */
  async notices(since) { return this.#call("GET", `/signin/notices${since === undefined ? "" : `?since=${since}`}`); }

  /** Opens a patient in an emergency, with a fresh factor as for {@link signIn}. `reason`: 1 to 32 letters, digits or hyphens. */
  async openEmergency(patient, reason, fresh) {
    const shown = { key: this.#key.jwk, ...await this.#evidence(fresh, "fresh", `emergency:${patient}:${reason}`) };
    const parameter = [{ name: "reason", valueCode: reason }, { name: "fresh", valueString: JSON.stringify(shown) }];
    await this.#call("POST", `/fhir/Patient/${patient}/$emergency-opening`, { resourceType: "Parameters", parameter });
  }

  /**
   * Sends a request with its proof, once more if the server asks for a newer nonce, and answers the Response, whatever its status.
   *
   * @param {string} url Absolute or a path; of this server, as no other may have the token.
   * @param {object} [options] `body`: a resource as an object, a form as URLSearchParams, or bytes. `headers`. `tiers`: those wanted, where
   *   it is not identity, contact and medical. `names`: the claims of the proof, where those that names.js derives will not do. `signal`.
   */
  async request(method, url, { body, headers = {}, tiers, names, signal } = {}) {
    const target = new URL(url, this.#server);
    if (target.origin !== this.#server) throw new TypeError("another server");
    if (!this.#token) throw new TypeError("no session");
    method = method.toUpperCase();
    names ??= namesOf(method, target.href, { body, headers, tiers });
    const json = target.pathname.startsWith("/fhir") ? "application/fhir+json" : "application/json";
    const [sent, type] = isPlain(body) ? [JSON.stringify(body), json] : [body];
    const once = async () => {
      const [token, nonce] = [this.#token, this.#nonce];
      const proof = await this.#key.proof({ method, url: target, token, nonce, now: Date.now() / 1000 + this.#offset, names });
      const fields = { ...type && { "Content-Type": type }, ...headers, Authorization: `DPoP ${token}`, DPoP: proof };
      const answer = await this.#fetch(target, { method, body: sent, headers: fields, signal });
      return [answer, nonce];
    };
    const [answer, nonce] = await once();
    return answer.status === 401 && this.#asksAgain(answer, nonce) ? (await once())[0] : answer;
  }

  /** Where the header may not be read (another origin that was not told so), a nonce other than the one that was signed says as much. */
  #asksAgain(answer, nonce) {
    return answer.headers.get("WWW-Authenticate")?.includes("use_dpop_nonce") ?? this.#nonce !== nonce;
  }

  /** What shows who this is: to sign in, or freshly for one act. */
  async #evidence(factor, purpose, ...act) {
    const { nonce, challenge, rp } = await this.#challenge(purpose, ...act);
    if (!factor.passkey) return { nonce, ...factor };
    // In a session it is the passkey that began it, not one that was made just now.
    const allowCredentials = purpose === "fresh" && this.#passkey ? [{ type: "public-key", id: bytesOf(this.#passkey) }] : [];
    const publicKey = { challenge, rpId: rp, allowCredentials, userVerification: "required", timeout: 300_000 };
    const { id, response } = await navigator.credentials.get({ ...factor.passkey, publicKey });
    this.#passkey = id;
    return { nonce, passkey: { id, ...encoded(response, "clientDataJSON", "authenticatorData", "signature") } };
  }

  async #challenge(purpose, ...act) {
    const answer = await this.#post("/signin/challenge", { key: this.#key.jwk, purpose, ...act[0] && { act: act[0] } });
    this.#nonce = answer.dpop_nonce;
    this.#offset = answer.time - Date.now() / 1000;
    const challenge = await this.#key.challenge(purpose, bytesOf(answer.nonce), ...act);
    if (base64url(challenge) !== answer.challenge) throw new TypeError("a challenge for another key or act");
    return { nonce: answer.nonce, challenge, rp: answer.rp_id };
  }

  #begin({ access_token, dpop_nonce, ...session }) {
    [this.#token, this.#nonce, this.session] = [access_token, dpop_nonce ?? this.#nonce, session];
    return session;
  }

  async #post(path, body) {
    const headers = { "Content-Type": "application/json" };
    return read(await this.#fetch(new URL(path, this.#server), { method: "POST", headers, body: JSON.stringify(body) }));
  }

  async #call(method, path, body) { return read(await this.request(method, path, { body })); }

  /** Nothing but what is said goes along, and no redirection takes it elsewhere. */
  async #fetch(url, options) {
    const alone = { credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" };
    const answer = await fetch(url, { ...options, ...alone });
    this.#nonce = answer.headers.get("DPoP-Nonce") ?? this.#nonce;
    const time = Date.parse(answer.headers.get("Date") ?? "");
    if (!Number.isNaN(time)) this.#offset = (time - Date.now()) / 1000;
    return answer;
  }
}

const isPlain = (body) => body?.constructor === Object;
const encoded = (response, ...members) => Object.fromEntries(members.map((member) => [member, base64url(response[member])]));

async function read(answer) {
  if (answer.status === 204) return undefined;
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  const code = body.error ?? body.issue?.[0]?.details?.coding?.[0]?.code ?? "unreadable";
  throw new Refusal(answer.status, code, Number(answer.headers.get("Retry-After") ?? 0));
}
