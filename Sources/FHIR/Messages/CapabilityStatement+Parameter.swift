import JSONTree

extension CapabilityStatement {
    /// A search parameter of a resource type.
    public struct Parameter: Sendable {
        /// The name in a query.
        public var name: String
        /// A code of R4's SearchParamType: `string`, `token`, `date` …
        public var type: String
        /// What a client needs to know about it; nil when it works as R4 says.
        public var documentation: String?

        /// Describes a parameter.
        public init(_ name: String, _ type: String, documentation: String? = nil) {
            self.name = name
            self.type = type
            self.documentation = documentation
        }

        var json: JSONValue {
            var parameter = JSONObject()
            parameter["name"] = .string(name)
            parameter["type"] = .string(type)
            if let documentation { parameter["documentation"] = .string(documentation) }
            return .object(parameter)
        }
    }
}
