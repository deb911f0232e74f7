import JSONTree
import Vocabulary

extension ScopeCertificate {
    /// What a verified certificate says.
    public struct Verdict: Sendable {
        /// The question that it answers, narrowed to the practice and those of its holders who stand in its entries.
        public let query: ScopeQuery
        /// The counts, recomputed from the entries.
        public let scope: PracticeScope
        /// How many entries of the practice it holds, all between its ends.
        public let entries: Int
        /// Whether nothing was asked for that lies behind its last entry.
        public let coversInterval: Bool
        /// Until when it is complete: the last `index` entry's time.
        public let completeUntil: Timestamp
        /// The keys that cosigned the checkpoint, of those that were asked for.
        public let cosigned: [String]

        /// What `scope verify --json` prints.
        public var json: JSONValue {
            [
                "ok": true, "query": query.json, "entries": .number(JSONNumber(Int64(entries))),
                "covers_interval": .bool(coversInterval),
                "complete_until": .number(JSONNumber(completeUntil.milliseconds)),
                "cosigned": .array(cosigned.map(JSONValue.string)), "result": scope.json,
            ]
        }

        /// Whether a certificate's file says the same of it. Throws the member that says something else.
        public func check(_ file: JSONValue) throws(ScopeError) {
            for member in ["result", "covers_interval", "complete_until"] where file[member] != json[member] {
                throw ScopeError(member, "is not what the entries say")
            }
        }
    }
}
