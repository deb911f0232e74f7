import JSONTree

/// Bundles (R4): read as batches and transactions, built as search sets, histories and responses.
public enum Bundle {
    /// `Bundle.type`.
    public enum Kind: String, Sendable {
        case searchset, history, transaction, batch, collection, document, message
        case transactionResponse = "transaction-response"
        case batchResponse = "batch-response"
    }

    /// A page of a search set or history: `self`, `next`, `previous` …
    public struct Link: Sendable, Equatable {
        /// `link.relation`.
        public var relation: String
        /// `link.url`.
        public var url: String

        /// Names a page.
        public init(_ relation: String, _ url: String) {
            self.relation = relation
            self.url = url
        }
    }

    /// A resource of a search set.
    public struct Match: Sendable, Equatable {
        /// `entry.fullUrl`.
        public var fullUrl: String
        /// The resource, as compact JSON text.
        public var text: [UInt8]
        /// `entry.search.mode`: `match`, `include` or `outcome`.
        public var mode: String
        /// `entry.search.score` and the grade, of `$match`.
        public var score: MatchScore?

        /// Describes a match by the resource's text.
        public init(fullUrl: String, text: [UInt8], mode: String = "match") {
            self.fullUrl = fullUrl
            self.text = text
            self.mode = mode
        }

        /// Describes a match.
        public init(fullUrl: String, resource: JSONValue, mode: String = "match") {
            self.init(fullUrl: fullUrl, text: resource.bytes, mode: mode)
        }
    }

    /// What became of one entry of a batch or transaction.
    public struct Response: Sendable, Equatable {
        /// `201 Created`.
        public var status: String
        /// `Patient/1/_history/1`.
        public var location: String?
        /// `W/"1"`.
        public var etag: String?
        /// An instant.
        public var lastModified: String?
        /// The resource, when it was asked for.
        public var resource: JSONValue?
        /// An OperationOutcome.
        public var outcome: JSONValue?

        /// Describes a response.
        public init(
            status: String, location: String? = nil, etag: String? = nil, lastModified: String? = nil,
            resource: JSONValue? = nil, outcome: JSONValue? = nil
        ) {
            self.status = status
            self.location = location
            self.etag = etag
            self.lastModified = lastModified
            self.resource = resource
            self.outcome = outcome
        }
    }

    /// The kind of a Bundle; nil when it is none.
    public static func kind(of bundle: JSONValue) -> Kind? {
        guard bundle["resourceType"]?.string == "Bundle" else { return nil }
        return bundle["type"]?.string.flatMap(Kind.init)
    }

    /// Its entries in order.
    public static func entries(of bundle: JSONValue) -> [BundleEntry] {
        (bundle["entry"]?.array ?? []).map(BundleEntry.init)
    }
}
