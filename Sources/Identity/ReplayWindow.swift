import Vocabulary

/// Remembers which assertions or request proofs were used, until they expire by themselves (RFC 7523 §3, item 7;
/// RFC 9449 §11.1). One window is for one kind.
///
/// It is bounded twice and refuses when full rather than forgetting: per subject, so that one client with a valid key
/// cannot use up the room of others, and over all. It is a value without clock or lock: the caller holds it under its own
/// lock, and ``admit(_:now:)`` tests and inserts in one step. It lives in memory: write each ``Use`` durably before
/// acting upon it, and hand the uses back at the next start, or an assertion can be used again after a restart.
public struct ReplayWindow: Sendable {
    /// One use of one assertion or proof.
    public struct Use: Hashable, Sendable {
        /// Whose: a lower-case UUID of an assertion, the key's thumbprint of a request proof.
        public let subject: String
        /// The assertion's id.
        public let jti: String
        /// From this moment the assertion is refused by itself.
        public let expires: Timestamp

        /// Makes a use of what was stored.
        public init(subject: String, jti: String, expires: Timestamp) {
            self.subject = subject
            self.jti = jti
            self.expires = expires
        }
    }

    private let capacity: Int
    private let perSubject: Int
    private var seen: [String: [String: Timestamp]] = [:]
    /// The same uses by the first whole second at which they have expired, so that to drop some looks at no others.
    private var ends: [Int64: [Use]] = [:]
    private var latest = Timestamp(milliseconds: .min)
    private var nextSweep = Timestamp(milliseconds: .min)
    /// How many uses it holds, some of which may have expired.
    public private(set) var count = 0

    /// Makes a window.
    ///
    /// - Parameters:
    ///   - capacity: The most uses over all.
    ///   - perSubject: The most uses of one subject.
    ///   - uses: What was used before the start. All of it is kept, even beyond the capacity.
    public init(capacity: Int, perSubject: Int, uses: [Use] = []) {
        self.capacity = capacity
        self.perSubject = perSubject
        for use in uses { keep(use) }
    }

    /// Takes an assertion that was not used before, once.
    ///
    /// - Parameter now: The verifier's clock; a moment before an earlier call's counts as that of the earlier call.
    /// - Returns: What to write durably.
    /// - Throws: ``IdentityError/expired``, ``IdentityError/replayed``, ``IdentityError/windowFull``.
    public mutating func admit(_ assertion: Assertion, now: Timestamp) throws(IdentityError) -> Use {
        try admit(Use(subject: assertion.subject, jti: assertion.jti, expires: assertion.expires), now)
    }

    /// Takes a request proof that was not used before, once, as ``admit(_:now:)`` takes an assertion.
    public mutating func admit(_ proof: RequestProof, now: Timestamp) throws(IdentityError) -> Use {
        try admit(Use(subject: proof.thumbprint, jti: proof.jti, expires: proof.expires), now)
    }

    /// Takes whatever counts once, as ``admit(_:now:)`` takes an assertion.
    public mutating func admit(_ use: Use, _ now: Timestamp) throws(IdentityError) -> Use {
        latest = max(latest, now)
        sweep()
        guard latest < use.expires else { throw .expired }
        guard seen[use.subject]?[use.jti] == nil else { throw .replayed }
        guard (seen[use.subject]?.count ?? 0) < perSubject, count < capacity else { throw .windowFull }
        keep(use)
        return use
    }

    private mutating func keep(_ use: Use) {
        if seen[use.subject, default: [:]].updateValue(use.expires, forKey: use.jti) == nil { count += 1 }
        ends[use.expires.adding(milliseconds: 999).seconds, default: []].append(use)
    }

    /// Drops what has expired, at most once a second, so that a full window costs its refused callers nothing.
    private mutating func sweep() {
        guard latest >= nextSweep else { return }
        nextSweep = latest.adding(seconds: 1)
        for second in ends.keys where second <= latest.seconds {
            for use in ends.removeValue(forKey: second) ?? [] where seen[use.subject]?[use.jti] == use.expires {
                seen[use.subject]?[use.jti] = nil
                if seen[use.subject]?.isEmpty == true { seen[use.subject] = nil }
                count -= 1
            }
        }
    }
}
