import Store
import Testing
import Vocabulary

extension Conformance {
    static let documents = [
        ConformanceCase("a content shows with its version, in ranges", contentShows),
        ConformanceCase("a content that is not whole, another's or used is refused", contentRefused),
        ConformanceCase("chunks come in order, to what arrives", chunksInOrder),
        ConformanceCase("dropping removes what belongs to no version, and nothing else", dropping),
        ConformanceCase("discarding and erasing take the content along", contentGoes),
        ConformanceCase("a document of one practice is none of another", documentIsolation),
        ConformanceCase("so many arrive at once, and no more", arriving),
    ]

    private static let chunks = (0..<5).map { number in Sample.bytes(100 + number) }

    /// A document with five chunks that belongs to no version yet.
    private static func arrived(_ sample: Sample, _ patient: PatientID) async throws -> ContentReference {
        let document = DocumentID.random()
        try await sample.store.beginDocument(document, of: patient, in: sample.practice)
        try await sample.store.addChunks(Array(chunks[..<2]), from: 0, to: document, in: sample.practice)
        try await sample.store.addChunks(Array(chunks[2...]), from: 2, to: document, in: sample.practice)
        return try ContentReference(document: document, chunks: 5, digest: Sample.bytes(32), header: Sample.bytes(121))
    }

    private static func binary(
        _ patient: PatientID, _ content: ContentReference, _ deposit: DepositID, ordinal: UInt32 = 1
    ) throws -> StagedVersion {
        let reference = PartReference(tier: .restricted, version: 1, deposit: deposit, epoch: 1)
        return try StagedVersion(
            key: Sample.key(patient, ordinal, "Binary"), replacing: 0,
            manifest: Manifest(
                base: .restricted, parts: [reference], content: content, lastUpdated: Timestamp(milliseconds: 7)),
            newParts: [StoredPart(tier: .restricted, version: 1, bytes: Sample.bytes())], digest: Sample.bytes(32))
    }

    private static func read(
        _ sample: Sample, _ content: ContentReference, _ number: UInt32 = 0, _ count: Int = 64
    ) async throws -> [[UInt8]] {
        try await sample.store.chunks(of: content.document, from: number, count: count, in: sample.practice)
    }

    private static func contentShows(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let content = try await arrived(sample, patient)
        let deposit = DepositID.random()
        #expect(try await read(sample, content).isEmpty)
        let version = try binary(patient, content, deposit)
        try await sample.store.stage(sample.deposit(deposit, [version]))
        #expect(try await read(sample, content).isEmpty)
        try await sample.store.publish(deposit, in: sample.practice)
        #expect(try await sample.read(version.key)?.manifest.content == content)
        #expect(try await read(sample, content) == chunks)
        #expect(try await read(sample, content, 1, 2) == Array(chunks[1..<3]))
        #expect(try await read(sample, content, 4, 9) == [chunks[4]])
        #expect(try await read(sample, content, 5, 9).isEmpty)
    }

    private static func contentRefused(_ sample: Sample) async throws {
        let (patient, other) = (try await sample.patient(), try await sample.patient())
        let content = try await arrived(sample, patient)
        let short = try ContentReference(
            document: content.document, chunks: 4, digest: content.digest, header: content.header)
        let unknown = try ContentReference(
            document: .random(), chunks: 5, digest: content.digest, header: content.header)
        for (owner, wrong) in [(patient, short), (patient, unknown), (other, content)] {
            let deposit = DepositID.random()
            await expect(.invalid) {
                try await sample.store.stage(sample.deposit(deposit, [try binary(owner, wrong, deposit)]))
            }
        }
        let first = DepositID.random()
        try await sample.write(first, [try binary(patient, content, first)])
        let second = DepositID.random()
        await expect(.invalid) {
            try await sample.store.stage(sample.deposit(second, [try binary(patient, content, second, ordinal: 2)]))
        }
        #expect(try await sample.store.pending(in: sample.practice).isEmpty)
    }

    private static func chunksInOrder(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let (document, practice) = (DocumentID.random(), sample.practice)
        await expect(.conflict) { try await sample.store.addChunks([chunks[0]], from: 0, to: document, in: practice) }
        await expect(.unknownPatient) {
            try await sample.store.beginDocument(document, of: .random(), in: practice)
        }
        try await sample.store.beginDocument(document, of: patient, in: practice)
        await expect(.conflict) { try await sample.store.beginDocument(document, of: patient, in: practice) }
        await expect(.conflict) { try await sample.store.addChunks([chunks[0]], from: 1, to: document, in: practice) }
        try await sample.store.addChunks([chunks[0]], from: 0, to: document, in: practice)
        await expect(.conflict) { try await sample.store.addChunks([chunks[0]], from: 0, to: document, in: practice) }
        for wrong in [[], [[]], [Sample.bytes(StoreLimits.maximumChunk + 1)]] as [[[UInt8]]] {
            await expect(.invalid) { try await sample.store.addChunks(wrong, from: 1, to: document, in: practice) }
        }
        await expect(.invalid) {
            try await sample.store.addChunks(
                [chunks[0]], from: StoreLimits.maximumChunks, to: document, in: practice)
        }
    }

    private static func dropping(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let (kept, dropped) = (try await arrived(sample, patient), try await arrived(sample, patient))
        let deposit = DepositID.random()
        try await sample.write(deposit, [try binary(patient, kept, deposit)])
        for _ in 0..<2 { try await sample.store.dropDocument(dropped.document, in: sample.practice) }
        await expect(.conflict) {
            try await sample.store.addChunks([chunks[0]], from: 5, to: dropped.document, in: sample.practice)
        }
        try await sample.store.dropDocument(kept.document, in: sample.practice)
        let unfinished = try await arrived(sample, patient)
        try await sample.store.dropUnfinishedDocuments(in: sample.practice)
        await expect(.conflict) {
            try await sample.store.addChunks([chunks[0]], from: 5, to: unfinished.document, in: sample.practice)
        }
        #expect(try await read(sample, kept) == chunks)
    }

    private static func contentGoes(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let (discarded, erased) = (try await arrived(sample, patient), try await arrived(sample, patient))
        let (first, second) = (DepositID.random(), DepositID.random())
        try await sample.store.stage(sample.deposit(first, [try binary(patient, discarded, first)]))
        try await sample.store.discard(first, in: sample.practice)
        await expect(.invalid) {
            try await sample.store.stage(sample.deposit(first, [try binary(patient, discarded, first)]))
        }
        try await sample.write(second, [try binary(patient, erased, second)])
        #expect(try await read(sample, erased) == chunks)
        try await sample.store.erase(patient, in: sample.practice)
        #expect(try await read(sample, erased).isEmpty)
    }

    private static func documentIsolation(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let content = try await arrived(sample, patient)
        let deposit = DepositID.random()
        try await sample.write(deposit, [try binary(patient, content, deposit)])
        let other = Sample(sample.store)
        _ = try await other.patient()
        #expect(try await read(other, content).isEmpty)
        await expect(.unknownPatient) {
            try await other.store.beginDocument(.random(), of: patient, in: other.practice)
        }
        try await other.store.dropUnfinishedDocuments(in: other.practice)
        #expect(try await read(sample, content) == chunks)
    }

    private static func arriving(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        for _ in 0..<StoreLimits.maximumArriving {
            try await sample.store.beginDocument(.random(), of: patient, in: sample.practice)
        }
        await expect(.invalid) { try await sample.store.beginDocument(.random(), of: patient, in: sample.practice) }
    }
}
