import Vocabulary

/// Counts sign-ins that failed, by what was typed and by where it came from, whoever that is and whether they exist: so that nobody
/// guesses, and nobody learns who exists. Two generations of a quarter of an hour.
struct FailedSignIns {
    /// Milliseconds.
    private static let length: Int64 = 900_000
    /// Failures of one login.
    static let ofLogin = 10
    /// Failures of one origin.
    static let ofOrigin = 50
    /// Most names that are counted at once; beyond it all wait.
    private static let capacity = 200_000
    private var since = Timestamp(milliseconds: 0)
    private var young: [[UInt8]: Int] = [:]
    private var old: [[UInt8]: Int] = [:]
    /// Failures since the last entry of them.
    private(set) var unentered = 0

    /// Whether another attempt counts.
    mutating func mayTry(login: [UInt8]?, origin: UInt64, now: Timestamp) -> Bool {
        turn(now)
        guard young.count < FailedSignIns.capacity else { return false }
        let isKnown = login.map { count($0) < FailedSignIns.ofLogin } ?? true
        return isKnown && count(FailedSignIns.name(origin)) < FailedSignIns.ofOrigin
    }

    /// Counts a failure. It is counted before the answer is known and taken back after, so that many at once are no way around.
    mutating func note(login: [UInt8]?, origin: UInt64) {
        unentered += 1
        if let login { young[login, default: 0] += 1 }
        young[FailedSignIns.name(origin), default: 0] += 1
    }

    /// Takes back what ``note(login:origin:)`` counted: it was right.
    mutating func forgive(login: [UInt8]?, origin: UInt64) {
        unentered = max(0, unentered - 1)
        for name in [login, FailedSignIns.name(origin)].compactMap(\.self) {
            young[name] = young[name].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }

    /// How many there were since this was asked last.
    mutating func take() -> Int {
        defer { unentered = 0 }
        return unentered
    }

    private func count(_ name: [UInt8]) -> Int { young[name, default: 0] + old[name, default: 0] }

    private static func name(_ origin: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: origin >> (56 - 8 * $0)) }
    }

    private mutating func turn(_ now: Timestamp) {
        guard now >= since.adding(milliseconds: FailedSignIns.length) else { return }
        old = now < since.adding(milliseconds: 2 * FailedSignIns.length) ? young : [:]
        young = [:]
        since = now
    }
}
