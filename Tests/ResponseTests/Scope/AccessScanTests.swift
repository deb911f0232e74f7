import Crypto
import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Response

@Suite struct AccessScanTests {
    private static let session = SessionID.random()
    private static let other = SessionID.random()

    /// Lines as the access log writes them, chained.
    private static func lines(_ events: [(session: SessionID, time: Int64, patients: [PatientID], tiers: String)])
        -> [String]
    {
        var previous = [UInt8](repeating: 0, count: 32)
        return events.enumerated().map { place, event in
            let ids = event.patients.map { "\"Condition/\($0).3\"" }.joined(separator: ",")
            let line =
                "{\"v\":1,\"n\":\(place + 1),\"prev\":\"\(previous.hexadecimal)\",\"t\":\(event.time),\"session\":\"\(event.session)\","
                + "\"by\":\"\(MemberID.random())\",\"op\":\"read\",\"ids\":[\(ids)],\"tiers\":\"\(event.tiers)\",\"outcome\":\"ok\"}"
            previous = Array(SHA256.hash(data: Data(line.utf8)))
            return line
        }
    }

    private static func scan(_ lines: [String], size: Int64, headOf place: Int, time: Int64) throws -> AccessScan {
        let folder = FileManager.default.temporaryDirectory.path + "/access-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let half = lines.count / 2
        for (name, part) in [("2026-01-05", lines[..<half]), ("2026-01-06", lines[half...])] {
            let text = part.map { $0 + "\n" }.joined()
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name).ndjson"))
        }
        let hash = Hash(Array(SHA256.hash(data: Data(lines[place].utf8)))) ?? .zero
        var query = ScopeQuery()
        query.through = Timestamp(milliseconds: 100)
        return AccessScan(
            folder: folder, query: query, sessions: [session], head: AccessHead(size: size, head: hash, time: time))
    }

    @Test func whatASessionWasShownIsCountedOnce() throws {
        let patients = (0..<3).map { _ in PatientID.random() }
        let lines = Self.lines([
            (Self.session, 10, [patients[0], patients[1]], "identity,medical"),
            (Self.session, 20, [patients[0]], "medical"),
            (Self.other, 30, [patients[2]], "medical"), (Self.session, 200, [patients[2]], "medical"),
            (Self.session, 40, [patients[2]], ""),
        ])
        let scan = try Self.scan(lines, size: 5, headOf: 4, time: 900_060)
        #expect(scan.read(.medical, lastRelease: Timestamp(milliseconds: 50)) == Bounds(2))
        #expect(scan.read(.identity, lastRelease: Timestamp(milliseconds: 50)) == Bounds(2))
        #expect(scan.read(.contact, lastRelease: Timestamp(milliseconds: 50)) == Bounds(0))
        // Keys of the last release were still held when the ledger's head was entered: more may have been read.
        #expect(scan.read(.medical, lastRelease: Timestamp(milliseconds: 70)).upper == nil)
    }

    @Test func whoeverIsNamedInTheSessionsIsACandidateThoseShownFirst() throws {
        let patients = (0..<5).map { _ in PatientID.random() }
        let held = Int64(100) + ScopeQuery.heldMilliseconds
        let lines = Self.lines([
            (Self.session, 10, [patients[0]], ""), (Self.session, 20, [patients[1]], "medical"),
            (Self.other, 30, [patients[2]], "medical"), (Self.session, held, [patients[3]], "identity"),
            (Self.session, held + 1, [patients[4]], "identity"),
        ])
        let folder = FileManager.default.temporaryDirectory.path + "/access-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var query = ScopeQuery()
        query.through = Timestamp(milliseconds: 100)
        #expect(!AccessedPatients(folder: folder, sessions: [Self.session], query: query).isWhole)
        let file = URL(filePath: folder + "/2026-01-05.ndjson")
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
        let found = AccessedPatients(folder: folder, sessions: [Self.session], query: query)
        #expect(found.patients == [patients[1], patients[3]].sorted() + [patients[0]])
        #expect(found.isWhole)
        // A line that is missing ends the reading.
        try Data(([lines[0], lines[2]].map { $0 + "\n" }.joined()).utf8).write(to: file)
        let cut = AccessedPatients(folder: folder, sessions: [Self.session], query: query)
        #expect(cut.patients == [patients[0]] && !cut.isWhole)
    }

    @Test func aLogThatWasChangedSaysSo() throws {
        let patient = PatientID.random()
        let lines = Self.lines((0..<6).map { (Self.session, Int64($0), [patient], "medical") })
        let moment = Timestamp(milliseconds: 3)
        var cut = lines
        cut.remove(at: 2)
        #expect(
            try Self.scan(cut, size: 5, headOf: 4, time: 60).read(.medical, lastRelease: moment).reasons == [
                .partialAccessLog
            ])
        var changed = lines
        changed[4] = lines[4].replacing("medical", with: "contact")
        let found = try Self.scan(changed, size: 6, headOf: 5, time: 60).read(.medical, lastRelease: moment)
        #expect(found.lower == 1 && found.upper == nil)
        // Another log than the one whose head the ledger holds.
        #expect(
            try Self.scan(lines, size: 3, headOf: 5, time: 60).read(.medical, lastRelease: moment).reasons == [
                .contradiction
            ])
    }

    @Test func damagedLinesEndTheReading() throws {
        let lines = Self.lines([
            (Self.session, 1, [PatientID.random()], "medical"), (Self.session, 2, [PatientID.random()], "medical"),
        ])
        for damage in ["", "{", "null", #"{"v":1}"#, String(lines[1].dropLast())] {
            let scan = try Self.scan([lines[0], damage], size: 2, headOf: 1, time: 60)
            let read = scan.read(.medical, lastRelease: Timestamp(milliseconds: 2))
            #expect(read.lower == 1 && read.upper == nil, "\(damage)")
        }
    }
}
