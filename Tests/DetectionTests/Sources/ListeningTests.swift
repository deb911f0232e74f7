import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("Syslog over the network")
struct ListeningTests {
    private static func lines(_ folder: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { SpoolFile.number($0) }
        return try names.sorted().flatMap { number in
            let text = try String(contentsOfFile: SpoolFile.path(folder, number), encoding: .utf8)
            return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix(SpoolFile.head) }
        }
    }

    private static func counted(_ text: String) -> [UInt8] { Array("\(text.utf8.count) \(text)".utf8) }

    @Test func addresses() {
        for text in ["udp:127.0.0.1:5514", "tcp:[::1]:0", "tls:0.0.0.0:6514"] {
            #expect(ListenAddress(text)?.description == text)
        }
        let bad = [
            "", "tcp", "tcp:", "tcp:1", "tcp:127.0.0.1", "tcp:127.0.0.1:", "tcp:127.0.0.1:65536", "tcp:127.0.0.1:+1",
            "tcp:localhost:1", "tcp:::1:5514", "tcp:[127.0.0.1]:1", "relp:127.0.0.1:1", "TCP:127.0.0.1:1",
            "tcp:127.0.0.1:1 ", "tcp:127.0.0.1\u{0}:1", "tcp:1.2.3:1",
        ]
        for text in bad { #expect(ListenAddress(text) == nil, "\(text)") }
    }

    @Test func receivers() {
        #expect(ReceiverAddress("logs.example:6514").map { [$0.host, "\($0.port)"] } == ["logs.example", "6514"])
        #expect(ReceiverAddress("[2001:db8::7]:514")?.isAddress == true)
        #expect(ReceiverAddress("192.0.2.7:514")?.isAddress == true)
        #expect(ReceiverAddress("logs.example:6514")?.isAddress == false)
        for text in ["", "a", "a:", ":1", "a:0", "a:65536", "a b:1", "-a:1", "a/b:1", "[a]:1", "::1:1", "a\n:1"] {
            #expect(ReceiverAddress(text) == nil, "\(text)")
        }
    }

    @Test func framesAreLinearForASlowSender() {
        let size = 1 << 18
        for line in [
            Array(repeating: UInt8(ascii: "<"), count: size) + [10],
            Array("\(size) ".utf8) + Array(repeating: 65, count: size),
        ] {
            var (frames, found) = (SyslogFrames(), 0)
            for byte in line {
                frames.append(CollectionOfOne(byte))
                while let frame = frames.cut() { if case .message(let text) = frame { found = text.count } }
            }
            #expect(found == size && frames.work <= 2 * line.count && !frames.hasRest)
        }
    }

    @Test func framesAreLinearForManyInOnePiece() {
        let stream = Array(String(repeating: "<13>a\n", count: 50_000).utf8)
        var (frames, count) = (SyslogFrames(), 0)
        for start in stride(from: 0, to: stream.count, by: 10_007) {
            frames.append(stream[start..<min(start + 10_007, stream.count)])
            while frames.cut() != nil { count += 1 }
        }
        #expect(count == 50_000 && frames.work <= 2 * stream.count)
    }

    @Test func messagesBecomeLines() throws {
        let files = try TestFile()
        let spool = try SyslogSpool(folder: files.path("listen"))
        var intake = SyslogIntake(spool, limit: 64)
        let bytes =
            Self.counted("<13>one\ntwo\n") + Array("<13>three\r\n\n".utf8)
            + Self.counted(String(repeating: "x", count: 65))
        for byte in bytes { #expect(intake.take([byte]) == .taken) }
        #expect(intake.take("9 torn".utf8) == .taken && intake.end() == .taken)
        spool.take(datagram: Array("<13>four\n\u{0}".utf8))
        spool.take(datagram: [])
        #expect(
            try Self.lines(files.path("listen"))
                == ["<13>one two", "<13>three\r", "<13>four"].map { $0.replacing("\r", with: "") })
        let counts = spool.counts
        #expect(counts.messages == 3 && counts.tooLong == 1 && counts.torn == 1 && counts.dropped == 0)
        #expect(intake.take("nothing of syslog 5x".utf8) == .taken)
        #expect(intake.take("\n12345678901 ".utf8) == .broken && spool.counts.broken == 1)
    }

    @Test func aSpoolGoesOnAfterItsLastLine() throws {
        let files = try TestFile()
        let folder = files.path("listen")
        for number in 0..<3 {
            let spool = try SyslogSpool(folder: folder)
            spool.take(datagram: Array("<13>\(number)".utf8))
            try spool.sync()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["syslog-1.log"])
        try files.append("<13>to", to: "listen/syslog-1.log")
        try SyslogSpool(folder: folder).take(datagram: Array("<13>3".utf8))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["syslog-1.log", "syslog-2.log"])
        #expect(try Self.lines(folder) == ["<13>0", "<13>1", "<13>2", "<13>to", "<13>3"])
    }

    @Test func aFullSpoolTakesNothingUntilItIsRead() throws {
        let files = try TestFile()
        let spool = try SyslogSpool(folder: files.path("listen"), limits: SpoolLimits(kept: 65_536))
        let message = Array("<13>\(String(repeating: "m", count: 995))".utf8)
        var intake = SyslogIntake(spool)
        var sent = 0
        while intake.take(message + [10]) == .taken { sent += 1 }
        #expect(sent >= 32 && sent <= 34 && !spool.hasRoom && intake.flush() == .full)
        spool.take(datagram: message)
        #expect(spool.counts.dropped == 1 && spool.counts.messages == sent)
        spool.didReadAll(to: spool.end)
        #expect(spool.unread == 0 && intake.flush() == .taken && spool.counts.messages == sent + 1)
    }

    @Test func whatWasReadGoesAndWhatWasNotStays() throws {
        let files = try TestFile()
        let folder = files.path("listen")
        let spool = try SyslogSpool(folder: folder, limits: SpoolLimits(kept: 65_536))
        let message = Array("<13>\(String(repeating: "m", count: 995))".utf8)
        for _ in 0..<300 {
            spool.take(datagram: message)
            spool.didReadAll(to: spool.end)
        }
        let numbers = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { SpoolFile.number($0) }
        #expect(spool.counts.messages == 300 && numbers.count <= 18 && (numbers.min() ?? 0) > 40)
        spool.didRead(SpoolFile.path(folder, numbers.min() ?? 0), to: 0)
        #expect(!spool.hasRoom)
        spool.take(datagram: message)
        #expect(spool.counts.dropped == 1)
        spool.didRead("elsewhere/access.log", to: 0)
        #expect(!spool.hasRoom)
    }

    @Test func aWatchReadsItsSpoolOverRestarts() throws {
        let files = try TestFile()
        var random = SeededRandom(7)
        var (sent, got): ([String], [String]) = ([], [])
        for round in 0..<6 {
            let spool = try SyslogSpool(folder: files.path("listen"), limits: SpoolLimits(kept: 1 << 20))
            var stream = try SourceStream(
                [spool.pattern], options: .init(state: files.path("offsets.json"), follows: true),
                reader: { SyslogReader([:]) })
            var (event, last) = (Event(), LogPosition?.none)
            for number in 0..<2_000 {
                let text = "r\(round)-\(number)"
                sent.append(text)
                spool.take(
                    datagram: Array(
                        "<13>1 2026-01-05T08:30:00Z h a - - - \(text)\(String(repeating: " ", count: Int.random(in: 0..<200, using: &random)))"
                            .utf8))
                guard number % 17 == 0 else { continue }
                while case .event(let place) = try stream.next(into: &event) {
                    got.append(event.first("message")?.trimmingCharacters(in: .whitespaces) ?? "")
                    last = place
                }
            }
            if let last { try stream.commit(upTo: last) }
        }
        #expect(got.count >= 11_900 && got == Array(sent.prefix(got.count)))
    }
}
