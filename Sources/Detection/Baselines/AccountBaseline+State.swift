import JSONTree
import Vocabulary

extension AccountBaseline {
    /// Days that can be written: some three thousand years.
    static let days: ClosedRange<Int64> = -1_000_000...1_000_000

    /// Reads what was written; nil when it is not that.
    init?(reading value: JSONValue) {
        func day(_ key: String) -> Int? {
            guard let day = value[key]?.number?.int64, Self.days.contains(day) else { return nil }
            return Int(day)
        }
        guard let since = day("since"), let ceilingDay = day("day"), let latest = day("latest"),
            let until = day("until"),
            let active = value["active"]?.number?.int64.flatMap(UInt16.init(exactly:)),
            let ceiling = value["ceiling"]?.number?.double, let accepted = value["accepted"]?.number?.double,
            let bytes = value["codes"]?.string.flatMap({ Base64URL.decode($0.utf8) }), bytes.count.isMultiple(of: 2)
        else { return nil }
        let codes = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        guard let ring = DayRing(latest: latest, codes: codes) else { return nil }
        self.init(day: ceilingDay, ceiling: ceiling)
        (self.ring, self.since, activeDays) = (ring, since, active)
        (self.accepted, acceptedDay) = (accepted, until)
    }

    /// The greatest measure of a day.
    func greatest(_ day: Int) -> Double { ring.greatest(day: day).value }
}

extension PeerBaseline {
    /// Reads what was written; nil when it is not that.
    init?(reading value: JSONValue) {
        guard let since = value["since"]?.number?.int64, let day = value["day"]?.number?.int64,
            AccountBaseline.days.contains(since), AccountBaseline.days.contains(day),
            let ceiling = value["ceiling"]?.number?.double,
            let bytes = value["weights"]?.string.flatMap({ Base64URL.decode($0.utf8) }), bytes.count == Self.bins * 4
        else { return nil }
        self.init(day: Int(day), start: ceiling)
        self.since = Int(since)
        for bin in 0..<Self.bins {
            let pattern = bytes[bin * 4..<bin * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let weight = Float(bitPattern: pattern)
            guard weight.isFinite, weight >= 0 else { return nil }
            weights[bin] = weight
        }
    }
}
