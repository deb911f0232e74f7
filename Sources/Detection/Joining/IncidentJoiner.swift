import Vocabulary

/// Joins findings of all sources into candidate incidents, by event time, as they come.
///
/// Two findings are of one incident when they share a key (``LinkKey``) and their times are no further apart than the
/// gap, or when a third joins them: an incident is a connected part of that graph, and so the same in whatever order
/// findings come, as long as none is later than the watermark. An incident is closed when no finding that is not late
/// can join it. A late finding is an incident of its own.
///
/// When too many are open, those of the lowest level are closed first; a higher one never for a lower.
public struct IncidentJoiner: Sendable, Codable {
    private let options: IncidentOptions
    private var incidents: [Int: OpenIncident] = [:]
    private var lanes: [LinkKey: LinkLane] = [:]
    private var next = 0
    private var watermark = Timestamp(milliseconds: .min)
    private var oldest = Timestamp(milliseconds: .max)
    private var closedEarly: [CandidateIncident] = []
    /// Findings that came after the watermark.
    public private(set) var late = 0

    /// Starts without findings.
    public init(options: IncidentOptions = IncidentOptions()) { self.options = options }

    /// The incidents that are open, the gravest first.
    public var open: [CandidateIncident] {
        incidents.values.map { $0.candidate() }.sorted { ($1.level, $0.first, $0.id) < ($0.level, $1.first, $1.id) }
    }

    /// How many are open.
    public var openCount: Int { incidents.count }

    /// An open incident, by what ``add(_:)`` gave; nil when it was closed or became part of another.
    public func candidate(_ place: Int) -> CandidateIncident? { incidents[place]?.candidate() }

    /// Takes a finding; gives the place of the open incident that it is of now, nil when it is late or there is no
    /// room. Updates of a finding are taken likewise.
    @discardableResult
    public mutating func add(_ finding: Finding) -> Int? {
        let names = IncidentNames(finding, options)
        let single = OpenIncident(finding, names, options: options)
        guard finding.last >= watermark else {
            late += 1
            closedEarly.append(single.candidate())
            return nil
        }
        let begin = max(finding.first.milliseconds, finding.last.milliseconds &- options.span)
        let time = Timestamp(milliseconds: min(begin, finding.last.milliseconds))...finding.last
        let keys = LinkKey.keys(names)
        guard let place = join(single, keys, time) else {
            closedEarly.append(single.candidate(isClosedEarly: true))
            return nil
        }
        oldest = min(oldest, finding.last)
        for (key, isAnchor) in keys {
            lanes[key, default: LinkLane()].insert(time, incident: place, isAnchor: isAnchor, gap: options.gap)
            incidents[place]?.keys.insert(key)
        }
        return place
    }

    /// Says that no finding whose last event is before this moment will come; gives the incidents that are closed by
    /// it.
    public mutating func advance(to moment: Timestamp) -> [CandidateIncident] {
        watermark = max(watermark, moment)
        defer { closedEarly = [] }
        let horizon = watermark.milliseconds.subtractingReportingOverflow(options.gap &+ options.span)
        guard !horizon.overflow, oldest.milliseconds < horizon.partialValue else { return closedEarly }
        let closed = incidents.filter { $0.value.last.milliseconds < horizon.partialValue }
        for place in closed.keys { remove(place) }
        oldest = incidents.values.map(\.last).min() ?? Timestamp(milliseconds: .max)
        return closedEarly + closed.values.map { $0.candidate() }.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    /// Closes all, as at the end of a run.
    public mutating func finish() -> [CandidateIncident] { advance(to: Timestamp(milliseconds: .max)) }

    /// Merges a finding and all incidents that it joins into one, and says which; nil when it is a new one and there is
    /// no room.
    private mutating func join(
        _ single: OpenIncident, _ keys: [(key: LinkKey, isAnchor: Bool)], _ time: ClosedRange<Timestamp>
    ) -> Int? {
        var found = Set<Int>()
        for (key, isAnchor) in keys {
            found.formUnion(lanes[key]?.near(time, isAnchor: isAnchor, gap: options.gap) ?? [])
        }
        guard let kept = found.max(by: { size($0) < size($1) }) else {
            guard makeRoom(for: single.level) else { return nil }
            next += 1
            incidents[next] = single
            return next
        }
        incidents[kept]?.merge(single)
        for place in found where place != kept {
            guard let other = incidents.removeValue(forKey: place) else { continue }
            for key in other.keys { lanes[key]?.move(place, to: kept) }
            incidents[kept]?.merge(other)
        }
        return kept
    }

    private func size(_ place: Int) -> Int { incidents[place]?.keys.count ?? 0 }

    private mutating func remove(_ place: Int) {
        guard let incident = incidents.removeValue(forKey: place) else { return }
        for key in incident.keys {
            lanes[key]?.remove(place)
            if lanes[key]?.isEmpty == true { lanes[key] = nil }
        }
    }

    /// Closes a sixteenth of the open ones when there is no room, the lowest and oldest first, none above a level.
    /// False when there is none to close.
    private mutating func makeRoom(for level: RuleLevel) -> Bool {
        guard incidents.count >= options.maximumOpen else { return true }
        let sorted = incidents.sorted {
            ($0.value.level, $0.value.last, $0.value.anchor) < ($1.value.level, $1.value.last, $1.value.anchor)
        }
        for (place, incident) in sorted.prefix(max(1, options.maximumOpen / 16)) where incident.level <= level {
            closedEarly.append(incident.candidate(isClosedEarly: true))
            remove(place)
        }
        return incidents.count < options.maximumOpen
    }
}
