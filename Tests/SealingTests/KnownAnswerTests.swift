import Crypto
import Foundation
import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

/// Every format against bytes that the Python implementation made.
@Suite struct KnownAnswerTests {
    let own: OwnVectors
    let practice: PracticeID
    let patient: PatientID
    let practiceKey: PracticeKey
    let patientKey: PatientKey

    init() throws {
        own = try Vectors.read(Vectors.ours, as: OwnVectors.self)
        practice = try #require(PracticeID(bytes: own.keys.practice.bytes))
        patient = try #require(PatientID(bytes: own.keys.patient.bytes))
        practiceKey = PracticeKey(material: SymmetricKey(data: own.keys.practice_key.bytes), practice: practice)
        let material = SymmetricKey(data: own.keys.patient_key.bytes)
        patientKey = PatientKey(material: material, practice: practice, patient: patient)
    }

    @Test func buckets() {
        for pair in own.padding { #expect(Padding.bucket(pair[0]) == pair[1], "length \(pair[0])") }
    }

    @Test func wrappedKeys() throws {
        let root = try RootKey(secret: SecretBytes(own.keys.root_key.bytes))
        let unwrapped = try root.unwrap(own.keys.wrapped_practice_key.bytes, practice: practice)
        #expect(unwrapped.material.secret.copy == own.keys.practice_key.bytes)
        let (key, subject) = try practiceKey.unwrap(own.keys.wrapped_patient_key.bytes, patient: patient)
        #expect(key.material.secret.copy == own.keys.patient_key.bytes)
        #expect(subject.bytes == own.keys.subject.bytes)
    }

    @Test func parts() throws {
        #expect(own.parts.count == 8)
        for part in own.parts {
            let tier = try #require(Tier(word: part.tier))
            let key =
                part.patient == nil
                ? practiceKey.ownTierKey(tier, epoch: part.epoch) : patientKey.tierKey(tier, epoch: part.epoch)
            #expect(key.secret.copy == part.tier_key.bytes, "tier key of \(part.id)")
            let name = try PartName(
                scope: key.scope, type: part.type, id: part.id, version: part.version,
                deposit: try #require(DepositID(bytes: part.deposit.bytes)))
            #expect(name.context == part.context.bytes, "context of \(part.id)")
            let partKey = try key.partKey(name)
            #expect(partKey.secret.copy == part.part_key.bytes, "part key of \(part.id)")
            let sealed = try SealedPart(bytes: part.sealed.bytes)
            #expect(try partKey.open(sealed).bytes == part.plaintext.bytes, "\(part.id)")
            #expect(sealed.digest.bytes == part.digest.bytes, "digest of \(part.id)")
            #expect(try partKey.seal(part.plaintext.bytes).bytes.count == part.sealed.bytes.count, "\(part.id)")
        }
    }

    @Test func document() throws {
        let known = own.document
        let part = try #require(own.parts.first { $0.id == known.part })
        let key = patientKey.tierKey(try #require(Tier(word: part.tier)), epoch: part.epoch)
        let name = try PartName(
            scope: key.scope, type: part.type, id: part.id, version: part.version,
            deposit: try #require(DepositID(bytes: part.deposit.bytes)))
        let header = try key.partKey(name).openHeader(known.header.bytes)
        #expect(header.document.bytes == known.document.bytes)
        #expect(header.length == known.length)
        #expect(header.content == known.content.bytes)
        #expect(Int(header.chunks) == known.chunks.count)
        // The Python implementation's last chunk opens; sealed again under the same key it is the same.
        let last = header.chunks - 1
        let opened = try header.open(known.last.bytes, number: last)
        #expect(opened.count == Int(known.length) - Int(last) * DocumentHeader.chunkBytes)
        let padded = opened + [UInt8](repeating: 0, count: known.last.bytes.count - 16 - opened.count)
        let again = try DocumentChunk(document: header.document, number: last, isLast: true)
            .seal(padded, with: header.material)
        #expect(again == known.last.bytes)
        #expect(Array(SHA256.hash(data: again)) == known.chunks[Int(last)].bytes)
    }

    @Test func texts() throws {
        let root = try RootKey(secret: SecretBytes(own.keys.root_key.bytes))
        for text in own.texts {
            let opened =
                try text.owner == "root"
                ? root.openText(text.sealed.bytes, label: text.label, id: text.id.bytes)
                : practiceKey.openText(text.sealed.bytes, label: text.label, id: text.id.bytes)
            #expect(opened == text.text, "\(text.owner)")
        }
    }

    @Test func indexRows() throws {
        for row in own.index {
            let key = practiceKey.indexKey(field: try #require(SearchTerm.Field(rawValue: row.field)))
            let token = key.token(Array(row.value.utf8))
            #expect(token.bytes == row.token.bytes, "\(row.field)")
            let made = key.row(token, patient: patient, ordinal: row.ordinal)
            #expect(made.macBytes == row.mac.bytes, "\(row.field) \(row.ordinal)")
            #expect(key.verify(made), "\(row.field) \(row.ordinal)")
        }
    }

    @Test func digests() throws {
        var parts = [Tier: PartDigest]()
        for (word, digest) in own.digests.parts {
            let sealed = try #require(own.parts.first { $0.digest.bytes == digest.bytes }).sealed
            parts[try #require(Tier(word: word))] = try SealedPart(bytes: sealed.bytes).digest
        }
        let digest = try DepositDigest.version(
            type: own.digests.type, id: own.digests.id, version: own.digests.version,
            manifest: own.digests.manifest.bytes, parts: parts)
        #expect(digest.description == own.digests.digest)
        let leaves = try own.digests.leaves.map { try #require(DepositDigest(bytes: $0.bytes)) }
        for (count, root) in own.digests.roots.enumerated() {
            #expect(DepositDigest.merkleRoot(Array(leaves.prefix(count))).description == root, "\(count) leaves")
        }
    }

    @Test func tokens() throws {
        let box = try TokenBox(key: SecretBytes(own.token.key.bytes))
        let context = own.token.context.map(\.bytes)
        let before = Timestamp(milliseconds: own.token.expires_ms - 1)
        #expect(try box.open(own.token.text, context: context, now: before) == own.token.payload.bytes)
        let end = before.adding(milliseconds: 1)
        expectError(.expired) { _ = try box.open(own.token.text, context: context, now: end) }
    }

    @Test func rootKeyFiles() throws {
        let raw = try RootKeyFile(contents: SecretBytes(text: own.root_files.raw))
        #expect(raw.contents.copy == Array(own.root_files.raw.utf8))
        let wrapped = own.keys.wrapped_practice_key.bytes
        #expect(try raw.rootKey().unwrap(wrapped, practice: practice).practice == practice)

        let file = try RootKeyFile(contents: SecretBytes(text: own.root_files.scrypt))
        #expect(file.contents.copy == Array(own.root_files.scrypt.utf8))
        let key = try file.rootKey(passphrase: SecretBytes(text: own.root_files.passphrase))
        let direct = try RootKey(secret: SecretBytes(own.root_files.scrypt_key.bytes))
        #expect(try direct.unwrap(try key.wrap(practiceKey), practice: practice).practice == practice)
    }

    @Test func boxes() throws {
        let secret = try RecipientSecret(contents: SecretBytes(text: own.box.secret))
        #expect(secret.contents.copy == Array(own.box.secret.utf8))
        #expect(secret.publicKey.text == own.box.public)
        #expect(secret.publicKey.fingerprint == own.box.fingerprint.bytes)
        let box = try Box(bytes: own.box.sealed.bytes)
        let opened = try box.open(with: secret, purpose: own.box.purpose, context: own.box.context.bytes)
        #expect(opened.copy == own.box.plaintext.bytes)
    }
}
