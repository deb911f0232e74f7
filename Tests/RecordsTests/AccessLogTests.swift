import BrokerAPI
import Crypto
import Foundation
import JSONTree
import Store
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("Access log")
struct AccessLogTests {
    private func lines(_ house: House, _ practice: PracticeID) throws -> [[UInt8]] {
        let folder = house.directory + "/access/\(practice)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let bytes = try names.flatMap { Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
        return bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    @Test func everyLineNamesTheOneBeforeAndNoValue() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let patient = try await session.newPatient("Kervella")
        _ = try await session.read("Patient", "\(patient)")
        _ = try? await session.read("Observation", "\(patient).9")
        _ = try await session.everything(patient: patient)
        house.clock.advance(seconds: 2)
        await house.service.enterAccessHeads()
        let lines = try lines(house, practice)
        #expect(lines.count == 4)
        var head = String(repeating: "0", count: 64)
        for (index, line) in lines.enumerated() {
            let value = try JSONValue(parsing: line)
            #expect(value["prev"]?.string == head)
            #expect(value["n"]?.number?.int64 == Int64(index + 1))
            #expect(value["session"]?.string == session.info.session.description)
            head = SHA256.hash(data: line).map { String(format: "%02x", $0) }.joined()
        }
        let all = lines.map { String(decoding: $0, as: UTF8.self) }
        #expect(all[1].contains(#""op":"read","patient":"\#(patient)","ids":["Patient/\#(patient)"]"#))
        #expect(all[2].contains(#""outcome":"not-found""#))
        #expect(all.allSatisfy { !$0.contains("Kervella") && !$0.contains("Brest") })
        var entered: [String] = []
        try house.broker.forEachEntry { _, entry in
            if case .access(let access) = entry.event { entered.append(access.head.hexadecimal) }
        }
        #expect(entered == [head])
    }

    @Test func aLongEventIsSeveralLines() throws {
        let patient = PatientID.random()
        let keys = (1...1_200).compactMap { ResourceKey(type: "Flag", patient: patient, ordinal: $0) }
        let lines = AccessEvent(operation: .transaction, patient: patient, resources: keys).lines
        #expect(lines.map(\.resources.count) == [512, 512, 176])
        #expect(lines.flatMap(\.resources) == keys && lines.allSatisfy { $0.patient == patient })
        #expect(AccessEvent(operation: .search).lines.count == 1)
    }

    @Test func goesOnAfterALineThatIsLongerThanWhatIsLookedAtFirst() async throws {
        let house = try House()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let patient = try await house.session(account).newPatient()
        house.accessLog.flush()
        let folder = house.directory + "/access/\(practice)"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/" + name))
        _ = try file.seekToEnd()
        let long = String(repeating: "x", count: 3 << 20)
        try file.write(contentsOf: Array(#"{"v":1,"n":2,"prev":"\#(long)"}"#.utf8) + [10])
        try file.close()
        let log = try AccessLog(directory: house.directory + "/access", clock: house.clock)
        let service = try RecordService(broker: house.broker, store: house.store, clock: house.clock, accessLog: log)
        let session = try await service.session(try await house.signIn(account))
        _ = try await session.read("Patient", "\(patient)")
        log.flush()
        let lines = try lines(house, practice).map { try JSONValue(parsing: $0) }
        #expect(lines.map { $0["n"]?.number?.int64 } == [1, 2, 3])
    }

    @Test func goesOnAfterARestartAndACutOffLine() async throws {
        let house = try House()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let patient = try await house.session(account).newPatient()
        house.accessLog.flush()
        let folder = house.directory + "/access/\(practice)"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/" + name))
        _ = try file.seekToEnd()
        try file.write(contentsOf: Array(#"{"v":1,"n":2,"pr"#.utf8))
        try file.close()
        let log = try AccessLog(directory: house.directory + "/access", clock: house.clock)
        let service = try RecordService(broker: house.broker, store: house.store, clock: house.clock, accessLog: log)
        let session = try await service.session(try await house.signIn(account))
        _ = try await session.read("Patient", "\(patient)")
        log.flush()
        let lines = try lines(house, practice).map { try JSONValue(parsing: $0) }
        #expect(lines.map { $0["n"]?.number?.int64 } == [1, 2])
    }
}
