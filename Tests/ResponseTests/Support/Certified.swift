import Ledger
import Vocabulary

@testable import Response

/// A small ledger with the certificates of a question.
struct Certified {
    let ledger: SmallLedger
    let query: ScopeQuery
    let result: ScopeResult
    private(set) var certificates: [ScopeCertificate] = []

    init(_ ledger: SmallLedger, _ query: ScopeQuery) throws {
        (self.ledger, self.query) = (ledger, query)
        result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: query)
        let maker = try CertificateMaker(result, directory: ledger.directory, verifier: ledger.verifier)
        let made = Collected<ScopeCertificate>()
        try maker.make(result.practices.map(\.practice)) { certificate, _ in made.add(certificate) }
        certificates = made.all.sorted { $0.practice < $1.practice }
    }
}
