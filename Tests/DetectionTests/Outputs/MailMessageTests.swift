import Testing
import Vocabulary

@testable import Detection

@Suite("Findings as mail")
struct MailMessageTests {
    private let mail: MailMessage

    init() throws {
        let (from, to) = (MailAddress("watch@example.org"), MailAddress("duty+1@sub.example.org"))
        mail = MailMessage(from: try #require(from), to: [try #require(to)])
    }

    private func parts(_ findings: [Finding]) throws -> (headers: [String], body: String) {
        let text = String(decoding: try #require(mail.text(findings, at: SampleFinding.noon)), as: UTF8.self)
        let halves = text.split(separator: "\r\n\r\n", maxSplits: 1).map { String($0) }
        #expect(halves.count == 2)
        return (halves[0].replacing("\r\n ", with: " ").split(separator: "\r\n").map { String($0) }, halves[1])
    }

    @Test func digestBeginsWithTheGravest() throws {
        let findings = [SampleFinding.fanOut(id: "a", level: .low), SampleFinding.fanOut(id: "b", level: .critical)]
        let (headers, body) = try parts(findings)
        #expect(headers.contains("From: watch@example.org"))
        #expect(headers.contains("Subject: [critical] Account touches many practices and 1 more finding"))
        #expect(headers.contains("Date: Mon, 05 Jan 2026 08:30:00 +0000"))
        #expect(body.hasPrefix("CRITICAL  Account touches many practices\r\n"))
        #expect(body.contains("62 practices in 40 minutes; highest in 60 days: 1"))
        #expect(body.contains("rule fan-out, finding a"))
    }

    @Test func nothingBecomesAHeader() throws {
        let (headers, body) = try parts([SampleFinding.hostile])
        let names = headers.compactMap { $0.split(separator: ":").first.map { String($0) } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
                "Auto-Submitted",
            ])
        #expect(!body.split(separator: "\r\n").contains { $0 == "." || $0.hasPrefix("Bcc") })
    }

    @Test func linesAreShortASCII() throws {
        var finding = SampleFinding.hostile
        finding.title = String(repeating: "é= ", count: 400)
        let bytes = try #require(mail.text([finding], at: SampleFinding.noon))
        #expect(bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 13 || $0 == 10) })
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.hasSuffix(" ") })
    }

    @Test func quotedPrintableComesBack() {
        let line = String(repeating: "a=é ", count: 60)
        var out: [UInt8] = []
        let text = String(decoding: QuotedPrintable.bytes([line]), as: UTF8.self).replacing("=\r\n", with: "")
        var rest = Substring(text)
        while let next = rest.popFirst() {
            guard next == "=" else {
                out += Array(String(next).utf8)
                continue
            }
            out.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        #expect(String(decoding: out, as: UTF8.self) == line + "\r\n")
    }

    @Test func addressesAreStrict() {
        for text in ["a@b.fr", "a.b+c@x-y.example.org"] { #expect(MailAddress(text) != nil, "\(text)") }
        for text in [
            "", "a", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "\"a\"@b", "a..b@c", ".a@b", "a@[1.2.3.4]",
            "é@b.fr",
            "a,b@c", "<a@b>", String(repeating: "a", count: 254) + "@b",
        ] { #expect(MailAddress(text) == nil, "\(text)") }
    }

    @Test func manyAreCounted() throws {
        let many = (0..<80).map { SampleFinding.fanOut(id: "\($0)") }
        #expect(try parts(many).body.contains("30 findings not shown here."))
        #expect(mail.text([], at: SampleFinding.noon) == nil)
    }
}
