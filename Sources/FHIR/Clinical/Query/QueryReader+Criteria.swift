extension QueryReader {
    /// Reads a parameter that resources are found by; `full` is its whole name, for issues.
    mutating func criterion(
        _ name: Substring, _ value: String, on type: ResourceType, depth: Int, full: String
    ) throws(ClinicalIssue) -> Criterion {
        if name.utf8.starts(with: "_has:".utf8) { return try reverse(name, value, on: type, depth, full) }
        if let dot = name.firstIndex(of: ".") {
            return try chain(name[..<dot], name[name.index(after: dot)...], value, on: type, depth, full)
        }
        if name == "_list" { return try listed(value, on: type, depth, full) }
        let (base, modifier) = QueryReader.sides(name)
        let parameter = try parameter(base, of: type, full)
        let reader = ValueReader(parameter: parameter, full: full, options: options, now: now)
        let test = try reader.test(value, modifier)
        if parameter.isOfWords, case .any(let matches) = test {
            wordValues += matches.count
            guard wordValues <= options.limits.wordValues else {
                throw ClinicalIssue(full, .tooMany, "at most \(options.limits.wordValues) of _content and _text")
            }
        }
        return .value(parameter, test)
    }

    /// The parameter of a name; throws when there is none, or none that is answered.
    func parameter(
        _ name: Substring, of type: ResourceType, _ full: String
    ) throws(ClinicalIssue) -> SearchParameter {
        guard let parameter = SearchParameters.find(String(name), of: type) else {
            if let reason = ResultParameters.refusals[String(name)] { throw ClinicalIssue(full, .unsupported, reason) }
            throw ClinicalIssue(full, .unknown, "not a parameter of \(type.name)")
        }
        if let reason = parameter.refusal { throw ClinicalIssue(full, .unsupported, reason) }
        return parameter
    }

    /// `_list=42`: what the List names (R4, search, list).
    private mutating func listed(
        _ id: String, on type: ResourceType, _ depth: Int, _ full: String
    ) throws(ClinicalIssue) -> Criterion {
        guard id.first != "$" else {
            throw ClinicalIssue(full, .unsupported, "only lists that are stored have members")
        }
        return try reverse("_has:List:item:_id", id, on: type, depth, full)
    }

    /// A name and its modifier.
    static func sides(_ name: Substring) -> (Substring, Substring?) {
        guard let colon = name.firstIndex(of: ":") else { return (name, nil) }
        return (name[..<colon], name[name.index(after: colon)...])
    }

    private mutating func link(
        _ type: ResourceType, _ name: Substring, _ value: String, _ depth: Int, _ full: String
    ) throws(ClinicalIssue) -> Criterion.Link {
        guard depth < options.limits.chainDepth else {
            throw ClinicalIssue(full, .tooMany, "at most \(options.limits.chainDepth) references in a chain")
        }
        guard slots < options.limits.chainTargets else {
            throw ClinicalIssue(full, .tooMany, "may go on in too many ways: name the types of its references")
        }
        slots += 1
        let slot = slots - 1
        let criterion = try criterion(name, value, on: type, depth: depth + 1, full: full)
        return Criterion.Link(type: type.node, criterion: criterion, slot: slot)
    }

    /// `subject:Patient.name`: of types that are not named, those count that have the parameter.
    private mutating func chain(
        _ head: Substring, _ rest: Substring, _ value: String, on type: ResourceType, _ depth: Int, _ full: String
    ) throws(ClinicalIssue) -> Criterion {
        let (name, modifier) = QueryReader.sides(head)
        let parameter = try parameter(name, of: type, full)
        guard parameter.kind == .reference else { throw ClinicalIssue(full, .value, "only references can be chained") }
        var links: [Criterion.Link] = []
        var first: ClinicalIssue?
        for target in try targets(of: parameter, modifier, full) {
            do throws(ClinicalIssue) {
                links.append(try link(target, rest, value, depth, full))
            } catch {
                guard error.code != .tooMany else { throw error }
                if first == nil || (first?.code == .unknown && error.code != .unknown) { first = error }
            }
        }
        guard !links.isEmpty else {
            throw first ?? ClinicalIssue(full, .unknown, "not a parameter of what is referred to")
        }
        return .chain(parameter, links)
    }

    /// The types that a reference may point to, or the one that a modifier names.
    private func targets(
        of parameter: SearchParameter, _ modifier: Substring?, _ full: String
    ) throws(ClinicalIssue) -> [ResourceType] {
        guard let modifier else { return parameter.targets ?? ResourceType.all }
        guard let type = ResourceType(String(modifier)), parameter.targets?.contains(type) ?? true else {
            throw ClinicalIssue(full, .modifier, "not a type that it refers to")
        }
        return [type]
    }

    /// `_has:Observation:patient:code`.
    private mutating func reverse(
        _ name: Substring, _ value: String, on type: ResourceType, _ depth: Int, _ full: String
    ) throws(ClinicalIssue) -> Criterion {
        let parts = name.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let source = ResourceType(String(parts[1])) else {
            throw ClinicalIssue(full, .value, "_has needs a type, a reference and a parameter")
        }
        let parameter = try parameter(parts[2], of: source, full)
        guard parameter.kind == .reference, parameter.targets?.contains(type) ?? true else {
            throw ClinicalIssue(full, .value, "not a reference to \(type.name)")
        }
        return .reverse(parameter, try link(source, parts[3], value, depth, full))
    }
}
