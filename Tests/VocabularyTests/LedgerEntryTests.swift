import Testing
import Vocabulary

@Suite("Ledger entry: one canonical form, read strictly")
struct LedgerEntryTests {
    static let practice = PracticeID(high: 1, low: 2)
    static let link = PracticeLink(practice: practice, n: 3, previous: [UInt8](repeating: 7, count: 32))

    static func entry() -> LedgerEntry {
        let release = Release(
            subject: SubjectID(high: 3, low: 4), tier: .medical, epoch: 1, holder: .member(MemberID(high: 5, low: 6)),
            session: SessionID(high: 7, low: 8), sessionClass: .passkey, gateway: GatewayID(high: 9, low: 10),
            purpose: .read,
            opening: true, dormant: false, expected: true)
        return LedgerEntry(time: Timestamp(milliseconds: 1_790_000_000_123), link: link, event: .release(release))
    }

    @Test func readsBackEqual() throws {
        let entry = LedgerEntryTests.entry()
        #expect(try LedgerEntry(entry.bytes) == entry)
    }

    @Test func membersAreSortedAndCompact() {
        let text = String(decoding: LedgerEntryTests.entry().bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"class":"passkey","dormant":false,"epoch":1,"expected":true,"gateway":""#))
        #expect(!text.contains(" "))
    }

    @Test func everyCutAndEveryChangedByteIsRefusedOrAnotherEntry() throws {
        let entry = LedgerEntryTests.entry()
        let bytes = entry.bytes
        for end in bytes.indices { #expect(throws: LedgerEntryError.self) { try LedgerEntry(bytes[..<end]) } }
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                guard let read = try? LedgerEntry(changed) else { continue }
                #expect(read != entry && read.bytes == changed, "byte \(index) bit \(bit)")
            }
        }
    }

    @Test func otherSpellingsAreRefused() throws {
        let text = String(decoding: LedgerEntryTests.entry().bytes, as: UTF8.self)
        let others = [
            text + " ", " " + text, text.replacing(#""v":1"#, with: #""v":1.0"#),
            text.replacing(#""v":1"#, with: #""v":01"#),
            text.replacing(#""v":1"#, with: #""v":1,"x":1"#), text.replacing(#""n":3"#, with: #""n":0"#),
            text.replacing(#""n":3,"#, with: ""), text.replacing("medical", with: "medica1"),
            text.replacing(#""kind":"release""#, with: #""kind":"reIease""#),
            text.replacing(#""v":1"#, with: #""v":2"#),
            text.replacing(#""epoch":1"#, with: #""epoch":9007199254740993"#),
            text.replacing(#""epoch":1"#, with: #""epoch":-9223372036854775808"#),
        ]
        for other in others {
            #expect(throws: LedgerEntryError.self, "\(other)") { try LedgerEntry(Array(other.utf8)) }
        }
    }

    @Test func anExportIsARangeOfSubjects() throws {
        let ids = (0..<4).map { SubjectID(high: 9, low: UInt64($0)) }
        let recipient = [UInt8](repeating: 5, count: 32)
        let ranges: [(SubjectID?, SubjectID?, [Bool])] = [
            (nil, nil, [true, true, true, true]), (nil, ids[1], [true, true, false, false]),
            (ids[1], nil, [false, false, true, true]), (ids[0], ids[2], [false, true, true, false]),
        ]
        for (after, last, covered) in ranges {
            let body = ExportEntry(recipient: recipient, after: after, last: last, count: 2)
            #expect(ids.map(body.covers) == covered)
            let entry = LedgerEntry(
                time: Timestamp(milliseconds: 1), link: LedgerEntryTests.link, event: .export(body))
            #expect(try LedgerEntry(entry.bytes) == entry)
        }
    }

    @Test func aRecipientIsAFingerprintAndNothingElse() throws {
        let fingerprint = String(repeating: "0a", count: 32)
        for name in [PolicyName.recipient, .export] {
            for value in [fingerprint, "", "x", fingerprint + "00", fingerprint.uppercased()] {
                let entry = LedgerEntry(
                    time: Timestamp(milliseconds: 1), link: LedgerEntryTests.link,
                    event: .policy(Policy(name: name, value: value)))
                #expect(((try? LedgerEntry(entry.bytes)) == entry) == (value == fingerprint), "\(value)")
            }
        }
    }

    @Test func anEntryOverTheBundleLimitIsRefused() {
        let huge = Array("{\"a\":\"".utf8) + [UInt8](repeating: 97, count: 70_000)
        #expect(throws: LedgerEntryError("length")) { try LedgerEntry(huge) }
    }
}
