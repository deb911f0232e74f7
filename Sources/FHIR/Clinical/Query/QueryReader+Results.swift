extension QueryReader {
    /// Reads a result parameter: its name without and with its modifier, and the value.
    mutating func result(_ base: String, _ name: String, _ value: String) throws(ClinicalIssue) {
        let modifier = QueryReader.sides(name[...]).1
        switch base {
        case "_include": return try include(name, value, modifier, isReverse: false)
        case "_revinclude": return try include(name, value, modifier, isReverse: true)
        default: break
        }
        guard modifier == nil else { throw ClinicalIssue(name, .modifier, "it has no modifiers") }
        switch base {
        case "_sort": try sort(value)
        case "_count":
            guard value.utf8.count <= 9, value.utf8.allSatisfy(PrimitiveKind.isDigit), let count = Int(value) else {
                throw ClinicalIssue(name, .value, "a number from 0")
            }
            results.count = count
        case "_total":
            guard let total = ClinicalQuery.Total(rawValue: value) else {
                throw ClinicalIssue(name, .value, "none, estimate or accurate")
            }
            results.total = total
        case "_summary": try summary(value)
        default: try elements(value)
        }
    }

    private mutating func sort(_ value: String) throws(ClinicalIssue) {
        for key in value.split(separator: ",", omittingEmptySubsequences: false) {
            guard results.sort.count < options.limits.sortKeys else {
                throw ClinicalIssue("_sort", .tooMany, "at most \(options.limits.sortKeys) keys")
            }
            let isDescending = key.first == "-"
            let parameter = try parameter(isDescending ? key.dropFirst() : key, of: type, "_sort")
            guard parameter.kind != .composite, parameter.kind != .special, !parameter.isOfWords else {
                throw ClinicalIssue("_sort", .unsupported, "it has no order")
            }
            results.sort.append(SortKey(parameter: parameter, isDescending: isDescending))
        }
    }

    private mutating func summary(_ value: String) throws(ClinicalIssue) {
        switch value {
        case "true": results.summary = .summary
        case "text": results.summary = .text
        case "data": results.summary = .data
        case "count": results.isCountOnly = true
        case "false": break
        default: throw ClinicalIssue("_summary", .value, "true, text, data, count or false")
        }
    }

    private mutating func elements(_ value: String) throws(ClinicalIssue) {
        let names = value.split(separator: ",").map(String.init)
        guard !names.isEmpty, names.count <= options.limits.values else {
            throw ClinicalIssue("_elements", .value, "names of elements")
        }
        for name in names where !Projection.hasElement(name, type) {
            throw ClinicalIssue("_elements", .value, "not an element of \(type.name)")
        }
        results.elements = names
    }

    /// `*`, `Type:*`, `Type:parameter` or `Type:parameter:Target`.
    private mutating func include(
        _ name: String, _ value: String, _ modifier: Substring?, isReverse: Bool
    ) throws(ClinicalIssue) {
        guard modifier == nil || modifier == "iterate" else { throw ClinicalIssue(name, .modifier, "iterate, or none") }
        guard results.includes.count < options.limits.includes else {
            throw ClinicalIssue(name, .tooMany, "at most \(options.limits.includes)")
        }
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts.count > 1 || value == "*" else {
            throw ClinicalIssue(name, .value, "a type and a reference, or *")
        }
        let source = parts.count > 1 ? ResourceType(String(parts[0])) : nil
        let target = parts.count > 2 ? ResourceType(String(parts[2])) : nil
        guard source != nil || parts.count == 1, target != nil || parts.count < 3 else {
            throw ClinicalIssue(name, .value, "not a resource type")
        }
        var parameter: SearchParameter?
        if let source, parts[1] != "*" {
            parameter = try self.parameter(parts[1], of: source, name)
            guard parameter?.kind == .reference else { throw ClinicalIssue(name, .value, "not a reference") }
        }
        results.includes.append(
            IncludeRule(
                isReverse: isReverse, isIterating: modifier != nil, source: source, parameter: parameter,
                target: target))
    }
}
