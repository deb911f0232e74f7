import Vocabulary

/// Counts one practice's entries as they come; the ledger's scan and a certificate's verification count with it alike.
struct PracticeTally {
    /// What is known of one person.
    private struct Marks {
        var released = Tiers()
        var dormant = Tiers()
        var afterContainment = Tiers()
        var isErased = false
    }

    /// Releases of one tier.
    private struct Releases {
        var count: Int64 = 0
        var first: Int64?
        var last: Int64?
    }

    private let query: ScopeQuery
    private var people: [SubjectID: Marks] = [:]
    private var releases = [Releases](repeating: Releases(), count: Tier.allCases.count)
    private var ownResources: Int64 = 0
    /// The sessions that releases were made to.
    private(set) var sessions: Set<SessionID> = []
    private var holders: [Holder: Int64] = [:]
    /// The patients that the practice holds; only where exports are counted.
    private var held: Set<SubjectID> = []
    /// Keys that were missing when all were exported.
    private var missing: Int64 = 0
    /// Whether an export was counted: it is opened offline, where no access log stands.
    private(set) var hasExport = false
    /// Whether an export says that it held more patients than the practice did.
    private var isContradicted = false
    /// Whether its chain was broken: then nobody can say what is missing.
    var isBroken = false
    /// Numbers of the entries that were counted, in order.
    private(set) var counted: [Int64] = []

    init(_ query: ScopeQuery) { self.query = query }

    /// Whether anything was counted.
    var isEmpty: Bool { counted.isEmpty }

    /// Whether an entry has to be taken: the scan asks for each, from several threads.
    static func wants(_ entry: ScannedEntry, _ bytes: Span<UInt8>, _ query: ScopeQuery) -> Bool {
        switch entry.kind {
        case .release: query.matches(entry, bytes)
        case .export: query.matchesExport(entry)
        case .patient: query.asksForNobody
        case .erase: true
        default: false
        }
    }

    /// Takes an entry that is wanted.
    mutating func take(_ entry: ScannedEntry) {
        switch entry.kind {
        case .release: takeRelease(entry)
        case .export: takeExport(entry)
        case .patient: if let subject = entry.subject { held.insert(subject) }
        case .erase:
            guard let subject = entry.subject else { return }
            held.remove(subject)
            people[subject]?.isErased = true
        default: break
        }
    }

    private mutating func takeRelease(_ entry: ScannedEntry) {
        guard let tier = entry.tier else { return }
        counted.append(entry.n)
        if let session = entry.session { sessions.insert(session) }
        if let holder = entry.holder { holders[holder, default: 0] += 1 }
        guard let subject = entry.subject else {
            ownResources += 1
            return
        }
        mark(subject, tier, entry)
    }

    private mutating func takeExport(_ entry: ScannedEntry) {
        counted.append(entry.n)
        hasExport = true
        // The keys of the practice's own resources are with each page.
        ownResources += 1
        let page = held.filter { entry.covers($0) }
        isContradicted = isContradicted || entry.count > Int64(page.count)
        missing += max(0, Int64(page.count) - entry.count)
        for subject in page { for tier in Tier.allCases { mark(subject, tier, entry) } }
    }

    private mutating func mark(_ subject: SubjectID, _ tier: Tier, _ entry: ScannedEntry) {
        let bit = Tiers(tier)
        people[subject, default: Marks()].released.insert(bit)
        if entry.isDormant { people[subject]?.dormant.insert(bit) }
        if let contained = query.contained, entry.time > contained.milliseconds {
            people[subject]?.afterContainment.insert(bit)
        }
        let place = Int(tier.rawValue)
        releases[place].count += 1
        releases[place].first = min(releases[place].first ?? entry.time, entry.time)
        releases[place].last = max(releases[place].last ?? entry.time, entry.time)
    }
}

extension PracticeTally {
    /// What was counted. `doubts` are reasons for which there may be more than that.
    func scope(of practice: PracticeID, doubts: [BoundReason]) -> PracticeScope {
        let doubts = Array(Set(doubts + (isBroken || isContradicted ? [.contradiction] : []))).sorted()
        let tiers = Tier.allCases.map { tierScope($0, doubts) }
        return PracticeScope(
            practice: practice, tiers: tiers, people: bounds(Int64(people.count), doubts), ownResources: ownResources,
            holders: holders.map { HolderReleases(holder: $0.key, releases: $0.value) }
                .sorted { $0.holder.idText < $1.holder.idText },
            erased: Int64(people.values.count { $0.isErased }))
    }

    /// The subjects that were counted, with their tiers: for whoever may turn them into names.
    var subjects: [SubjectID: Tiers] { people.mapValues(\.released) }

    /// Those of them that were erased since.
    var erased: Set<SubjectID> { Set(people.filter(\.value.isErased).keys) }

    private func bounds(_ count: Int64, _ doubts: [BoundReason]) -> Bounds {
        let gaps: [BoundReason] = missing > 0 ? [.exportGaps] : []
        return Bounds(
            lower: max(0, count - missing), upper: doubts.isEmpty ? count : nil, reasons: (doubts + gaps).sorted())
    }

    private func tierScope(_ tier: Tier, _ doubts: [BoundReason]) -> TierScope {
        let (bit, releases) = (Tiers(tier), releases[Int(tier.rawValue)])
        var (released, dormant, after) = (Int64(0), Int64(0), Int64(0))
        for marks in people.values {
            if marks.released.contains(bit) { released += 1 }
            if marks.dormant.contains(bit) { dormant += 1 }
            if marks.afterContainment.contains(bit) { after += 1 }
        }
        return TierScope(
            tier: tier, people: bounds(released, doubts), dormant: dormant, afterContainment: after,
            releases: releases.count, first: releases.first.map { Timestamp(milliseconds: $0) },
            last: releases.last.map { Timestamp(milliseconds: $0) })
    }
}
