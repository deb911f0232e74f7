import BrokerAPI
import Foundation
import SealedParts
import Testing
import Vocabulary

@testable import Records

@Suite("An altered export is refused, and leaves nothing")
struct ExportTamperTests {
    /// An export of two patients, one with a document of several chunks.
    private func exported() async throws -> (export: ExportHouse, bytes: [UInt8]) {
        let export = try await ExportHouse()
        let patient = try await export.session.newPatient()
        _ = try await export.session.create(try Samples.observation("Patient/\(patient)"))
        _ = try await export.document(patient, 150_000)
        _ = try await export.session.newPatient("Bihan")
        _ = try await export.make()
        return (export, try export.bytes)
    }

    @Test func anyByteAnywhere() async throws {
        let export = try await ExportHouse()
        _ = try await export.session.newPatient()
        _ = try await export.make()
        let bytes = try export.bytes
        #expect(try export.refusal(bytes) == nil)
        var (places, silent) = (0, [Int]())
        for place in stride(from: 0, to: bytes.count, by: bytes.count > 4_000 ? 3 : 1) {
            var altered = bytes
            altered[place] ^= 1 << UInt8(place / 3 % 8)
            places += 1
            if try export.refusal(altered) == nil { silent.append(place) }
        }
        #expect(places > 500 && silent.isEmpty)
    }

    @Test func anyCutAndAnyTail() async throws {
        let (export, bytes) = try await exported()
        var end = ExportFrame.magic.count
        var ends = [0, 5, end]
        for (_, payload) in Frames(bytes).all {
            end += 5 + payload.count
            ends += [end - payload.count, end - 1, end]
        }
        #expect(end == bytes.count)
        for end in ends.dropLast() {
            #expect(try export.refusal(Array(bytes[..<end])) != nil, "cut at \(end) of \(bytes.count)")
        }
        #expect(try export.refusal(bytes + [0]) == "bytes behind the end")
    }

    @Test func aFileWithAFittingEndNamesWhatWasAltered() async throws {
        let (export, bytes) = try await exported()
        let frames = Frames(bytes)
        #expect(try frames.sealed == bytes)
        func refusal(_ alter: (inout Frames) throws -> Void) throws -> String {
            var altered = frames
            try alter(&altered)
            return try export.refusal(try altered.sealed) ?? "opened"
        }
        let (keys, versions) = (frames.places(.keys), frames.places(.version))
        let chunks = frames.places(.chunk)
        #expect(keys.count == 1 && versions.count == 4 && chunks.count == 3)
        #expect(try refusal { $0.all[keys[0]].payload[700] ^= 1 }.hasPrefix("keys of page 1: altered"))
        #expect(try refusal { $0.all.remove(at: keys[0]) }.hasSuffix("no key"))
        for place in versions {
            let version = try ExportedVersion(bytes: frames.all[place].payload)
            let text = try refusal { $0.all[place].payload[$0.all[place].payload.count - 1] ^= 1 }
            #expect(text.hasPrefix("\(version.key) version 1, ") && text.contains("altered"), "\(text)")
        }
        #expect(try refusal { $0.all[chunks[1]].payload[9] ^= 1 }.hasSuffix("chunk 1: altered"))
        #expect(try refusal { $0.all.swapAt(chunks[0], chunks[1]) }.hasSuffix("chunk 0: altered"))
        #expect(try refusal { $0.all.remove(at: chunks[1]) }.hasSuffix("chunk 1: altered"))
        #expect(try refusal { $0.all.remove(at: chunks[2]) }.contains("out of place"))
        #expect(try refusal { $0.all.append($0.all[chunks[2]]) }.contains("out of place"))
        #expect(try refusal { $0.all.append($0.all[0]) }.contains("out of place"))
        #expect(try refusal { $0.all.remove(at: 0) } == "header: altered")
        // Another resource's or patient's name on a part; another practice in the header.
        let other = try ExportedVersion(bytes: frames.all[versions[0]].payload)
        for place in versions.dropFirst() {
            let one = try ExportedVersion(bytes: frames.all[place].payload)
            guard one.key.patient != nil else { continue }
            let text = try refusal { $0.all[place].payload = try ExportTamperTests.renamed(one, other.key.id) }
            #expect(text != "opened", "\(one.key) as \(other.key.id)")
        }
        let header = try ExportHeader(bytes: frames.all[0].payload)
        let elsewhere = ExportHeader(practice: .random(), recipient: header.recipient, time: header.time)
        #expect(try refusal { $0.all[0].payload = elsewhere.bytes }.hasPrefix("keys of page 1: altered"))
        // What no key covers shows in the digest that the two ends compare.
        let later = ExportHeader(practice: header.practice, recipient: header.recipient, time: .init(milliseconds: 1))
        var dated = frames
        dated.all[0].payload = later.bytes
        try Data(dated.sealed).write(to: URL(fileURLWithPath: export.directory + "/dated"))
        let digest = try export.open().digest.hexadecimal
        try FileManager.default.removeItem(atPath: export.out)
        #expect(throws: ExportError.self) { try export.open(export.directory + "/dated", digest: digest) }
        #expect(!FileManager.default.fileExists(atPath: export.out))
    }

    @Test func anotherKeyOpensNothing() async throws {
        let (export, bytes) = try await exported()
        let stranger = try RecipientSecret.random()
        #expect(try export.refusal(bytes, stranger)?.hasPrefix("sealed to another key") == true)
        var frames = Frames(bytes)
        let header = try ExportHeader(bytes: frames.all[0].payload)
        frames.all[0].payload =
            ExportHeader(
                practice: header.practice, recipient: stranger.publicKey.fingerprint, time: header.time
            ).bytes
        #expect(try export.refusal(try frames.sealed, stranger)?.hasPrefix("keys of page 1: altered") == true)
    }

    @Test func whatIsNoExport() async throws {
        let export = try await ExportHouse()
        for bytes in [[], Array("colloque export 2\n".utf8), Array("{}".utf8), ExportFrame.magic] {
            #expect(try export.refusal(bytes) != nil)
        }
        // A length that nobody holds in memory.
        #expect(try export.refusal(ExportFrame.magic + [3, 255, 255, 255, 255])?.contains("no frame") == true)
        #expect(throws: ExportError.self) { try export.open(export.directory + "/missing") }
    }

    private static func renamed(_ version: ExportedVersion, _ id: String) throws -> [UInt8] {
        var writer = WireWriter()
        writer.text(version.key.type)
        writer.text(version.key.type == "Patient" ? id : id + ".1")
        writer.uint32(version.version)
        writer.data(version.manifest.bytes)
        writer.list(version.parts) { $0.data($1) }
        return writer.bytes
    }
}
