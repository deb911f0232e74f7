import Yams

/// The YAML documents of a file, as trees with lines (YAML 1.2.2). What stands before a fault of YAML is kept.
struct SigmaDocuments {
    private let file: String
    private let limits: SigmaLimits
    private var nodes = 0
    /// The trees read.
    private(set) var roots: [SigmaNode] = []
    /// What is wrong with the file; reading ends there.
    private(set) var error: RuleError?

    init(file: String, text: String, limits: SigmaLimits) {
        (self.file, self.limits) = (file, limits)
        do { try read(text) } catch { self.error = error }
    }

    private var top: RulePlace { RulePlace(file: file, line: 1) }

    private mutating func read(_ text: String) throws(RuleError) {
        try check(text)
        let parser = try composing { () throws in try Yams.Parser(yaml: text) }
        while let root = try composing({ () throws in try parser.nextRoot() }) {
            let tree = try tree(root, depth: 0)
            if tree.isNull { continue }
            guard roots.count < limits.documents else {
                throw tree.place.refuse("documents", costs: roots.count + 1, limit: limits.documents)
            }
            roots.append(tree)
        }
    }

    private func check(_ text: String) throws(RuleError) {
        guard text.utf8.count <= limits.fileBytes else {
            throw top.refuse("bytes", costs: text.utf8.count, limit: limits.fileBytes, instead: "split the file")
        }
        if let (count, limit) = AliasCost(text).excess {
            throw top.refuse("aliases", costs: count, limit: limit, instead: "write the values out in place of *name")
        }
    }

    private func composing<T>(_ work: () throws -> T) throws(RuleError) -> T {
        do { return try work() } catch { throw refusal(error) }
    }

    private func refusal(_ error: any Error) -> RuleError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            RulePlace(file: file, line: mark.line).refuse("not YAML: \(problem)")
        case .duplicatedKeysInMapping(_, let context):
            RulePlace(file: file, line: context.mark.line).refuse("a key stands twice", instead: "use a list of maps")
        default: top.refuse("not YAML")
        }
    }

    private mutating func tree(_ node: Yams.Node, depth: Int) throws(RuleError) -> SigmaNode {
        let place = RulePlace(file: file, line: node.mark?.line ?? 1)
        nodes += 1
        guard nodes <= limits.nodes else {
            throw place.refuse("values of YAML, aliases written out", costs: nodes, limit: limits.nodes)
        }
        guard depth <= limits.depth else { throw place.refuse("nesting", costs: depth, limit: limits.depth) }
        switch node {
        case .scalar(let scalar): return SigmaNode(place: place, content: .scalar(value(scalar)))
        case .sequence(let sequence): return try list(sequence, place, depth: depth)
        case .mapping(let mapping): return try map(mapping, place, depth: depth)
        case .alias: throw place.refuse("an alias that stands for nothing", instead: "write the value out")
        }
    }

    private func value(_ scalar: Yams.Node.Scalar) -> SigmaScalar {
        let isText = scalar.style != .plain || scalar.tag == Tag(.str)
        return isText ? .text(scalar.string) : SigmaScalar(plain: scalar.string)
    }

    private mutating func list(
        _ sequence: Yams.Node.Sequence, _ place: RulePlace, depth: Int
    ) throws(RuleError) -> SigmaNode {
        guard sequence.count <= limits.values else {
            throw place.refuse(
                "values in a list", costs: sequence.count, limit: limits.values, instead: "split the list")
        }
        var items: [SigmaNode] = []
        for item in sequence { items.append(try tree(item, depth: depth + 1)) }
        return SigmaNode(place: place, content: .list(items))
    }

    private mutating func map(
        _ mapping: Yams.Node.Mapping, _ place: RulePlace, depth: Int
    ) throws(RuleError) -> SigmaNode {
        var entries: [SigmaNode.Entry] = []
        var merged: [SigmaNode.Entry] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                throw place.refuse("a key that is a list or a map", instead: "write the key as text")
            }
            let tree = try tree(value, depth: depth + 1)
            if name.string == "<<", name.style == .plain, let more = tree.entries {
                merged += more
            } else {
                let line = key.mark?.line ?? place.line
                entries.append(.init(key: name.string, place: RulePlace(file: file, line: line), value: tree))
            }
        }
        if !merged.isEmpty {
            let own = Set(entries.map(\.key))
            entries += merged.filter { !own.contains($0.key) }
        }
        return SigmaNode(place: place, content: .map(entries))
    }
}
