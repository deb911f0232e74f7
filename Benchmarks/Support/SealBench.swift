import Crypto
import Foundation
import SealedParts
import Sealing
import Vocabulary

/// Keys and names of one part, and the timed loops over them.
struct SealBench {
    /// Seconds of each loop.
    struct Round {
        var seal = 0.0
        var open = 0.0
        var bareSeal = 0.0
        var bareOpen = 0.0
        var derivedOpen = 0.0
        var envelope = 0.0

        mutating func add(_ other: Round) {
            seal += other.seal
            open += other.open
            bareSeal += other.bareSeal
            bareOpen += other.bareOpen
            derivedOpen += other.derivedOpen
            envelope += other.envelope
        }
    }

    private let plaintext = (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    private let practiceKey: PracticeKey
    private let patient = PatientID.random()
    private let wrapped: [UInt8]
    private let tierKey: TierKey
    private let name: PartName
    private let partKey: PartKey
    private let part: SealedPart
    private let bareKey = SymmetricKey(size: .bits256)
    /// As long as a part's authenticated context: eight fields, each with its length before it.
    private let context: [UInt8]
    private let bare: Data

    init() throws {
        let practice = PracticeID.random()
        practiceKey = PracticeKey.random(practice: practice)
        let patientKey = PatientKey.random(practice: practice, patient: patient)
        wrapped = try practiceKey.wrap(patientKey, subject: .random())
        tierKey = patientKey.tierKey(.medical, epoch: 1)
        name = try PartName(
            scope: tierKey.scope, type: "Observation", id: "\(patient).7", version: 1, deposit: .random())
        partKey = try tierKey.partKey(name)
        part = try partKey.seal(plaintext)
        let fields = [15, 16, 16, "Observation".utf8.count, name.id.utf8.count, 8, 16, 1, 4]
        context = [UInt8](repeating: 7, count: fields.reduce(0) { $0 + 4 + $1 })
        guard let bare = try AES.GCM.seal(plaintext, using: bareKey, authenticating: context).combined else {
            throw BenchmarkError.unexpected("sealed box")
        }
        self.bare = bare
    }

    /// Each loop once, so many times.
    func round(_ count: Int) throws -> Round {
        var round = Round()
        round.seal = try time(count) { try partKey.seal(plaintext).bytes.count }
        round.bareSeal = try time(count) {
            try AES.GCM.seal(plaintext, using: bareKey, authenticating: context).combined?.count ?? 0
        }
        round.open = try time(count) { try partKey.open(part).bytes.count }
        round.bareOpen = try time(count) {
            try AES.GCM.open(AES.GCM.SealedBox(combined: bare), using: bareKey, authenticating: context).count
        }
        round.derivedOpen = try time(count) { try tierKey.partKey(name).open(part).bytes.count }
        round.envelope = try time(count) {
            let patientKey = try practiceKey.unwrap(wrapped, patient: patient).key
            return try patientKey.tierKey(.medical, epoch: 1).partKey(name).open(part).bytes.count
        }
        return round
    }

    private func time(_ count: Int, _ body: () throws -> Int) throws -> Double {
        let start = Latencies.now
        var bytes = 0
        for _ in 0..<count { bytes &+= try body() }
        guard bytes > 0 else { throw BenchmarkError.unexpected("nothing sealed") }
        return Latencies.seconds(since: start)
    }
}
