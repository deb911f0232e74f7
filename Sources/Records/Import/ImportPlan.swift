import FHIR
import JSONTree
import Store
import Vocabulary

/// Decides what an import stores: which entries are known, whose the others are, and what they are called here.
///
/// The steps are pure and follow one another; between them the session asks broker and store.
struct ImportPlan: Sendable {
    private(set) var items: [ImportItem]
    private(set) var names: [Names]
    private let tokens: [RowToken]

    /// - Parameters:
    ///   - readings: the entries, by group.
    ///   - tokens: the index token of each entry's hash.
    ///   - found: the resource that an earlier import stored of the same bytes.
    init(_ readings: [ImportReading], groups: Int, tokens: [RowToken], found: [ResourceKey?], known: [String: String]) {
        items = readings.map(ImportItem.init)
        self.tokens = tokens
        names = Array(repeating: Names(known: known), count: groups)
        var first: [String: Int] = [:]
        for index in items.indices where items[index].outcome == nil {
            if let key = found[index] {
                name(index, key.description)
                items[index].outcome = .unchanged(reference: key.description)
            } else if let twin = first[items[index].reading.hash] {
                items[index].twin = twin
            } else {
                first[items[index].reading.hash] = index
            }
        }
        identifyPatients()
        findOwners()
    }

    /// Patients first, so that what is about them finds them.
    private mutating func identifyPatients() {
        for index in items.indices where items[index].reading.isPatient {
            if items[index].isOpen {
                items[index].key = ResourceKey(patient: PatientID.random())
            }
            let named = items[index].twin ?? index
            if let key = items[named].key { name(index, key.description) }
        }
    }

    private mutating func findOwners() {
        for index in items.indices where items[index].isOpen {
            guard let draft = items[index].reading.draft else { continue }
            do throws(RecordIssue) {
                items[index].owner = try names[items[index].reading.group].patient(of: draft.resource, type: draft.type)
            } catch { items[index].outcome = .refused(error) }
        }
    }

    /// The patients that begin with the import.
    var newPatients: Set<PatientID> { Set(items.compactMap { $0.key?.patient }) }

    /// The patients that entries are about and who do not begin with the import.
    var otherPatients: Set<PatientID> { Set(items.compactMap(\.owner)).subtracting(newPatients) }

    /// How many numbers each patient needs; entries about `unknown` patients are refused.
    mutating func counts(refusing unknown: Set<PatientID>) -> [PatientID: UInt32] {
        var counts: [PatientID: UInt32] = [:]
        for index in items.indices where items[index].isOpen {
            guard let owner = items[index].owner else { continue }
            if unknown.contains(owner) {
                items[index].outcome = .refused(.unknownPatient)
            } else {
                counts[owner, default: 0] += 1
            }
        }
        return counts
    }

    /// Gives what is left its keys.
    mutating func identify(_ ordinals: [PatientID: UInt32]) {
        var next = ordinals
        for index in items.indices {
            if items[index].isOpen, let draft = items[index].reading.draft {
                items[index].key = RecordSession.key(draft.type.name, items[index].owner, &next)
            }
            let named = items[index].twin ?? index
            guard let key = items[named].key else { continue }
            if named == index { items[index].reference = key.description }
            name(index, items[named].reference)
        }
    }

    /// The entries to be stored: by group, as the items are, patients first, so that no deposit comes before its
    /// patient's.
    var order: [Int] {
        var order: [Int] = []
        var others: [Int] = []
        var group = 0
        for index in items.indices {
            if items[index].reading.group != group {
                order += others
                others = []
                group = items[index].reading.group
            }
            guard items[index].outcome == nil, items[index].twin == nil, items[index].key != nil else { continue }
            if items[index].reading.isPatient { order.append(index) } else { others.append(index) }
        }
        return order + others
    }

    /// The latest clinical moment of each patient that the import tells.
    var clinical: [PatientID: Timestamp] {
        items.reduce(into: [:]) { latest, item in
            guard let patient = item.owner, let moment = item.reading.clinical else { return }
            latest[patient] = max(latest[patient] ?? moment, moment)
        }
    }

    /// What is to be written of an entry. Pure, so that several tasks may do it.
    func plan(_ index: Int, clinical: [PatientID: Timestamp], writable: Tiers) throws(RecordIssue) -> Plan {
        let item = items[index]
        guard let key = item.key, let draft = item.reading.draft else { throw .noPatient }
        do {
            let moment = key.type == "Patient" ? key.patient.flatMap { clinical[$0] } : nil
            var plan = try RecordSession.plan(key, draft, names[item.reading.group], clinical: moment)
            plan.resource = nil
            // The row leads to no key, so it needs no code of the broker's.
            plan.rows = [StoredRow(token: tokens[index], code: RowCode(high: 0, low: 0), tier: .medical)]
            guard writable.isSuperset(of: plan.tiers) else { throw RecordIssue.tier }
            guard plan.parts.values.allSatisfy({ $0.count <= ImportPlan.maximumPart }) else {
                throw RecordIssue("too-large")
            }
            return plan
        } catch let error as SplitError { throw RecordIssue(error) } catch let issue as RecordIssue {
            throw issue
        } catch {
            throw RecordIssue("not-accepted")
        }
    }

    private static let maximumPart = 15 << 20

    /// Notes what became of an entry.
    mutating func settle(_ index: Int, _ outcome: ImportOutcome) { items[index].outcome = outcome }

    /// The notes of an entry that is stored: conditional references, by type only.
    func notes(_ index: Int) -> [String] {
        let conditional = References.all(in: items[index].reading.entry.resource).filter {
            $0.utf8.contains(UInt8(ascii: "?"))
        }
        guard !conditional.isEmpty else { return [] }
        return Set(conditional.compactMap(References.targetType)).sorted().map { "conditional-reference \($0)" }
    }

    /// What became of each entry, group by group.
    var outcomes: [[ImportOutcome]] {
        var outcomes = [[ImportOutcome]](repeating: [], count: names.count)
        for item in items {
            var outcome = (item.twin.map { items[$0] } ?? item).outcome ?? .refused(RecordIssue("not-accepted"))
            if item.twin != nil, case .stored(let reference, _) = outcome { outcome = .unchanged(reference: reference) }
            outcomes[item.reading.group].append(outcome)
        }
        return outcomes
    }

    private mutating func name(_ index: Int, _ reference: String) {
        names[items[index].reading.group].add(items[index].reading.entry.names, reference)
    }
}
