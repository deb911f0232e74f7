import JSONTree

/// References, and resources inside others (R4, references).
extension StructureCheck {
    /// Checks a resource that contains others: the outermost, or one that a Bundle or Parameters carries.
    mutating func checkContainer(_ object: JSONObject, _ node: UInt16) {
        let outer = container
        container = Container(object)
        check(object, node)
        for place in container.unmentioned {
            findings.report(.dom3, [.index(place), .key("contained")])
        }
        container = outer
    }

    /// Checks the contained resources.
    mutating func checkContained(_ items: Span<JSONValue>) {
        guard container.current == nil else { return findings.report(.nestedContained) }
        for place in items.indices {
            let start = findings.count
            container.enter(place)
            checkContained(items[place])
            container.leave()
            if findings.count != start { findings.enclose(.index(place), since: start) }
        }
    }

    private mutating func checkContained(_ item: JSONValue) {
        guard case .object(let object) = item else { return findings.report(.wrongKind) }
        guard let node = schema.resource(of: object) else { return findings.report(.unknownType) }
        check(object, node)
        guard let meta = object["meta"]?.object else { return }
        if meta["versionId"] != nil || meta["lastUpdated"] != nil { findings.report(.dom4) }
        if meta["security"] != nil { findings.report(.dom5) }
    }

    /// Checks where a reference leads, as far as it says.
    mutating func checkReference(_ reference: JSONObject, _ targets: UInt16) {
        var said: UInt16?
        var shown: UInt16?
        for member in reference.members {
            guard case .string(let text) = member.value else { continue }
            switch member.key {
            case "type": said = schema.targets.type(text.utf8.span)
            case "reference":
                if text.utf8.first == UInt8(ascii: "#") {
                    guard let target = container.mention(text) else {
                        findings.report(.ref1, [.key("reference")])
                        continue
                    }
                    shown = schema.resource(of: target).map(schema.targets.type(ofNode:))
                } else {
                    shown = References.typeRange(in: text.utf8.span).flatMap {
                        schema.targets.type(text.utf8.span.extracting($0))
                    }
                }
            default: break
            }
        }
        if let said, let shown, said != shown { findings.report(.otherTarget, [.key("type")]) }
        if let type = shown ?? said, !schema.targets.allows(type, in: targets) { findings.report(.wrongTarget) }
    }
}
