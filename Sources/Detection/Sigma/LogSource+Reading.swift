extension LogSource {
    /// Reads `logsource` (Sigma rules specification 2.1, "Log source"): one part at least.
    init(reading node: SigmaNode) throws(RuleError) {
        guard let section = node["logsource"] else {
            throw node.place.refuse(
                "logsource is missing", instead: "write `logsource:` with product, category or service")
        }
        _ = try section.map("logsource")
        self.init(
            category: try section.text("category"), product: try section.text("product"),
            service: try section.text("service"))
        guard category != nil || product != nil || service != nil else {
            throw section.place.refuse("logsource says nothing", instead: "write product, category or service")
        }
    }

    /// Whether it says no more than the other, and nothing else: the source of a filter or a pipeline's condition.
    func contains(_ other: LogSource) -> Bool {
        (category == nil || category == other.category) && (product == nil || product == other.product)
            && (service == nil || service == other.service)
    }

    /// Its parts, for errors.
    var written: String {
        [product, category, service].compactMap { $0 }.joined(separator: "/")
    }
}
