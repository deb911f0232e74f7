import Vocabulary

/// Counts sign-ins by password, code or invitation that failed, by what was typed and by where it came from, whoever that is and
/// whether they exist: so that nobody guesses, and nobody learns who exists. Two generations of a quarter of an hour. Passkeys are not
/// counted: nobody guesses them, and nobody shall be kept from an emergency by who tries.
struct FailedSignIns {
    /// Milliseconds.
    private static let length: Int64 = 900_000
    /// Failures of one login from one origin, of one login, of one origin.
    static let (ofLoginAndOrigin, ofLogin, ofOrigin) = (10, 100, 50)
    /// Codes in a day that were wrong beside a right password: who knows that much is told to come with something else.
    static let wrongCodes = 10
    /// Most names that are counted at once; beyond it counting begins anew, which costs who wants that more than it gives.
    private static let capacity = 200_000
    private var since = Timestamp(milliseconds: 0)
    private var young: [[UInt8]: Int] = [:]
    private var old: [[UInt8]: Int] = [:]
    private var codes: (day: Int64, counts: [PersonID: Int]) = (0, [:])
    private var unentered = 0
    private var entered = Timestamp(milliseconds: 0)

    /// Whether an attempt counts; it is counted as failed before the answer is known, so that many at once are no way around.
    mutating func mayTry(login: [UInt8]?, origin: UInt64, now: Timestamp) -> Bool {
        turn(now)
        let names = FailedSignIns.names(login, origin)
        guard names.allSatisfy({ young[$0.name, default: 0] + old[$0.name, default: 0] < $0.most }) else {
            return false
        }
        unentered += 1
        for (name, _) in names { young[name, default: 0] += 1 }
        return true
    }

    /// Takes back what ``mayTry(login:origin:now:)`` counted: it was right, or never looked at.
    mutating func forgive(login: [UInt8]?, origin: UInt64) {
        unentered = max(0, unentered - 1)
        for (name, _) in FailedSignIns.names(login, origin) {
            young[name] = young[name].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }

    /// Whether another code of somebody whose password was right is looked at; it counts as wrong until ``forgive(code:)``.
    mutating func mayTry(code person: PersonID, now: Timestamp) -> Bool {
        let day = now.seconds / 86_400
        if codes.day != day { codes = (day, [:]) }
        guard codes.counts[person, default: 0] < FailedSignIns.wrongCodes else { return false }
        codes.counts[person, default: 0] += 1
        return true
    }

    /// Takes back what ``mayTry(code:now:)`` counted.
    mutating func forgive(code person: PersonID) { codes.counts[person] = nil }

    /// How many there were since this said so last: hourly, or when they are many.
    mutating func take(now: Timestamp) -> Int {
        guard unentered >= 1_000 || now >= entered.adding(seconds: 3_600) else { return 0 }
        defer { (unentered, entered) = (0, now) }
        return unentered
    }

    private static func names(_ login: [UInt8]?, _ origin: UInt64) -> [(name: [UInt8], most: Int)] {
        let place = (0..<8).map { UInt8(truncatingIfNeeded: origin >> (56 - 8 * $0)) }
        guard let login else { return [(place, ofOrigin)] }
        return [(place, ofOrigin), (login, ofLogin), (login + place, ofLoginAndOrigin)]
    }

    private mutating func turn(_ now: Timestamp) {
        guard now >= since.adding(milliseconds: FailedSignIns.length) || young.count > FailedSignIns.capacity else {
            return
        }
        old =
            now < since.adding(milliseconds: 2 * FailedSignIns.length) && young.count <= FailedSignIns.capacity
            ? young : [:]
        young = [:]
        since = now
    }
}
