/// A field with the modifiers that follow it, as a detection's key writes them: `CommandLine|contains|all`.
///
/// What cannot follow what is refused here, before any value is looked at.
struct ModifierChain {
    /// The field; nil for keywords (`'|all'`).
    let field: String?
    /// Modifiers of single values, in order.
    let modifiers: [SigmaModifier]
    /// Whether all values must be found (`all`), and whether the outcome is turned round (`neq`).
    let needsAll: Bool
    let isNegated: Bool
    /// The key as written.
    let key: String

    init(_ key: String, place: RulePlace) throws(RuleError) {
        let parts = key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        self.key = key
        field = parts.first.flatMap { $0.isEmpty ? nil : $0 }
        var found: [SigmaModifier] = []
        for name in parts.dropFirst() { found.append(try ModifierChain.modifier(name, place)) }
        needsAll = found.contains(.all)
        isNegated = found.contains(.neq)
        modifiers = found.filter { $0.kind != .list }
        guard modifiers.count <= 16 else { throw place.refuse("modifiers", costs: modifiers.count, limit: 16) }
        try checkOrder(place)
    }

    /// Keywords without modifiers.
    init() {
        (field, modifiers, needsAll, isNegated, key) = (nil, [], false, false, "")
    }

    /// Whether a place within the value was asked for; keywords without one are looked for anywhere.
    var isPositioned: Bool { modifiers.contains { $0.kind == .position } }

    private static func modifier(_ name: String, _ place: RulePlace) throws(RuleError) -> SigmaModifier {
        if let modifier = SigmaModifier(named: name) { return modifier }
        let near = NearestName(to: name, among: SigmaModifier.allCases.map(\.rawValue)).name
        throw place.refuse(
            "there is no modifier `\(name.prefix(40))`", instead: near.map { "write `\($0)`" } ?? "see docs/sigma.md")
    }

    private func checkOrder(_ place: RulePlace) throws(RuleError) {
        for (index, modifier) in modifiers.enumerated() {
            let before = modifiers[..<index]
            if let remedy = ModifierChain.obstacle(modifier, after: before) {
                let chain = before.map(\.rawValue).joined(separator: "|")
                let context = chain.isEmpty ? "alone" : "after `\(chain)`"
                throw place.refuse("`\(modifier.rawValue)` cannot stand \(context)", instead: remedy)
            }
        }
        if modifiers.contains(.exists), field == nil {
            throw place.refuse("`exists` without a field", instead: "write `field|exists: true`")
        }
    }

    /// What to write instead when a modifier cannot follow those before it; nil when it can.
    private static func obstacle(_ modifier: SigmaModifier, after before: ArraySlice<SigmaModifier>) -> String? {
        let kinds = before.map(\.kind)
        let isRegex = kinds.contains(.regex)
        switch modifier.kind {
        case .list: return nil
        case .regex:
            return before.isEmpty ? nil : "write `re` first: it takes the value as written and finds it anywhere"
        case .flag: return isRegex ? nil : "write `re|\(modifier.rawValue)`"
        case .exists, .network:
            return before.isEmpty ? nil : "write `\(modifier.rawValue)` alone"
        case .field: return before.isEmpty ? nil : "write `fieldref` first, as `fieldref|contains`"
        case .datePart: return before.isEmpty ? nil : "write one part of the date alone"
        case .comparison:
            let follows = before.isEmpty || (before.count == 1 && kinds.first == .datePart)
            return follows ? nil : "write one comparison, of a number"
        case .position: return closed(kinds, to: modifier)
        case .expansion:
            return closed(kinds, to: modifier) ?? (kinds.contains(.encoding) ? "write `expand` first" : nil)
        case .casing: return isRegex ? "leave `cased` out: `re` minds case already" : closed(kinds, to: modifier)
        case .encoding, .dash:
            if isRegex { return "leave one of them out: `re` takes the value as written" }
            if kinds.contains(.field) { return "leave `\(modifier.rawValue)` out: it changes a value, not a field" }
            let isBase64 = modifier == .base64 || modifier == .base64offset
            if isBase64, kinds.contains(.position) {
                return "write `\(modifier.rawValue)|\(before.last?.rawValue ?? "")`"
            }
            return closed(kinds, to: modifier)
        }
    }

    private static func closed(_ kinds: [SigmaModifier.Kind], to modifier: SigmaModifier) -> String? {
        let closing: [SigmaModifier.Kind] = [.exists, .network, .comparison, .datePart]
        return kinds.contains { closing.contains($0) } ? "leave `\(modifier.rawValue)` out: it is for texts" : nil
    }
}
