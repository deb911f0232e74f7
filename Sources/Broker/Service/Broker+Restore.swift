import BrokerAPI
import Vocabulary

extension Broker {
    /// How many patients of the ledger have no key here: after a restore of an older key database, until their wrapped copies are
    /// brought back.
    func patientsWithoutKey() throws -> Int {
        let known = look { state, _ in state.practices.mapValues(\.patients.count) }
        return try known.reduce(0) { try $0 + max(0, $1.value - vault.count(of: $1.key)) }
    }

    /// Takes back keys from the copies that lie beside the rows, once they open under the practice's key and the ledger knows their
    /// subject; erased patients stay erased. Returns how many were missing and are there again.
    func restoreKeys(_ copies: [WrappedPatientKey], in practice: PracticeID) throws -> Int {
        let opened = try copies.map { copy in
            guard let patient = try? vault.open(copy.wrapped, of: copy.patient, in: practice) else {
                throw BrokerFailure(.invalid, "a copy is not this practice's key of this patient: \(copy.patient)")
            }
            return (patient: copy.patient, subject: patient.subject, wrapped: copy.wrapped)
        }
        // Under the lock: an erasure enters before, and is seen, or after, and takes away what comes back here.
        return try look { state, _ in
            guard let known = state.practices[practice]?.patients else { throw BrokerFailure(.notFound, "practice") }
            return try vault.restore(opened.filter { known[$0.subject] != nil }, in: practice)
        }
    }
}
