import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

/// Fixed names and fresh keys for tests.
struct Examples {
    let practice = PracticeID.random()
    let patient = PatientID.random()
    let subject = SubjectID.random()
    let practiceKey: PracticeKey
    let patientKey: PatientKey

    init() {
        practiceKey = .random(practice: practice)
        patientKey = .random(practice: practice, patient: patient)
    }

    static func rootKey() throws -> RootKey { try RootKey(secret: .random(count: 32)) }

    func scope(_ tier: Tier = .medical, epoch: UInt32 = 3) -> TierScope {
        TierScope(practice: practice, patient: patient, tier: tier, epoch: epoch)
    }

    func name(
        _ scope: TierScope? = nil, type: String = "Observation", id: String = "p.7", version: UInt64 = 2,
        deposit: DepositID = DepositID(high: 1, low: 2)
    ) throws -> PartName {
        try PartName(scope: scope ?? self.scope(), type: type, id: id, version: version, deposit: deposit)
    }

    func partKey() throws -> PartKey { try patientKey.tierKey(.medical, epoch: 3).partKey(try name()) }
}

extension SecretBytes {
    /// A copy, for a test to compare.
    var copy: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }

    convenience init(text: String) { self.init(Array(text.utf8)) }
}

/// Expects a sealing error of one code.
func expectError(
    _ code: SealingError.Code, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) {
    let error = #expect(throws: SealingError.self, comment, sourceLocation: location, performing: body)
    #expect(error?.code == code, comment, sourceLocation: location)
}
