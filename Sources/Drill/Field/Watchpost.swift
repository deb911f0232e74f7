import Detection
import Vocabulary

/// The watchtower beside a drill: it reads the ledger as it would live, by the rules that it is given.
struct Watchpost: Sendable {
    private static let loud: RuleLevel = .medium
    let rules: RuleSet

    /// The first finding about entries from an index on, in the order of their times; nil when nothing is found.
    func sighting(_ ledger: LedgerView, from index: UInt64) throws -> Sighting? {
        var options = EngineOptions()
        options.lateness = 0
        var engine = try Engine(rules, options: options)
        var (reader, event, first): (LedgerEventReader, Event, Match?) = (LedgerEventReader(), Event(), nil)
        var (begin, times): (Timestamp?, [SubjectID: Timestamp]) = (nil, [:])
        func note(_ match: Match) {
            guard rules.items[match.item].level >= Self.loud, let time = match.time else { return }
            if first.flatMap(\.time).map({ time < $0 }) ?? true { first = match }
        }
        try ledger.forEach(from: index) { entry in
            if case .release(let body) = entry.event, let subject = body.subject {
                begin = begin ?? entry.time
                times[subject] = times[subject] ?? entry.time
            }
            event.clear()
            guard reader.read(entry.bytes, into: &event) == .event else { return }
            engine.process(event, note)
        }
        engine.finish(note)
        guard let first, let time = first.time else { return nil }
        return Sighting(
            rule: rules.items[first.item].name, time: time, after: max(0, time.seconds - (begin ?? time).seconds),
            opened: times.values.count { $0 <= time })
    }
}
