import Crypto
import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

@Suite("Documents: chunked, in order, whole")
struct DocumentTests {
    private static func sealed(
        _ content: [UInt8], _ document: DocumentID = .random(), pieces: Int = 10_007
    ) throws -> (header: DocumentHeader, chunks: [[UInt8]]) {
        var sealer = DocumentSealer(document)
        var chunks: [[UInt8]] = []
        for start in stride(from: 0, to: content.count, by: pieces) {
            try sealer.add(Array(content[start..<min(start + pieces, content.count)])) { number, chunk in
                #expect(Int(number) == chunks.count)
                chunks.append(chunk)
            }
        }
        let header = try sealer.finish { number, chunk in
            #expect(Int(number) == chunks.count)
            chunks.append(chunk)
        }
        return (header, chunks)
    }

    private static func opened(_ header: DocumentHeader, _ chunks: [[UInt8]]) throws -> [UInt8] {
        try chunks.enumerated().flatMap { try header.open($1, number: UInt32($0)) }
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }

    @Test("Every length comes back, in whatever pieces it came")
    func roundTrip() throws {
        for length in [0, 1, 63, 64, 65, 65_535, 65_536, 65_537, 131_072, 200_001] {
            for pieces in [1_000, 65_536, 1 << 20] {
                let content = DocumentTests.bytes(length)
                let (header, chunks) = try DocumentTests.sealed(content, pieces: pieces)
                #expect(try DocumentTests.opened(header, chunks) == content, "\(length) in pieces of \(pieces)")
                #expect(header.length == UInt64(length))
                #expect(Int(header.chunks) == chunks.count)
                #expect(header.content == Array(SHA256.hash(data: content)))
                #expect(header.isConsistent)
            }
        }
    }

    @Test("The stored size tells the bucket only")
    func padding() throws {
        func size(_ length: Int) throws -> Int {
            try DocumentTests.sealed(DocumentTests.bytes(length)).chunks.reduce(0) { $0 + $1.count }
        }
        #expect(try size(100_001) == size(100_002))
        #expect(try size(0) == size(64))
    }

    @Test("A chunk that is altered, moved, cut off, or of another document does not open")
    func tampering() throws {
        let (header, chunks) = try DocumentTests.sealed(DocumentTests.bytes(200_001))
        let (other, others) = try DocumentTests.sealed(DocumentTests.bytes(200_001), header.document)
        for (number, chunk) in chunks.enumerated() {
            for place in [0, chunk.count / 2, chunk.count - 1] {
                var altered = chunk
                altered[place] ^= 1
                #expect(throws: SealingError.self) { try header.open(altered, number: UInt32(number)) }
            }
            #expect(throws: SealingError.self) { try header.open(others[number], number: UInt32(number)) }
            #expect(throws: SealingError.self) { try other.open(chunk, number: UInt32(number)) }
            #expect(throws: SealingError.self) { try header.open(chunk, number: UInt32((number + 1) % chunks.count)) }
            #expect(throws: SealingError.self) { try header.open(Array(chunk.dropLast()), number: UInt32(number)) }
        }
        #expect(throws: SealingError.self) { try header.open(chunks[0], number: UInt32(chunks.count)) }
        #expect(throws: SealingError.self) { try header.open([], number: 0) }
    }

    @Test("A chunk that is not the last cannot stand for the last")
    func truncation() throws {
        let (header, chunks) = try DocumentTests.sealed(DocumentTests.bytes(131_072))
        let shorter = DocumentHeader(
            document: header.document, length: 65_536, chunks: 1, content: header.content, material: header.material)
        #expect(chunks.count == 2)
        #expect(throws: SealingError.self) { try shorter.open(chunks[0], number: 0) }
    }

    @Test("A header opens for its own part only, and only if it is consistent")
    func header() throws {
        let practice = PracticeID.random()
        let tier = PatientKey.random(practice: practice, patient: .random()).tierKey(.restricted, epoch: 1)
        let name = try PartName(scope: tier.scope, type: "Binary", id: "a.1", version: 1, deposit: .random())
        let next = try PartName(scope: tier.scope, type: "Binary", id: "a.1", version: 2, deposit: name.deposit)
        let (header, chunks) = try DocumentTests.sealed(DocumentTests.bytes(70_000))
        let key = try tier.partKey(name)
        let sealed = try key.seal(header)
        #expect(sealed.count == DocumentHeader.sealedBytes)
        let opened = try key.openHeader(sealed)
        #expect((opened.document, opened.length, opened.chunks) == (header.document, 70_000, 2))
        #expect(opened.content == header.content)
        #expect(try DocumentTests.opened(opened, chunks) == DocumentTests.bytes(70_000))
        #expect(throws: SealingError.self) { try tier.partKey(next).openHeader(sealed) }
        for place in sealed.indices {
            var altered = sealed
            altered[place] ^= 1
            #expect(throws: SealingError.self) { try key.openHeader(altered) }
        }
        #expect(throws: SealingError.self) { try key.open(SealedPart(bytes: sealed)) }
        let wrong = DocumentHeader(
            document: header.document, length: 70_000, chunks: 3, content: header.content, material: header.material)
        #expect(throws: SealingError.self) { try key.openHeader(key.seal(wrong)) }
    }

    @Test("A document over the limit is refused while it arrives")
    func limit() throws {
        var sealer = DocumentSealer(.random())
        let piece = [UInt8](repeating: 1, count: 50 << 20)
        for _ in 0..<4 { try sealer.add(piece) { _, _ in } }
        let refused = Result { try sealer.add([1]) { _, _ in } }
        #expect(throws: SealingError.self) { try refused.get() }
        _ = try sealer.finish { _, _ in }
    }
}
