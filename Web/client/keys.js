/** Base64url (RFC 4648 §5) without padding, of bytes or of a text's UTF-8. */
export function base64url(value) {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : new Uint8Array(value);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");
}

/** The bytes of a base64url text. */
export function bytesOf(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
}

/** The SHA-256 of bytes or of a text's UTF-8. */
export async function sha256(value) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", typeof value === "string" ? new TextEncoder().encode(value) : value));
}

/** A person's P-256 key on this device. Its private half never leaves WebCrypto, so that a script that was slipped in takes nothing along. */
export class ClientKey {
  #pair;

  constructor(pair, jwk) {
    this.#pair = pair;
    /** The public key: exactly `kty`, `crv`, `x`, `y`. */
    this.jwk = { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y };
  }

  /** Draws a key that is kept nowhere. */
  static async draw() { return ClientKey.#of(await drawPair()); }

  /** The key that this origin keeps in IndexedDB under a name, drawn when there is none. */
  static async named(name) {
    const drawn = await drawPair();
    // One transaction: of two tabs that draw at once, both get the key of the first.
    return ClientKey.#of(await stored("readwrite", (store, done) => {
      store.get(name).onsuccess = ({ target }) => {
        if (!target.result) store.put(drawn, name);
        done(target.result ?? drawn);
      };
    }));
  }

  /** Removes the key of that name, and with it the use of all sessions that are bound to it. */
  static async forget(name) {
    await stored("readwrite", (store, done) => { store.delete(name).onsuccess = () => done(); });
  }

  static async #of(pair) { return new ClientKey(pair, await crypto.subtle.exportKey("jwk", pair.publicKey)); }

  /** The thumbprint (RFC 7638), 43 characters. */
  async thumbprint() {
    const { crv, kty, x, y } = this.jwk;
    return base64url(await sha256(JSON.stringify({ crv, kty, x, y })));
  }

  /** A compact JWS (RFC 7515 §7.1), ES256. */
  async sign(header, claims) {
    const input = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
    const algorithm = { name: "ECDSA", hash: "SHA-256" };
    return `${input}.${base64url(await crypto.subtle.sign(algorithm, this.#pair.privateKey, new TextEncoder().encode(input)))}`;
  }

  /**
   * A request proof (docs/formats/request-proof.md).
   *
   * @param {{method: string, url: URL, token: string, nonce?: string, now: number, names: object}} request `now` in seconds; `names` as of names.js.
   */
  async proof({ method, url, token, nonce, now, names }) {
    const claims = {
      htm: method, htu: url.origin + url.pathname, ath: base64url(await sha256(token)),
      jti: base64url(crypto.getRandomValues(new Uint8Array(16))), iat: Math.floor(now), nonce, ...names,
    };
    return this.sign({ typ: "dpop+jwt", alg: "ES256", jwk: this.jwk }, claims);
  }

  /** What a passkey signs for this key, and with purpose `fresh` for one act: computed here, so that no server lets it sign for another. */
  async challenge(purpose, nonce, ...act) {
    const fields = ["colloque/sign-in-challenge/1", purpose, nonce, await this.thumbprint(), ...act].map((field) => {
      const bytes = typeof field === "string" ? new TextEncoder().encode(field) : field;
      return [0, 0, bytes.length >> 8, bytes.length & 255, ...bytes];
    });
    return sha256(Uint8Array.from(fields.flat()));
  }
}

const drawPair = () => crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);

/** Runs `work` in a transaction on the keys; what it hands to its second argument is the result, once that is durable. */
function stored(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("colloque", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("keys", mode);
      let result;
      transaction.oncomplete = () => { opening.result.close(); resolve(result); };
      transaction.onabort = () => { opening.result.close(); reject(transaction.error); };
      work(transaction.objectStore("keys"), (value) => { result = value; });
    };
  });
}
