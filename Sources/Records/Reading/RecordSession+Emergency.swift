import BrokerAPI
import Vocabulary

extension RecordSession {
    /// Declares an emergency opening of one patient, with a fresh factor; reading goes on as always.
    ///
    /// - Parameters:
    ///   - reason: a code of 1 to 32 letters, digits or hyphens.
    ///   - assertion: a new assertion of the same holder.
    /// - Throws: `notFound`, `refused` when the day's ten are used, `forbidden`.
    public func emergency(patient: PatientID, reason: String, assertion: SignIn) async throws(RecordError) {
        try await logged(AccessEvent(operation: .emergency, patient: patient)) { () throws(RecordError) in
            try require(.read, "Patient", of: patient)
            let request = EmergencyRequest(
                token: token, proof: proofBytes, assertion: assertion, patient: patient, reason: reason)
            _ = try await RecordError.mapping { try await service.broker.emergency(request) }
        } shown: { _, _ in
        }
    }
}
