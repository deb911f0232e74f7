import Vocabulary

/// A patient as the ledger tells it, under its subject.
struct PatientState: Sendable, Codable, Equatable {
    /// A booking for a professional on a day.
    struct Booking: Sendable, Codable, Equatable {
        var professional: MemberID
        var day: Int64
        var by: Holder
    }

    /// Latest opening of each tier by a professional other than from a search, milliseconds; 0 for none.
    var lastOpened: [Int64] = [0, 0, 0, 0]
    /// Newest epoch of each tier, from 1.
    var epochs: [UInt32] = [1, 1, 1, 1]
    var bookings: [Booking] = []
    /// Most bookings kept for one patient: the newest.
    static let maximumBookings = 64
    /// Days without an opening after which a tier is dormant.
    static let dormantDays: Int64 = 365

    func isDormant(_ tier: Tier, at now: Timestamp) -> Bool {
        let last = lastOpened[Int(tier.rawValue)]
        return last == 0 || now >= Timestamp(milliseconds: last).adding(days: PatientState.dormantDays)
    }

    /// Whether another than the professional booked the patient for one of `members` today.
    func isExpected(by members: [MemberID], at now: Timestamp) -> Bool {
        bookings.contains { booking in
            members.contains(booking.professional) && PatientState.covers(day: booking.day, now)
                && !members.contains { booking.by == .member($0) }
        }
    }

    /// Whether it is that day anywhere in metropolitan France: from two hours before it begins in UTC until an hour before it ends.
    static func covers(day: Int64, _ now: Timestamp) -> Bool {
        let start = Timestamp(milliseconds: 0).adding(days: day)
        return now >= start.adding(seconds: -7_200) && now < start.adding(seconds: 82_800)
    }

    mutating func book(_ booking: Booking, now: Timestamp) {
        bookings.removeAll { Timestamp(milliseconds: 0).adding(days: $0.day + 2) < now || $0 == booking }
        bookings.append(booking)
        if bookings.count > PatientState.maximumBookings { bookings.removeFirst() }
    }
}
