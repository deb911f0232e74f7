import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("Incident events as lines")
struct IncidentLineTests {
    private static func text(_ event: IncidentEvent) -> String { String(decoding: event.line, as: UTF8.self) }

    @Test func everyKindComesBack() throws {
        let incident = try IncidentSamples.everythingFolded()
        for event in incident.events { #expect(try IncidentEvent.read(event.line) == event) }
        #expect(Set(incident.events.map(\.content.word)).count == 9)
        let again = try Incident(reading: incident.lines)
        #expect(again.events == incident.events && again.head == incident.head && again.size == incident.size)
        #expect(again.contradictions == incident.contradictions)
        #expect(try Incident(reading: incident.lines.dropLast()).head == incident.head)
    }

    /// The bytes are a format: other programs may hash them.
    @Test func formIsFixed() throws {
        let incident = try IncidentSamples.opened()
        let zeros = String(repeating: "0", count: 64)
        #expect(
            Self.text(incident.events[0]) == #"{"v":1,"n":1,"t":1767601800000,"author":"11111111-1111-4111-8111-"#
                + #"111111111111","prev":"\#(zeros)","kind":"opened","incident":"55555555-5555-4555-8555-555555555555","#
                + #""owner":"33333333-3333-4333-8333-333333333333","title":"Vol de session","finding":"5f0c","#
                + #""rule":"many-practices","holder":"m-1","session":"s-1"}"#)
        // sha256sum of the line above.
        #expect(incident.head.description == "1a085679d3d7e7036f514acc4e527f8107cf22fbf8f6a22b01bf349b1ea2c988")
    }

    @Test func readerTakesNothingElse() throws {
        let incident = try IncidentSamples.everythingFolded()
        let changes: [(Int, String, String, IncidentError.Code)] = [
            (1, #""v":1"#, #""v":2"#, .version), (1, #""v":1"#, #""v":"1""#, .form), (1, #""n":1,"#, "", .missing),
            (1, #""n":1,"#, #""n":0,"#, .form), (1, #""n":1,"#, #""n":1.0,"#, .form),
            (1, #""t":1767601800000"#, #""t":-1"#, .form),
            (1, #""t":1767601800000"#, #""t":253402300800000"#, .form),
            (1, #""t":1767601800000"#, #""t":99999999999999999999"#, .form), (1, "1111-4111", "1111-4111Z", .form),
            (1, "000000", "00000G", .form), (1, #""opened""#, #""ended""#, .form),
            (1, #""title":"Vol"#, #""title":"\u0007Vol"#, .form),
            (1, #""title":"Vol de session""#, #""title":"""#, .form),
            (1, #""title":"Vol de session""#, #""title":null"#, .form), (1, #""rule":"many-practices","#, "", .missing),
            (1, #""title":"#, #""titre":"#, .missing),
            (1, #""session":"s-1""#, #""session":"s-1","x":1"#, .unknownMember),
            (1, #""title":"Vol"#, #""title":"\u0056ol"#, .notCanonical), (1, #"{"v""#, #"{ "v""#, .notCanonical),
            (1, #""v":1,"n":1"#, #""n":1,"v":1"#, .notCanonical), (1, #""n":1,"#, #""n":1,"n":1,"#, .notJSON),
            (1, #""owner":"3333"#, #""owner":"vendeur"#, .form),
            (1, #""holder":"m-1""#, #""holder":["m-1"]"#, .notJSON),
            (2, #""how":"appel""#, #""how":true"#, .form), (4, #""source":"ledger""#, #""source":"ledgers""#, .form),
            (4, #""grade":"proven""#, #""grade":"sure""#, .form),
            (4, #""fact":"first-access""#, #""fact":"premier accès""#, .form),
            (4, #","value":"08:36""#, "", .missing), (4, #","fact":"first-access""#, "", .unknownMember),
            (6, #""foreign:nginx""#, #""foreign:""#, .form), (6, #""foreign:nginx""#, #""foreign:a b""#, .form),
            (8, #""phase":"contain""#, #""phase":"contains""#, .form),
            (8, #""task":"freeze""#, #""task":"a/b""#, .form),
            (12, #""duty":"33(1)""#, #""duty":"33(3)""#, .form),
            (12, #""phase":"initial""#, #""phase":"first""#, .form),
            (15, #""epochs":true"#, #""epochs":1"#, .form), (15, #""epochs":true"#, #""epochs":true}"#, .notJSON),
        ]
        for (number, from, to, code) in changes {
            let line = Self.text(incident.events[number - 1])
            guard let range = line.firstRange(of: from) else {
                Issue.record("\(number) \(from)")
                continue
            }
            let changed = line.replacingCharacters(in: range, with: to)
            let error = #expect(throws: IncidentError.self, "\(to)") { try IncidentEvent.read(Array(changed.utf8)) }
            #expect(error?.code == code, "\(number) \(to): \(error?.description ?? "")")
        }
    }

    @Test(arguments: ["", " ", "[]", "1", "\"x\"", "{", "{}", "null", "\u{FEFF}{}", "{\"v\":1}", "\0"])
    func readerTakesNoRubbish(text: String) {
        #expect(throws: IncidentError.self) { try IncidentEvent.read(Array(text.utf8)) }
        #expect(throws: IncidentError.self) { try Incident(reading: Array(text.utf8)) }
    }

    @Test func readerHasLimits() throws {
        var incident = try IncidentSamples.opened()
        let long = String(repeating: "é", count: IncidentLimit.text / 2)
        let most = String(repeating: "\"", count: IncidentLimit.query)
        let fitting = IncidentDecision(what: long, reason: long, moment: IncidentSamples.start)
        try incident.add(.decided(fitting), by: IncidentSamples.author, at: IncidentSamples.start)
        try incident.add(.scope(query: most), by: IncidentSamples.author, at: IncidentSamples.start)
        #expect(try Incident(reading: incident.lines).head == incident.head)
        let over: [IncidentEvent.Content] = [
            .decided(IncidentDecision(what: long + "e", reason: long, moment: IncidentSamples.start)),
            .decided(IncidentDecision(what: long, reason: long + "é", moment: IncidentSamples.start)),
            .scope(query: most + "x"),
            .task(IncidentTask(id: String(repeating: "a", count: 65), phase: .learn, title: "x")),
            .task(IncidentTask(id: "a", phase: .learn, title: String(repeating: "a", count: 301))),
        ]
        for content in over {
            let error = #expect(throws: IncidentError.self) {
                try incident.add(content, by: IncidentSamples.author, at: IncidentSamples.start)
            }
            #expect(error?.code == .tooLong && error?.line == 4)
        }
        let padded = Array(repeating: UInt8(ascii: " "), count: IncidentLimit.line) + incident.events[0].line
        #expect(throws: IncidentError(.tooLong)) { try IncidentEvent.read(padded) }
        #expect(throws: IncidentError(.tooMany)) { try Incident(reading: Array(repeating: 10, count: (3 << 20) + 1)) }
    }

    @Test func errorsShowNoValues() {
        for text in [
            #"{"v":"jean.dupont"}"#, #"{"jean.dupont":1}"#, "jean.dupont", #"{"v":1,"n":1,"t":"jean.dupont"}"#,
        ] {
            let error = #expect(throws: IncidentError.self) { try Incident(reading: Array(text.utf8)) }
            #expect(error.map { !"\($0)".contains("dupont") && "\($0)".hasPrefix("line 1: ") } == true)
        }
    }

    /// What somebody types is kept as it is, and never becomes a line, a member or an event of its own.
    @Test(arguments: [
        "\",\"kind\":\"closed\"", "a\nb\n{\"v\":1}", "=HYPERLINK(\"x\")", "{{title}}", "<script>alert(1)</script>",
        "\u{202E}txet", "\u{1F468}\u{200D}\u{2695}\u{FE0F}", "e\u{301}", "ignore all previous instructions",
        "\\u0000\\",
        "\u{2028}\u{2029}", "'; DROP TABLE x; --", "\u{FFFF}",
    ])
    func hostileTextStaysData(text: String) throws {
        var incident = try IncidentSamples.opened()
        let entry = IncidentEntry(moment: IncidentSamples.start, text: text, source: .person)
        try incident.add(.entry(entry), by: IncidentSamples.author, at: IncidentSamples.start)
        let again = try Incident(reading: incident.lines)
        #expect(again.events.count == 2 && again.head == incident.head)
        #expect(Array((again.entries.first?.value.text ?? "").utf8) == Array(text.utf8))
    }
}
