import BrokerAPI
import Ledger
import Response
import Vocabulary

/// New epochs for the patients whom a query opened, as the installation's own ledger has them.
struct EpochAdvance {
    private let result: ScopeResult

    /// Of whom a scope says.
    init(_ result: ScopeResult) { self.result = result }

    /// Reads the ledger. Throws when not all of it verifies, as whoever is missing would go on under what has leaked, and when nobody
    /// was opened.
    init(_ query: ScopeQuery, _ directory: DataDirectory) throws {
        let verifier = try LedgerPlace.verifier(try directory.verificationKey())
        do { result = try Scope.read(directory: directory.ledger, verifier: verifier, query: query) } catch {
            throw Failure.refused("\(directory.ledger): nothing of it verifies: \(error)")
        }
        guard result.isWhole else {
            throw Failure.refused("\(directory.ledger): not all of it verifies: mend it, or close with --keep-epochs")
        }
        guard people > 0 else {
            throw Failure.refused("the query opened nobody: correct it, or close with --keep-epochs")
        }
    }

    /// How many patients of practices it is about; of those, whoever was erased since is left out.
    var people: Int { result.practices.reduce(0) { $0 + result.subjects(of: $1.practice).count } }

    /// Asks the broker. Returns how many tiers advanced.
    func run(_ administration: Administration) async throws -> Int {
        var advanced = 0
        for practice in result.practices.map(\.practice) {
            for (tiers, people) in Dictionary(grouping: result.subjects(of: practice), by: \.value) {
                advanced += try await advance(people.map(\.key).sorted(), tiers, practice, administration)
            }
        }
        return advanced
    }

    private func advance(
        _ subjects: [SubjectID], _ tiers: Tiers, _ practice: PracticeID, _ administration: Administration
    ) async throws -> Int {
        var (advanced, rest) = (0, subjects[...])
        while !rest.isEmpty {
            let page = Array(rest.prefix(AdminRequest.maximumSubjects))
            rest = rest.dropFirst(page.count)
            let request = AdminRequest.advanceEpochs(practice: practice, subjects: page, tiers: tiers)
            guard case .advanced(let count) = try await administration.ask(request) else {
                throw Failure.broken("broker: unexpected answer")
            }
            advanced += count
        }
        return advanced
    }
}
