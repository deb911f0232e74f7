/// The search parameters of R4 (4.0.1), by resource type and name.
public enum SearchParameters {
    /// Read at first use.
    static let byType: [String: [String: SearchParameter]] = {
        let texts = [DefinitionText.parametersOne, DefinitionText.parametersTwo]
        var reader = ParameterReader(words: texts.flatMap(DefinitionText.words))
        return reader.table()
    }()

    /// The parameter of a name, the type's own or one that all types have; nil when there is none.
    public static func find(_ name: String, of type: ResourceType) -> SearchParameter? {
        if let own = byType[type.name]?[name] { return own }
        let isDomain = Schema.r4.nodes[Int(type.node)].base == .domainResource
        return byType["Resource"]?[name] ?? (isDomain ? byType["DomainResource"]?[name] : nil)
    }

    /// All that a type is searched by, in order of their names: what a CapabilityStatement says.
    public static func all(of type: ResourceType) -> [SearchParameter] {
        let names = Set((byType[type.name] ?? [:]).keys).union((byType["Resource"] ?? [:]).keys)
        return names.sorted().compactMap { find($0, of: type) }.filter { $0.refusal == nil }
    }
}
