/// Where events come from, or which events a rule is about: Sigma's `logsource` (Sigma rules specification 2.1, "Log
/// source").
///
/// A part that is nil says nothing; text is lower case.
public struct LogSource: Hashable, Sendable, Codable {
    /// A kind of event that many products write, as `process_creation`, `database`, `webserver`, `network_connection`.
    public var category: String?
    /// The product that writes it, as `windows`, `postgresql`, `nginx`, `colloque`.
    public var product: String?
    /// A part of the product, as `security`, `pgaudit`, `ledger`.
    public var service: String?

    /// Joins the parts, in lower case.
    public init(category: String? = nil, product: String? = nil, service: String? = nil) {
        self.category = category?.lowercased()
        self.product = product?.lowercased()
        self.service = service?.lowercased()
    }

    /// Whether a rule about this source is to be asked about an event of another: no part that both name differs.
    public func admits(_ event: LogSource) -> Bool {
        func agree(_ own: String?, _ other: String?) -> Bool { own == nil || other == nil || own == other }
        return agree(category, event.category) && agree(product, event.product) && agree(service, event.service)
    }
}
