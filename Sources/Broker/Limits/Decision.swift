import Vocabulary

/// One patient and tier that a session asks for.
struct OpeningRequest {
    var practice: PracticeID
    var holder: Holder
    var sessionClass: SessionClass
    var subject: SubjectID
    var tier: Tier
    var purpose: Purpose
    var now: Timestamp
    /// The moment whose calendar day it is for bookings; as a rule `now`.
    var today: Timestamp
    /// Whether a witness stands behind ledger and time, or none is there.
    var isConfirmed: Bool
}

/// What a pure decision says.
enum Decision: Equatable {
    /// Release; whether it is an opening (the first in a sliding day), and of what kind.
    case release(opening: Bool, dormant: Bool, expected: Bool)
    /// Refuse; waiting so many milliseconds may help (0: it will not).
    case refuse(RefusalReason, wait: Int64)
}

extension BrokerState {
    /// Decides one request: a pure function of the request and the state.
    ///
    /// A weaker class of session has a share of the limits and, but for declared emergencies, no floor. The order is: role, freezes by a person, care floor, automatic freeze, witness, tripwire, repeats, the holder's limits,
    /// the practice's, the partner's. Care floor: a passkey session may always open expected patients up to the usual day, those
    /// that it opened in the last 30 days, and those of a declared emergency.
    func decide(_ request: OpeningRequest) -> Decision {
        guard let practice = practices[request.practice], let holder = practice[request.holder],
            let patient = practice.patients[request.subject]
        else { return .refuse(.unknown, wait: 0) }
        guard holder.depositOnly || holder.readable(at: request.now).contains(request.tier) else {
            return .refuse(.role, wait: 0)
        }
        guard !isFrozen, !practice.isFrozen, !holder.isFrozen else { return .refuse(.frozen, wait: 0) }
        guard !holder.depositOnly else { return .refuse(.depositOnly, wait: 0) }
        let counting = practice[practice.counting(request.holder)] ?? holder
        let floor = floor(request, practice, counting, patient)
        if !floor.any {
            if holder.isCareOnly { return .refuse(.careOnly, wait: 0) }
            if !request.isConfirmed { return .refuse(.unconfirmed, wait: BrokerState.witnessPause) }
            let closed = tripwireUntil.milliseconds - request.now.milliseconds
            if closed > 0 { return .refuse(.tripwire, wait: closed) }
        }
        if counting.windows[request.tier].contains(request.subject, within: .day, at: request.now) {
            return .release(opening: false, dormant: false, expected: floor.expected)
        }
        let isDormant = patient.isDormant(request.tier, at: request.now)
        let release = Decision.release(opening: true, dormant: isDormant, expected: floor.expected)
        if floor.any || !practice.enforces { return release }
        return refusal(request, isDormant: isDormant) ?? release
    }

    private struct Floor {
        var expected = false
        var any = false
    }

    private func floor(
        _ request: OpeningRequest, _ practice: PracticeState, _ counting: HolderState, _ patient: PatientState
    ) -> Floor {
        var floor = Floor()
        floor.any = counting.emergencies.contains(request.subject, within: .day, at: request.now)
        guard request.sessionClass == .passkey, counting.role != .support else { return floor }
        let expected = counting.expected
        let isBooked = patient.isExpected(by: practice.expecting(request.holder), at: request.today)
        let isCounted = expected.contains(request.subject, within: .day, at: request.now)
        let usualDay = limits[counting.role].usualDay
        floor.expected = isBooked && (isCounted || expected.count(.day, at: request.now) < usualDay)
        let isRecent = counting.windows[request.tier].contains(request.subject, within: .month, at: request.now)
        floor.any = floor.any || floor.expected || isRecent
        return floor
    }

    /// The first limit that has no room left, from the holder outwards; nil when all have.
    private func refusal(_ request: OpeningRequest, isDormant: Bool) -> Decision? {
        guard let practice = practices[request.practice], let holder = practice[practice.counting(request.holder)]
        else {
            return .refuse(.unknown, wait: 0)
        }
        let (tier, subject, now) = (request.tier, request.subject, request.now)
        let own = ownLimits(of: holder, at: now).scaled(limits.percent(of: request.sessionClass))
        if let wait = holder.windows[tier].wait(for: subject, own[tier], now) { return .refuse(.limit, wait: wait) }
        let usesDormant = isDormant && request.purpose != .search
        if usesDormant, let wait = holder.windows.dormant.wait(for: subject, own.dormant, now) {
            return .refuse(.dormantLimit, wait: wait)
        }
        let (shared, limit) = practice.shared(by: request.holder, tier: tier, limits)
        if let wait = shared.wait(for: subject, limit, now) { return .refuse(.practiceLimit, wait: wait) }
        if let partner = holder.partner, let windows = partners[partner],
            let wait = windows[tier].wait(for: subject, limits.partner(tier: tier), now)
        {
            return .refuse(.partnerLimit, wait: wait)
        }
        return nil
    }

    /// The limits of a holder's role; a quarter for newcomers to a live installation, which their expected patients do not use up.
    func ownLimits(of holder: HolderState, at now: Timestamp) -> Profile {
        var profile = limits[holder.role]
        guard holder.isNewcomer(at: now) else { return profile }
        let expected = Limit(
            holder.expected.count(.hour, at: now), holder.expected.count(.day, at: now),
            holder.expected.count(.month, at: now))
        profile.tiers = profile.tiers.map { $0.scaled(by: 1, over: 4).adding(expected).least($0) }
        profile.dormant = profile.dormant.scaled(by: 1, over: 4)
        return profile
    }
}

extension PracticeState {
    /// What the practice's people, or its clients, opened together in a tier, and their limit.
    func shared(by holder: Holder, tier: Tier, _ limits: Limits) -> (window: OpeningWindow, limit: Limit) {
        switch holder {
        case .member: (people[tier], limits.people(size: size, tier: tier))
        case .client: (programs[tier], limits.clients(tier: tier))
        }
    }
}

extension OpeningWindow {
    /// Nil when one more subject fits in all three windows (or this one is counted there already); else milliseconds until it may.
    func wait(for subject: SubjectID, _ limit: Limit, _ now: Timestamp) -> Int64? {
        var longest: Int64?
        for window in WindowName.allCases {
            let isCounted = contains(subject, within: window, at: now)
            guard !isCounted, count(window, at: now) >= limit[window] else { continue }
            longest = max(longest ?? 0, max(1, untilOneLess(window, at: now)))
        }
        return longest
    }
}
