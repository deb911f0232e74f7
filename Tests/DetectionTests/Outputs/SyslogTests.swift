import Testing
import Vocabulary

@testable import Detection

@Suite("Findings as CEF in syslog")
struct SyslogTests {
    private let cef = CEFRecord()
    private let syslog = SyslogRecord(host: "watch 1.example.org")

    @Test func record() {
        let text = cef.text(SampleFinding.fanOut())
        #expect(
            text.hasPrefix(
                """
                CEF:0|Colloque|Colloque watch|1.0|fan-out|Account touches many practices|8|externalId=5f0c \
                rt=1767601800000 
                """
            ))
        for part in [
            "suser=svc-export", "dvchost=db-1", "dst=203.0.113.9", "c6a2=2001:db8::7", "cnt=3100", "cfp1=62",
            "cfp1Label=practices", "msg=62 practices in 40 minutes; highest in 60 days: 1",
            "cs1=practice:p1, practice:p2",
        ] { #expect(text.contains(" " + part), "\(part)") }
    }

    @Test func headerEscapesPipesAndExtensionEqualSigns() {
        #expect(CEFRecord.header("a|b\\c=d\r\ne") == "a\\|b\\\\c=d  e")
        #expect(CEFRecord.value("a|b\\c=d\r\ne\t", bytes: 99) == "a|b\\\\c\\=d\\r\\ne ")
    }

    /// Reads a record as a receiver does: what was put in comes out, and no field can be smuggled in.
    @Test func receiverReadsWhatWasWritten() throws {
        var finding = SampleFinding.hostile
        finding.why = "x=1 suser=root|\\n\\=\nend\\"
        let (header, fields) = try CEFReading.read(cef.text(finding))
        #expect(header.count == 7)
        #expect(header[4].hasPrefix("a|b\\c=d\"e]f"))
        #expect(fields["msg"] == finding.why)
        #expect(fields["suser"]?.hasPrefix("a|b\\c=d\"e]f\r\nBcc: all@example.org") == true)
        #expect(fields["externalId"] == "5f0c")
        #expect(fields["Bcc"] == nil)
    }

    @Test func message() {
        let text = syslog.message(SampleFinding.fanOut())
        #expect(
            text.hasPrefix(
                "<106>1 2026-01-05T08:30:00.000Z watch1.example.org colloque-watch - finding "
                    + "[finding@32473 id=\"5f0c\" rule=\"fan-out\" level=\"high\"] CEF:0|"))
        let priorities = RuleLevel.allCases.map { 13 * 8 + SyslogRecord.severity($0) }
        #expect(priorities == [110, 109, 108, 106, 105])
    }

    @Test func structuredDataIsEscaped() {
        let text = syslog.message(SampleFinding.hostile)
        #expect(text.contains(#"rule="a|b\\c=d\"e\]f  Bcc"#))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func framesTellTheirLengthInBytes() {
        let frame = syslog.frame(SampleFinding.hostile)
        let space = frame.firstIndex(of: 32) ?? 0
        #expect(Int(String(decoding: frame[..<space], as: UTF8.self)) == frame.count - space - 1)
        #expect(
            SyslogRecord(host: "\r\n", application: String(repeating: "a", count: 99)).message(SampleFinding.fanOut())
                .contains(" - " + String(repeating: "a", count: 48) + " - finding "))
    }

    @Test func longTextIsCutBetweenCharacters() {
        var finding = SampleFinding.fanOut()
        finding.why = String(repeating: "é", count: 5_000)
        let fields = (try? CEFReading.read(cef.text(finding)).fields) ?? [:]
        #expect(fields["msg"]?.utf8.count == 1_023)
        #expect(fields["msg"]?.hasSuffix("é…") == true)
    }
}
