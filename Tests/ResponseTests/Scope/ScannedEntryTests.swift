import Ledger
import Testing
import Vocabulary

@testable import Response

/// The fast scanner against the strict reader.
@Suite struct ScannedEntryTests {
    private static func scan(_ bytes: [UInt8]) -> ScannedEntry? { try? ScannedEntry(bytes.span) }

    @Test func everyEntryIsReadAsTheStrictReaderReadsIt() throws {
        let ledger = try SmallLedger(entries: 1_500, seed: 11)
        for entry in ledger.entries {
            let scanned = try #require(Self.scan(entry.bytes))
            #expect(scanned.time == entry.time.milliseconds && scanned.practice == entry.link?.practice)
            #expect(
                scanned.n == entry.link?.n ?? 0
                    && scanned.previous.bytes == entry.link?.previous ?? scanned.previous.bytes)
            switch entry.event {
            case .release(let body):
                #expect(scanned.kind == .release && scanned.subject == body.subject && scanned.tier == body.tier)
                #expect(
                    scanned.holder == body.holder && scanned.session == body.session && scanned.partner == body.partner)
                #expect(scanned.gateway == body.gateway && scanned.isDormant == body.dormant)
                #expect((scanned.grant != nil) == (body.grant != nil))
            case .export(let body):
                #expect(scanned.kind == .export && scanned.count == body.count && scanned.after == body.after)
            case .patient(let body): #expect(scanned.kind == .patient && scanned.subject == body.subject)
            case .erase(let body): #expect(scanned.kind == .erase && scanned.subject == body.subject)
            case .index(let body):
                #expect(scanned.kind == .index && scanned.size == body.size && scanned.hash?.bytes == body.root)
            default: #expect(scanned.kind == .other || scanned.kind == .access)
            }
        }
    }

    /// A changed byte never makes an entry that the strict reader takes and the scanner does not, nor one that both take and
    /// read differently.
    @Test func changedBytesAreReadAlikeOrRefused() throws {
        let ledger = try SmallLedger(entries: 300, seed: 12)
        var numbers = SeededNumbers(seed: 13)
        var (both, refused) = (0, 0)
        for entry in ledger.entries {
            for _ in 0..<30 {
                var bytes = entry.bytes
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &numbers), at: place)
                }
                let strict = try? LedgerEntry(bytes)
                let scanned = Self.scan(bytes)
                guard let strict else {
                    refused += 1
                    continue
                }
                both += 1
                #expect(scanned?.time == strict.time.milliseconds && scanned?.n == strict.link?.n ?? 0)
                if case .release(let body) = strict.event {
                    #expect(scanned?.subject == body.subject && scanned?.tier == body.tier)
                }
            }
        }
        #expect(both > 100 && refused > 1_000)
    }

    @Test func whatIsNotCanonicalIsRefused() {
        let texts = [
            "", "{}", "[]", #"{"kind":"time","t":1,"v":1"#, #"{"kind":"time","t":1,"v":1} "#,
            #"{"t":1,"kind":"time","v":1}"#,
            #"{"kind":"time","t":1,"t":1,"v":1}"#, #"{"kind":"time","t":01,"v":1}"#, #"{"kind":"time","t":-0,"v":1}"#,
            #"{"kind":"time","t":1.0,"v":1}"#, #"{"kind":"time","t":9007199254740993,"v":1}"#,
            #"{"kind":"nothing","t":1,"v":1}"#,
            #"{"kind":"time","t":1,"v":2}"#, #"{"kind":"ti\u006de","t":1,"v":1}"#, #"{"kind":"time", "t":1,"v":1}"#,
            #"{"kind":"release","t":1,"v":1}"#, #"{"kind":"time","n":1,"t":1,"v":1}"#, #"{"kind":"time","t":1,"v":1,}"#,
            #"{"kind":"time","t":99999999999999999999999999,"v":1}"#,
        ]
        for text in texts { #expect(Self.scan(Array(text.utf8)) == nil, "\(text)") }
        #expect(Self.scan(Array(#"{"kind":"time","t":1,"v":1}"#.utf8)) != nil)
    }
}
