import Testing
import Vocabulary

@testable import Response

/// Draws the same numbers in each run (SplitMix64).
private struct Draw: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("The chain of an incident")
struct IncidentChainTests {
    typealias Samples = IncidentSamples

    private static let texts = [
        "", "a", "é\n\"", "\u{7}", "{}", String(repeating: "x", count: 4_001), "\u{202E}", "freeze",
    ]

    private static func content(_ draw: inout Draw) -> IncidentEvent.Content {
        let hours = Double(Int.random(in: -400...400, using: &draw)) / 4
        let text = texts.randomElement(using: &draw) ?? ""
        let practice = Bool.random(using: &draw) ? Samples.practice : Samples.stranger
        switch Int.random(in: 0...10, using: &draw) {
        case 0: return Samples.aware(hours, .practice(practice))
        case 1: return Samples.aware(hours, .vendor)
        case 2:
            return Samples.entry(.ledger, hours, text, grade: IncidentEntry.Grade.allCases.randomElement(using: &draw))
        case 3: return Samples.entry(.foreign(text), hours)
        case 4: return .task(IncidentTask(id: text, phase: .assess, title: text, article: text))
        case 5: return .done(task: text, note: text)
        case 6: return .decided(IncidentDecision(what: text, reason: text, moment: Samples.hours(hours)))
        case 7: return .scope(query: text)
        case 8:
            return Samples.sent(Bool.random(using: &draw) ? .initial : .complementary, hours, of: practice, late: text)
        case 9: return .opened(Samples.opening())
        default: return Int.random(in: 0..<8, using: &draw) == 0 ? Samples.closing : Samples.entry(.person, hours, text)
        }
    }

    @Test(arguments: [IncidentParty.vendor, .practice(IncidentSamples.practice)])
    func randomEventsKeepItWhole(owner: IncidentParty) throws {
        var (taken, refused) = (0, 0)
        for seed in 0..<300 as Range<UInt64> {
            var draw = Draw(state: seed)
            var incident = try Samples.opened(owner)
            for _ in 0..<40 {
                let content = Self.content(&draw)
                let moment = Samples.hours(Double(Int.random(in: 0...100, using: &draw)))
                do throws(IncidentError) {
                    let event = try incident.add(content, by: Samples.author, at: moment)
                    #expect(event.hash == incident.head)
                    taken += 1
                } catch {
                    #expect(error.line == incident.events.count + 1)
                    refused += 1
                }
            }
            let again = try Incident(reading: incident.lines)
            #expect(again.head == incident.head && again.events == incident.events)
            let now = incident.events.last?.moment ?? Samples.start
            #expect(again.clocks(at: now) == incident.clocks(at: now))
            #expect(again.contradictions == incident.contradictions && again.tasks == incident.tasks)
            #expect(zip(incident.events, incident.events.dropFirst()).allSatisfy { $0.hash == $1.previous })
        }
        #expect(taken > 2_000 && refused > 2_000)
    }

    @Test func damagedLinesAreNamed() throws {
        let incident = try Samples.everythingFolded()
        let lines = incident.events.map(\.line)
        for place in lines.indices {
            var damaged = lines
            damaged[place][damaged[place].count / 2] ^= 1
            let error = #expect(throws: IncidentError.self) { try Incident(lines: damaged) }
            // A changed line that is still one is noticed by its follower, except the last.
            let named = try #require(error?.line)
            #expect(named == place + 1 || named == place + 2, "\(place): \(error?.description ?? "")")
            var shortened = lines
            shortened[place].removeLast()
            #expect(#expect(throws: IncidentError.self) { try Incident(lines: shortened) }?.line == place + 1)
        }
    }

    /// A byte of a stream, changed to another: noticed, unless it lies in the last line, which nothing follows.
    @Test func aDamagedByteIsNoticed() throws {
        let incident = try Samples.everythingFolded()
        let (bytes, last) = (incident.lines, incident.lines.count - (incident.events.last?.line.count ?? 0) - 1)
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var damaged = bytes
            damaged[place] ^= 1
            guard let read = try? Incident(reading: damaged) else { continue }
            #expect(place >= last && read.head != incident.head, "\(place)")
        }
    }

    @Test func leftOutPutInAndSwapped() throws {
        let incident = try Samples.everythingFolded()
        let lines = incident.events.map(\.line)
        for place in 1..<lines.count - 1 {
            var out = lines
            out.remove(at: place)
            #expect(#expect(throws: IncidentError.self) { try Incident(lines: out) }?.line == place + 1)
            var twice = lines
            twice.insert(lines[place], at: place)
            #expect(#expect(throws: IncidentError.self) { try Incident(lines: twice) }?.line == place + 2)
            var swapped = lines
            swapped.swapAt(place, place + 1)
            #expect(#expect(throws: IncidentError.self) { try Incident(lines: swapped) }?.line == place + 1)
            var blank = lines
            blank.insert([], at: place)
            #expect(#expect(throws: IncidentError.self) { try Incident(lines: blank) }?.line == place + 1)
        }
        // What was cut off at the end leaves a chain that is whole: the head that was noted down tells.
        let cut = try Incident(lines: Array(lines.dropLast()))
        #expect(cut.head == incident.events.last?.previous && cut.head != incident.head)
    }

    @Test func continuing() throws {
        let incident = try Samples.everythingFolded()
        var other = try Samples.opened()
        for content in Samples.everything { try other.add(content, by: Samples.other, at: Samples.hours(2)) }
        let lines = incident.events.map(\.line)
        for count in 1...lines.count {
            let earlier = try Incident(lines: Array(lines.prefix(count)))
            #expect(incident.continues(earlier) && other.continues(earlier) == (count == 1))
            #expect(earlier.continues(incident) == (count == lines.count))
        }
    }

    @Test func hashesAreRead() throws {
        let hash = IncidentHash(of: Array("abc".utf8))
        #expect(hash.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(IncidentHash(hash.description) == hash)
        for text in [
            "", "00", hash.description.uppercased(), hash.description + "0", String(repeating: "é", count: 32),
        ] {
            #expect(IncidentHash(text) == nil)
        }
    }
}
