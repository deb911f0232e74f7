import Yams

extension FieldMapping {
    private static let limit = 1 << 20
    private static let itemLimit = 10_000

    /// Reads the text of a mapping file; `file` is its name, for errors.
    public init(yaml: String, file: String) throws(RuleError) {
        guard yaml.utf8.count <= FieldMapping.limit else {
            throw RuleError(RulePlace(file: file, line: 1), "larger than 1 MiB", instead: "split it by source")
        }
        if let (count, limit) = AliasCost(yaml).excess {
            throw RulePlace(file: file, line: 1)
                .refuse("aliases", costs: count, limit: limit, instead: "write the values out")
        }
        var reader = MappingFile(file: file, itemLimit: FieldMapping.itemLimit)
        self = try reader.read(yaml)
    }
}

/// Reads a mapping file; each error says where.
struct MappingFile {
    let file: String
    let itemLimit: Int
    private var count = 0
    private static let kinds = ["field", "path", "schema", "query", "literal", "setting", "constant"]
    private static let taxonomy = [
        Taxonomy.practice, Taxonomy.practices, Taxonomy.account, Taxonomy.patient, Taxonomy.rows, Taxonomy.bytes,
        Taxonomy.route, Taxonomy.destination, Taxonomy.origin, Taxonomy.country, Taxonomy.host,
    ]

    init(file: String, itemLimit: Int) { (self.file, self.itemLimit) = (file, itemLimit) }

    mutating func read(_ yaml: String) throws(RuleError) -> FieldMapping {
        let root: Node?
        do { root = try compose(yaml: yaml) } catch { throw failure(nil, "not YAML", line(of: error)) }
        guard let root else { return FieldMapping() }
        guard let parts = root["mapping"]?.sequence else {
            throw fault(root, "the file needs `mapping`", "mapping: [{source: {product: postgresql}, take: []}]")
        }
        var read: [FieldMapping.Part] = []
        for node in parts { read.append(try part(node)) }
        return FieldMapping(parts: read)
    }

    private mutating func part(_ node: Node) throws(RuleError) -> FieldMapping.Part {
        guard let mapping = node.mapping else { throw fault(node, "a part has to be a map", "source: and take:") }
        for (key, _) in mapping where !["source", "take"].contains(key.string) {
            throw fault(key, "unknown key", "source or take")
        }
        guard let take = mapping["take"]?.sequence else { throw fault(node, "the part needs a list `take`") }
        var items: [MappingItem] = []
        for item in take { items += try self.items(item) }
        return FieldMapping.Part(source: try source(mapping["source"], node), items: items)
    }

    private func source(_ node: Node?, _ part: Node) throws(RuleError) -> LogSource {
        guard let mapping = node?.mapping else {
            throw fault(node ?? part, "the part needs a map `source`", "source: {product: nginx}")
        }
        for (key, _) in mapping where !["category", "product", "service"].contains(key.string) {
            throw fault(key, "unknown key of a source", "category, product or service")
        }
        return LogSource(
            category: mapping["category"]?.string, product: mapping["product"]?.string,
            service: mapping["service"]?.string)
    }

    private mutating func items(_ node: Node) throws(RuleError) -> [MappingItem] {
        guard let mapping = node.mapping, let kind = mapping.first(where: { $0.key.string != "template" }) else {
            throw fault(node, "an item has to be a map", "one of " + MappingFile.kinds.joined(separator: ", "))
        }
        let name = kind.key.string ?? ""
        guard MappingFile.kinds.contains(name) else {
            throw fault(kind.key, "unknown kind of item", "one of " + MappingFile.kinds.joined(separator: ", "))
        }
        let templated = name == "field" && mapping["template"] != nil
        guard mapping.count == (templated ? 2 : 1) else {
            throw fault(node, "more than one kind in an item", "an item each")
        }
        let items = try templated ? [template(kind.value, mapping["template"])] : self.items(name, kind.value)
        count += items.count
        guard count <= itemLimit else { throw fault(node, "more than \(itemLimit) items") }
        return items
    }

    private func items(_ kind: String, _ node: Node) throws(RuleError) -> [MappingItem] {
        switch kind {
        case "path": return [.path(try template(node))]
        case "schema": return [.schema(try template(node))]
        default: break
        }
        guard let mapping = node.mapping else {
            throw fault(node, "`\(kind)` needs a map", "\(kind): {NAME: practice}")
        }
        var items: [MappingItem] = []
        for (key, value) in mapping {
            guard let from = key.string, let to = value.string else { throw fault(key, "a name is no text") }
            items.append(try item(kind, from, to, key))
        }
        return items
    }

    private func item(_ kind: String, _ from: String, _ to: String, _ node: Node) throws(RuleError) -> MappingItem {
        if kind == "constant" {
            try check(from, node)
            return .constant(to, as: from)
        }
        try check(to, node)
        switch kind {
        case "query": return .parameter(from, as: to)
        case "literal": return .literal(column: from.lowercased(), as: to)
        case "setting": return .setting(from.lowercased(), as: to)
        default: return .field(from, as: to)
        }
    }

    private func template(_ field: Node, _ node: Node?) throws(RuleError) -> MappingItem {
        guard let name = field.string, let node else { throw fault(field, "with a template, `field` is a name") }
        return .template(name, try template(node))
    }

    private func template(_ node: Node) throws(RuleError) -> ValueTemplate {
        guard let text = node.string else { throw fault(node, "a template has to be text", "cabinet_{practice}") }
        let template: ValueTemplate
        do { template = try ValueTemplate(text) } catch { throw fault(node, error.text, "cabinet_{practice}") }
        for gap in template.gaps where gap.name != "id" { try check(gap.name, node) }
        return template
    }

    private func check(_ name: String, _ node: Node) throws(RuleError) {
        guard !MappingFile.taxonomy.contains(name) else { return }
        throw fault(node, "not a field of the taxonomy", "one of " + MappingFile.taxonomy.joined(separator: ", "))
    }

    private func fault(_ node: Node, _ problem: String, _ remedy: String? = nil) -> RuleError {
        failure(remedy, problem, node.mark?.line ?? 1)
    }

    private func failure(_ remedy: String?, _ problem: String, _ line: Int) -> RuleError {
        RuleError(RulePlace(file: file, line: line), problem, instead: remedy)
    }

    private func line(of error: any Error) -> Int {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }
}
