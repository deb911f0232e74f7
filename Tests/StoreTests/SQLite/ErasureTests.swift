import Foundation
import Store
import Testing
import Vocabulary

@Suite("Erasure") struct ErasureTests {
    /// A patient and what must not be found in any file once they are erased.
    private struct Planted {
        let patient: PatientID
        let traces: [[UInt8]]
    }

    @Test func erasingLeavesNoByteInTheFiles() async throws {
        try await withSQLiteStore { store, directory in
            let sample = Sample(store)
            var planted = [Planted]()
            for index in 0..<30 { planted.append(try await ErasureTests.plant(sample, index)) }
            #expect(try ErasureTests.traces(of: planted, in: directory) == 30)
            planted.shuffle()
            while planted.count > 10 {
                let gone = planted.removeLast()
                try await store.erase(gone.patient, in: sample.practice)
                #expect(try ErasureTests.traces(of: [gone], in: directory) == 0, "\(planted.count) left")
            }
            #expect(try ErasureTests.traces(of: planted, in: directory) == planted.count)
        }
    }

    /// Writes a patient with resources of several sizes, updates some, and leaves one pending.
    private static func plant(_ sample: Sample, _ index: Int) async throws -> Planted {
        let (id, patient) = (DepositID.random(), PatientID.random())
        var versions = [StagedVersion]()
        for ordinal in 1...UInt32(4 + index % 5) {
            versions.append(
                try Sample.version(
                    Sample.key(patient, ordinal), in: id, rows: [Sample.row(.random()), Sample.row(.random())],
                    size: [90, 600, 2100, 9000][Int(ordinal) % 4]))
        }
        try await sample.write(id, new: [patient], versions)
        let (second, third) = (DepositID.random(), DepositID.random())
        let key = try Sample.key(patient, 1)
        let update = try Sample.version(
            key, replacing: 1, in: second, rows: [Sample.row(.random())], replacesRowsOf: .all, size: 300)
        try await sample.write(second, [update])
        let pending = try Sample.version(key, replacing: 2, in: third, rows: [Sample.row(.random())], size: 400)
        try await sample.store.stage(sample.deposit(third, [pending]))
        let parts = (versions + [update, pending]).flatMap { $0.newParts.map(\.bytes) }
        return Planted(patient: patient, traces: parts.map { Array($0.suffix(24)) })
    }

    /// How many of the patients have a trace in any file of the directory.
    private static func traces(of planted: [Planted], in directory: String) throws -> Int {
        let files = try FileManager.default.contentsOfDirectory(atPath: directory).map {
            try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\($0)"))
        }
        return planted.count { patient in
            patient.traces.contains { trace in files.contains { $0.range(of: Data(trace)) != nil } }
        }
    }
}
