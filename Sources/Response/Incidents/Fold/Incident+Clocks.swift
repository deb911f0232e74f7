import Vocabulary

extension Incident {
    /// The clocks of all parties that are aware, the most urgent first.
    public func clocks(at now: Timestamp) -> [IncidentClock] {
        awareness.keys.compactMap { party in
            guard let started = aware(party) else { return nil }
            guard let practice = party.practice else { return vendorClock(started) }
            let own = notifications(.authority, of: practice).map(\.value)
            return Incident.clock(of: practice, started, own, at: now)
        }.sorted { $0.urgency < $1.urgency }
    }

    /// Whom the vendor must tell is the scope's matter, so its clock runs until the incident is closed.
    private func vendorClock(_ started: Timestamp) -> IncidentClock {
        let told = sent.values.count { $0.contains { $0.value.duty == .practice } }
        return IncidentClock(
            party: .vendor, started: started, deadline: nil, state: isClosed ? .closed : .running, phase: nil,
            notified: nil, remaining: nil, needsReason: false, told: told)
    }

    private static func clock(
        of practice: PracticeID, _ started: Timestamp, _ sent: [IncidentNotification], at now: Timestamp
    ) -> IncidentClock {
        let deadline = IncidentClock.deadline(after: started)
        let notified = sent.filter { $0.phase == .initial }.map(\.moment).max()
        let isLate = (notified ?? now) > deadline
        let state: IncidentClock.State = notified == nil ? isLate ? .overdue : .running : isLate ? .sentLate : .sent
        let isComplete = sent.contains { $0.phase == .complementary }
        return IncidentClock(
            party: .practice(practice), started: started, deadline: deadline, state: state,
            phase: isComplete ? .complementary : notified.map { _ in .initial }, notified: notified,
            remaining: notified == nil ? deadline.milliseconds - now.milliseconds : nil,
            needsReason: isLate && !sent.contains { $0.lateReason != nil }, told: 0)
    }
}
