import Vocabulary

/// Reads a vendor's own access logs as if our limits had stood: what each account could take, what the limits leave,
/// whom they would have refused, and which accounts do not behave as their peers (docs/rehearsal.md).
///
/// Feed it events in about the order of time, then ask for the report. Patients are kept as keyed digests of 64 bits
/// (one false match is expected in 10⁵ logs of 10⁷ patients); no name or id of one is kept.
public struct Rehearsal: Sendable {
    let settings: RehearsalSettings
    var queue: AccessQueue
    var accounts: NameTable
    var practices = NameTable(maximum: 1_000_000)
    var histories: [AccountHistory] = []
    var routes = RouteKinds()
    var practicePatients: [Int] = []
    var seen: Set<UInt64> = []
    var held = 0
    var (first, last): (Int64?, Int64?)
    var (accesses, ignored, unplaced) = (0, 0, 0)

    /// Begins.
    public init(_ settings: RehearsalSettings = RehearsalSettings()) {
        self.settings = settings
        queue = AccessQueue(lateness: settings.lateness, capacity: settings.maximumWaiting)
        accounts = NameTable(maximum: settings.maximumAccounts)
    }

    /// Takes an event. What failed, has no time or account, or touches neither patient nor practice is counted and
    /// passed over.
    public mutating func add(_ event: borrowing Event) {
        guard let time = event.time?.milliseconds, Self.moments.contains(time),
            let account = event.first(Taxonomy.account), event.first(Taxonomy.outcome) != "failure"
        else { return ignored += 1 }
        let named = event.values(Taxonomy.practice)
        let patients = event.values(Taxonomy.patient)
        guard !named.isEmpty || !patients.isEmpty else { return ignored += 1 }
        let practiceNames = named.isEmpty ? [""] : named
        let numbers = practiceNames.prefix(Self.maximumPractices).compactMap { practices.number(of: $0) }
        guard let number = accounts.number(of: account), let practice = numbers.first else { return unplaced += 1 }
        if Int(number) == histories.count { histories.append(AccountHistory()) }
        learnRole(of: Int(number), event)
        let kind = event.first(Taxonomy.route).map { routes.kind(of: $0) } ?? .other
        let access = Access(
            time: time, account: number, practice: practice, patient: 0, number: nil, kind: kind,
            hasPatient: false)
        push(access, practiceNumbers: numbers, patients: patients)
        drain()
    }

    /// What was found; reads what still waits.
    public mutating func finish() -> RehearsalReport {
        drain(all: true)
        return report()
    }

    /// From 1990 to 2200; a clock that says anything else is wrong.
    static let moments = Int64(631_152_000_000)...7_258_118_400_000
    /// Practices of one event that are looked at.
    static let maximumPractices = 10_000

    /// An access for each patient, in the first practice named; one for each other practice.
    private mutating func push(_ access: Access, practiceNumbers: [Int32], patients: [String]) {
        var access = access
        for patient in patients {
            access.hasPatient = true
            access.patient = digest(access.practice, patient)
            access.number = IDWalk.number(of: patient)
            queue.push(access)
            access.kind = .other
        }
        access.hasPatient = false
        for practice in patients.isEmpty ? practiceNumbers[...] : practiceNumbers.dropFirst() {
            access.practice = practice
            queue.push(access)
            access.kind = .other
        }
    }

    private func digest(_ practice: Int32, _ patient: String) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(practice)
        hasher.combine(patient)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private mutating func learnRole(of account: Int, _ event: borrowing Event) {
        guard histories[account].role == nil, let word = event.first("role") else { return }
        histories[account].role = Role(rawValue: word)
    }

    private mutating func drain(all: Bool = false) {
        while let access = queue.pop(all: all) { process(access) }
    }

    private mutating func process(_ access: Access) {
        accesses += 1
        first = first ?? access.time
        last = access.time
        let account = Int(access.account)
        if access.hasPatient { meet(access) }
        let before = histories[account].patients.held + histories[account].openings.count
        histories[account].record(access, mayGrow: held < settings.maximumPatients)
        held += histories[account].patients.held + histories[account].openings.count - before
    }

    /// Remembers a patient of a practice.
    private mutating func meet(_ access: Access) {
        while practicePatients.count <= Int(access.practice) { practicePatients.append(0) }
        guard seen.count < settings.maximumPatients, seen.insert(access.patient).inserted else { return }
        practicePatients[Int(access.practice)] += 1
        let hasRunIn = access.time - (first ?? access.time) >= settings.daysToRunIn * 86_400_000
        if hasRunIn { histories[Int(access.account)].unseen += 1 }
    }
}
