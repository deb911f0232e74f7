import Vocabulary

/// Makes groups of a patient's AuditEvents: what was shown, what was written, and which keys were released without anything
/// that shows a use.
struct HistoryGroups: Sendable {
    /// Newest first.
    let all: [HistoryGroup]

    private struct Shown {
        var action: HistoryAction
        var tiers: Tiers
        var time: Timestamp
    }

    /// How much later than the showing a release may be entered: clocks of two processes.
    private static let skewMilliseconds: Int64 = 60_000

    init(_ events: [AuditedEvent]) {
        var groups: [HistoryGroup.Key: HistoryGroup] = [:]
        func change(
            _ event: AuditedEvent, _ action: HistoryAction, unshown: Bool, at time: Timestamp? = nil,
            _ body: (inout HistoryGroup) -> Void
        ) {
            let key = HistoryGroup.Key(
                day: ParisTime(time ?? event.time).date, holder: event.holder, action: action, isUnshown: unshown)
            body(&groups[key, default: HistoryGroup(key)])
        }
        var shown: [String: [Shown]] = [:]
        for event in events where !event.isRelease {
            let action = HistoryAction(event)
            change(event, action, unshown: false) { $0.add(event) }
            guard HistoryGroups.mayShow(event) else { continue }
            shown[event.holder, default: []].append(Shown(action: action, tiers: event.tiers, time: event.time))
        }
        for holder in shown.keys { shown[holder]?.sort { $0.time < $1.time } }
        for event in events where event.isRelease {
            if let use = HistoryGroups.use(of: event, among: shown[event.holder] ?? []) {
                change(event, use.action, unshown: false, at: use.time) { $0.note(event) }
            } else {
                let action = HistoryAction(event)
                change(event, action, unshown: action != .checked) { $0.add(event) }
            }
        }
        all = groups.values.sorted { HistoryGroups.order($0) > HistoryGroups.order($1) }
    }

    /// Whether an event may be what a key was used for. What is new is written without any.
    private static func mayShow(_ event: AuditedEvent) -> Bool {
        event.source == .gateway && event.outcome == "ok" && event.operation != "create" && event.operation != "import"
    }

    private static func order(_ group: HistoryGroup) -> (Int64, Int64, String) {
        (group.first.milliseconds, group.last.milliseconds, group.key.holder)
    }

    /// The first thing that was shown with a key while a gateway might hold it; for a condition, the answer
    /// that depended on it.
    private static func use(of release: AuditedEvent, among shown: [Shown]) -> Shown? {
        let start = release.time.milliseconds - skewMilliseconds
        let end = release.time.milliseconds + HistoryGroup.visitMilliseconds
        // The first that is not before the start, by halving.
        var (low, high) = (0, shown.count)
        while low < high {
            let middle = (low + high) / 2
            if shown[middle].time.milliseconds < start { low = middle + 1 } else { high = middle }
        }
        return shown[low...].prefix { $0.time.milliseconds <= end }.first { use in
            if release.purpose == .condition { return use.action == .consulted || use.action == .checked }
            return !release.tiers.isEmpty && use.tiers.isSuperset(of: release.tiers)
        }
    }
}
