/// Why a factor of the severity has its value. The raw value is what documents say.
public enum FactorReason: String, Hashable, Sendable, CaseIterable {
    /// The tier holds names, birth date and sex.
    case identityData = "identity-data"
    /// The tier holds the national number (NIR) and the coverage, with which one can be impersonated and billed.
    case nationalNumber = "national-number"
    /// The tier holds coded care: data concerning health (GDPR article 9).
    case healthData = "health-data"
    /// The tier holds free text, documents and labelled data: health in its most sensitive form.
    case restrictedData = "restricted-data"
    /// A record names its patient.
    case named = "named"
    /// Names were replaced, and what leads back to them was not exposed.
    case pseudonymised = "pseudonymised"
    /// Nothing shows an unlawful use.
    case noSignOfUse = "no-sign-of-use"
    /// Known recipients, whose number is known.
    case knownRecipients = "known-recipients"
    /// Recipients whose number is not known.
    case unknownRecipients = "unknown-recipients"
    /// Nothing was altered, or nothing wrong came of it.
    case unaltered = "unaltered"
    /// Altered, and it can be set right.
    case alteredRecoverable = "altered-recoverable"
    /// Altered, and it cannot be set right.
    case alteredForGood = "altered-for-good"
    /// Still there, or restored without difficulty.
    case available = "available"
    /// Unavailable for a time.
    case interrupted = "interrupted"
    /// Gone.
    case lost = "lost"
    /// Somebody meant harm or gain.
    case malicious = "malicious"
    /// An error or an accident.
    case accidental = "accidental"
    /// Intent is not known, and counts as malicious until it is.
    case intentUnknown = "intent-unknown"
    /// Only ciphertext was exposed.
    case onlyCiphertext = "only-ciphertext"
    /// Keys were released, or nothing shows that they were not.
    case readable = "readable"
    /// A person judged otherwise than the default; the note says why.
    case judged = "judged"
}
