import JSONTree

/// What is asked of an object as a whole.
extension StructureCheck {
    /// Checks an object whose members were checked, `seen` telling which elements it has.
    mutating func finish(_ object: JSONObject, _ node: UInt16, _ seen: UInt64) {
        let duty = schema.duties[Int(node)]
        let missing = duty.required & ~seen
        if missing != 0 { reportMissing(missing, node) }
        if seen == 1, duty.isElement, node != schema.element { findings.report(.ele1) }
        guard !duty.isPlain else { return }
        for rule in duty.rules where schema.presenceRules[Int(rule)].isBroken(by: seen) {
            findings.report(schema.presenceRules[Int(rule)].code)
        }
        switch duty.special {
        case .none: break
        case .period: checkPeriod(object)
        case .identifier: checkFrench(object)
        case .observation: checkComponents(object)
        case .condition: checkCondition(object)
        case .allergy: checkAllergy(object)
        case .bundle: checkBundle(object)
        }
    }

    private mutating func reportMissing(_ missing: UInt64, _ node: UInt16) {
        let names = schema.nodes[Int(node)].places
        for place in names.indices where missing >> UInt64(place) & 1 == 1 {
            findings.report(.missingElement, [.key(names[place])])
        }
    }

    /// `per-1`.
    private mutating func checkPeriod(_ period: JSONObject) {
        guard let start = period["start"]?.string.flatMap({ Moment($0) }),
            let end = period["end"]?.string.flatMap({ Moment($0) })
        else { return }
        if start.isSurelyAfter(end) { findings.report(.per1) }
    }

    private mutating func checkFrench(_ identifier: JSONObject) {
        guard let system = identifier["system"]?.string, system.utf8.count > 20,
            let value = identifier["value"]?.string, let check = FrenchIdentifiers.failed(system, value)
        else { return }
        findings.report(check.code, [.key("value")])
    }
}

extension FrenchIdentifiers.Warning.Check {
    /// The check as a code of an issue.
    var code: StructureIssue.Code {
        switch self {
        case .nir: .nir
        case .rpps: .rpps
        case .finess: .finess
        }
    }
}
