import JSONTree
import Response
import Vocabulary

/// A query as the JSON text that an incident's `scope` event holds (docs/formats/incidents.md).
extension ScopeQuery {
    /// The query in one line.
    var text: String { String(decoding: json.bytes, as: UTF8.self) }

    /// Reads ``text``. Whoever may write to the incident wrote it: it is checked like a file.
    init(text: String) throws {
        guard let json = try? JSONValue(parsing: Array(text.utf8)) else {
            throw Failure.refused("the incident's scope is no JSON: give --query")
        }
        do { self = try ScopeQuery(json) } catch { throw Failure.refused("the incident's scope: \(error)") }
    }

    /// Narrows an incident's query to its owner's practice. Throws for what can only be a mistake: another practice, or everybody
    /// whom anybody ever opened in every practice.
    mutating func restrict(to owner: IncidentParty) throws {
        if let practice = owner.practice {
            guard practices.isSubset(of: [practice]) else {
                throw Failure.refused("the query is about another practice than the incident's")
            }
            practices = [practice]
        }
        guard !asksForNobody || !practices.isEmpty else {
            throw Failure.refused("the query names nobody and no practice: it would be about every patient")
        }
    }
}
