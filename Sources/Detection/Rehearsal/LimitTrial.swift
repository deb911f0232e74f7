import Vocabulary

/// Tries a limit on an account's openings, with the broker's rules as far as a log tells them (docs/rehearsal.md).
///
/// A patient whom a membership opened within 30 days is always let through and counts anew; any other is refused when
/// one of the three windows is full. Bookings, emergencies, dormant patients and shared limits are not known from a
/// log.
struct LimitTrial: Sendable {
    let limit: Limit
    /// Whether the role has a care floor: memberships but support.
    let hasFloor: Bool

    init(role: Role, limit: Limit) {
        self.limit = limit
        hasFloor = role.isMembership && role != .support
    }

    /// For each opening the window that refuses it, or nil.
    func run(_ openings: [AccountHistory.Opening]) -> [WindowName?] {
        var admitted = SlidingDistinct()
        return openings.map { opening in
            admitted.advance(to: opening.time)
            let refusal = refusal(of: opening.patient, admitted)
            if refusal == nil { admitted.record(opening.patient, at: opening.time) }
            return refusal
        }
    }

    private func refusal(of patient: UInt64, _ admitted: SlidingDistinct) -> WindowName? {
        if hasFloor, admitted.contains(patient, within: 2) { return nil }
        for (index, window) in WindowName.allCases.enumerated() {
            let isCounted = admitted.contains(patient, within: index)
            if !isCounted, admitted.counts[index] >= limit[window] { return window }
        }
        return nil
    }
}
