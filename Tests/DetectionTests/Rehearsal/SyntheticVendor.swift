import Vocabulary

/// A month of a vendor with 60 practices, as its nginx would log it: honest days, and the attack of 2025 hidden in
/// them.
struct SyntheticVendor {
    /// One request, before it is a line.
    struct Request {
        var time: Int64
        var account: String
        var path: String
        var status = 200
    }

    /// A practice: its physicians and the ids of its patients, which follow one another.
    struct Practice {
        var number: Int
        var physicians: Int
        var patients: Range<Int>
        var isBusy: Bool
    }

    static let start: Int64 = 1_767_571_200_000  // 2026-01-05, a Monday
    static let panel = 900
    let days: Int
    var practices: [Practice] = []
    var requests: [Request] = []
    var random: SeededRandom
    /// Accounts that were stolen.
    private(set) var stolen: Set<String> = []

    init(seed: UInt64, practices count: Int = 60, days: Int = 30, attacked: Bool = true) {
        (self.days, random) = (days, SeededRandom(seed))
        var id = 100_000
        for number in 0..<count {
            let physicians = 1 + (number * 7) % 5
            practices.append(
                Practice(
                    number: number, physicians: physicians, patients: id..<(id + physicians * Self.panel),
                    isBusy: number % 3 == 0))
            id += physicians * Self.panel
        }
        for day in 0..<days { work(day) }
        if attacked { stolen = attack() }
        requests.sort { $0.time < $1.time }
    }

    /// The table of roles that such a vendor can give.
    static let roles = """
        account,role
        dr-*,physician
        locum-*,physician
        sec-*,secretary
        nurse-*,nurse
        remote-*,remote-secretariat
        on-call-*,on-call
        key-*,partner
        """

    /// The lines of the log, in nginx's combined form.
    var lines: [String] { requests.map(\.line) }

    /// A request at a second of a day.
    mutating func ask(
        _ account: String, _ day: Int, _ second: Int, _ practice: Practice, _ patient: Int, _ rest: String = ""
    ) {
        let time = Self.start + Int64(day) * 86_400_000 + Int64(second) * 1_000
        let path = "/api/practices/\(practice.number)/patients/\(patient)\(rest)"
        requests.append(Request(time: time, account: account, path: path))
    }

    /// A moment of the working day.
    mutating func workingSecond() -> Int { Int.random(in: (7 * 3600)..<(18 * 3600), using: &random) }

    /// A patient of a physician's: three in ten visits are of those who come often.
    mutating func patient(of physician: Int, _ practice: Practice) -> Int {
        let first = practice.patients.lowerBound + physician * Self.panel
        let often = Int.random(in: 0..<10, using: &random) < 3
        return first + Int.random(in: 0..<(often ? 120 : Self.panel), using: &random)
    }
}

extension SyntheticVendor.Request {
    /// `origin - account [time] "GET path HTTP/1.1" status bytes "-" "agent"`.
    var line: String {
        let text = Timestamp(milliseconds: time).instant
        let month = ["Jan", "Feb", "Mar"][(Int(text.dropFirst(5).prefix(2)) ?? 1) - 1]
        let moment = "\(text.dropFirst(8).prefix(2))/\(month)/\(text.prefix(4)):\(text.dropFirst(11).prefix(8)) +0000"
        return "192.0.2.7 - \(account) [\(moment)] \"GET \(path) HTTP/1.1\" \(status) 2310 \"-\" \"Mozilla/5.0\""
    }
}
