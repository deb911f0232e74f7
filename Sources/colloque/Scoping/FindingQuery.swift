import Detection
import Response
import Vocabulary

/// A finding of a findings file as a question: the ids that it names, from a sliding day before its first event on, as
/// limits are counted over a day.
struct FindingQuery {
    private let finding: Finding

    /// Finds `FILE:ID`; of updates, the last.
    init(_ text: String) throws {
        guard let colon = text.lastIndex(of: ":") else { throw Failure.usage("--finding: give FILE:ID") }
        let (path, id) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
        finding = try FoundFinding(id: id, in: [path], of: nil).finding
    }

    /// Asks what a finding names.
    init(_ finding: Finding) { self.finding = finding }

    /// The question alone; nil when it names no one of the ledger's.
    var query: ScopeQuery? {
        var query = ScopeQuery()
        do { try add(to: &query) } catch { return nil }
        return query
    }

    /// Adds what the finding names. Throws when that is no one of the ledger's.
    func add(to query: inout ScopeQuery) throws {
        var isNamed = false
        for pair in finding.group + finding.shown {
            switch pair.field {
            case "member": isNamed = add(pair, to: &query.members) || isNamed
            case "client": isNamed = add(pair, to: &query.clients) || isNamed
            // Whether an account is a membership or a client, the finding does not say.
            case "account": isNamed = add(pair, to: &query.members) && add(pair, to: &query.clients) || isNamed
            case "session": isNamed = add(pair, to: &query.sessions) || isNamed
            case "gateway": isNamed = add(pair, to: &query.gateways) || isNamed
            case "partner": isNamed = add(pair, to: &query.partners) || isNamed
            case "practice": _ = add(pair, to: &query.practices)
            default: break
            }
        }
        guard isNamed else { throw Failure.refused("the finding names no account, session or gateway of the ledger") }
        query.from = query.from ?? finding.first.adding(days: -1)
    }

    private func add<Kind>(_ pair: Finding.Pair, to ids: inout Set<ID<Kind>>) -> Bool {
        guard let id = ID<Kind>(pair.value) else { return false }
        ids.insert(id)
        return true
    }
}
