import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("Open files") struct OpenFilesTests {
    @Test func manyPracticesShareFewFiles() async throws {
        try await withSQLiteStore(maximumOpenFiles: 4) { store, directory in
            let samples = (0..<24).map { _ in Sample(store) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for sample in samples {
                    for _ in 0..<3 {
                        group.addTask {
                            for _ in 0..<3 {
                                let patient = try await sample.patient()
                                #expect(try await sample.read(ResourceKey(patient: patient)) != nil)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(store.openFileCount == 4)
            for sample in samples {
                #expect(try await store.patients(after: nil, limit: 20, in: sample.practice).count == 9)
                #expect(store.openFileCount <= 4)
            }
            #expect(try await store.practices() == samples.map(\.practice).sorted())
        }
    }

    @Test func readsOfUnknownPracticesKeepNothing() async throws {
        try await withSQLiteStore(maximumOpenFiles: 2) { store, directory in
            let sample = Sample(store)
            let patient = try await sample.patient()
            for _ in 0..<50 { #expect(try await Sample(store).read(ResourceKey(patient: patient)) == nil) }
            #expect(store.openFileCount == 1)
            let files = try FileManager.default.contentsOfDirectory(atPath: directory)
            #expect(files.allSatisfy { $0.hasPrefix(sample.practice.description) })
        }
    }

    @Test func filesAreTheirOwnersAlone() async throws {
        try await withSQLiteStore { store, directory in
            _ = try await Sample(store).patient()
            for file in try FileManager.default.contentsOfDirectory(atPath: directory) {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(file)")
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: directory)
            #expect(attributes[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test func closingFoldsTheJournals() async throws {
        try await withTemporaryDirectory { path in
            let first = try SQLiteRecordStore(directory: path)
            let sample = Sample(first)
            let patient = try await sample.patient()
            await first.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["\(sample.practice).sqlite"])
            let second = try SQLiteRecordStore(directory: path)
            let key = ResourceKey(patient: patient)
            #expect(try await second.read(key, version: nil, tiers: .all, in: sample.practice)?.parts.count == 1)
            await second.close()
        }
    }
}
