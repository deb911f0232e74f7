import FHIR
import Foundation
import JSONTree
import Records
import Sealing
import Synthetic
import Vocabulary

/// Synthetic patients as JSON text, and what is done with them.
struct ImportSource: Sendable {
    /// What one stage of an import did.
    struct Stage: Sendable {
        let upTo: Int
        let resources: Int
        let rate: Double
    }

    private static let batch = 250
    private let country: SyntheticFrance
    private let practice: SyntheticPractice

    init(patients: Int, density: Int) {
        country = SyntheticFrance(
            seed: 1, today: CivilDate(days: Int(SystemClock().now().day)), density: density)
        practice = country.practice(0, kind: .group, patients: patients)
    }

    /// The references of the professionals, and ours.
    func known(_ add: () async throws -> Holder) async throws -> [String: String] {
        var known: [String: String] = [:]
        for professional in practice.professionals {
            known["Practitioner/\(professional.sourceID)"] = "Practitioner/\(try await add().idText)"
        }
        return known
    }

    /// Imports patients in calls of 250, two at a time. Texts are made before the clock runs.
    func load(
        _ range: Range<Int>, _ known: [String: String], _ session: RecordSession, until end: UInt64
    ) async throws -> Stage {
        var busy = 0.0
        var resources = 0
        var next = range.lowerBound
        while next < range.upperBound, Latencies.now < end {
            let upTo = min(next + 10 * ImportSource.batch, range.upperBound)
            let batches = stride(from: next, to: upTo, by: ImportSource.batch).map { start in
                texts(start..<min(start + ImportSource.batch, upTo))
            }
            let start = Latencies.now
            resources += try await ImportSource.takeOver(batches, known, session)
            busy += Latencies.seconds(since: start)
            next = upTo
        }
        return Stage(upTo: next, resources: resources, rate: Double(resources) / busy)
    }

    /// Resources a second when two tasks only parse, split and seal.
    func pureRate() async throws -> Double {
        let patients = texts(0..<100)
        let start = Latencies.now
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 { group.addTask { try ImportSource.parseSplitSeal(patients) } }
            return try await group.reduce(0, +)
        }
        return Double(count) / Latencies.seconds(since: start)
    }

    /// Writes all patients to a file, a resource a line.
    func write(to path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        for index in 0..<practice.patientCount {
            let records = country.records(of: index, in: practice)
            for number in 0..<records.count {
                try file.write(contentsOf: Data(records.resource(number)) + [UInt8(ascii: "\n")])
            }
        }
        try file.close()
    }

    private func texts(_ range: Range<Int>) -> [PatientRecords] { range.map { country.records(of: $0, in: practice) } }

    private static func takeOver(
        _ batches: [[PatientRecords]], _ known: [String: String], _ session: RecordSession
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<2 {
                group.addTask {
                    var count = 0
                    for batch in stride(from: task, to: batches.count, by: 2) {
                        count += try await takeOver(batches[batch], known, session)
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private static func takeOver(
        _ patients: [PatientRecords], _ known: [String: String], _ session: RecordSession
    ) async throws -> Int {
        let groups = try patients.map { records in
            try (0..<records.count).map {
                ImportEntry(fullURL: nil, resource: try JSONValue(parsing: records.resource($0)))
            }
        }
        let outcomes = try await session.importGroups(groups, known: known).flatMap(\.self)
        for case .refused(let issue) in outcomes { throw BenchmarkError.unexpected("import: \(issue)") }
        return outcomes.count
    }

    private static func parseSplitSeal(_ patients: [PatientRecords]) throws -> Int {
        let owner = PatientKey.random(practice: .random(), patient: .random())
        let keys = Tier.allCases.map { owner.tierKey($0, epoch: 1) }
        let deposit = DepositID.random()
        var count = 0
        for records in patients {
            for index in 0..<records.count {
                let parts = try TierSplit.split(JSONValue(parsing: records.resource(index))).parts
                for (tier, bytes) in parts {
                    let key = keys[Int(tier.rawValue)]
                    let name = try PartName(
                        scope: key.scope, type: "Observation", id: "\(owner.patient).\(index)", version: 1,
                        deposit: deposit)
                    _ = try key.partKey(name).seal(bytes)
                }
                count += 1
            }
        }
        return count
    }
}
