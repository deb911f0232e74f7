import JSONTree
import Vocabulary

extension TierWriter {
    /// The part being written and the tiers that are needed to get there.
    struct Scope {
        let current: Tier
        /// All tiers that must be open to get there.
        let open: Tiers
        /// Whether it lies in an extension of ``ReviewedExtensions``, whose values are as sensitive as what has them.
        var isReviewed = false

        init(_ base: Tier) {
            current = base
            open = Tiers(base)
        }

        private init(_ current: Tier, _ open: Tiers, _ isReviewed: Bool) {
            self.current = current
            self.open = open
            self.isReviewed = isReviewed
        }

        /// The scope of an element with this floor; nil when it stays in the current part.
        ///
        /// Contact data inside medical data needs both; inside restricted data everything stays.
        func entering(_ floor: Tier) -> Scope? {
            guard floor != .identity, current != .restricted, !open.contains(floor) else { return nil }
            guard floor > current || floor == .contact else { return nil }
            return Scope(floor, open.union(Tiers(floor)), isReviewed)
        }
    }

    /// Writes an object of a node.
    mutating func write(_ object: JSONObject, _ node: UInt16, _ scope: Scope) throws(SplitError) {
        guard location.depth <= TierSplit.maximumDepth else { throw SplitError(.tooDeep, location.text) }
        let index = Int(scope.current.rawValue)
        out[index].append(UInt8(ascii: "{"))
        let members = object.members.span
        for place in members.indices {
            let key = members[place].key
            guard let element = schema.find(key, in: node) else {
                throw SplitError(key == Hole.key ? .reservedKey : .unknownElement, location.text(key))
            }
            out[index].append(key: key, isFirst: place == 0)
            location.enter(key)
            try write(members[place], element, in: object, scope)
            location.leave()
        }
        out[index].append(UInt8(ascii: "}"))
    }

    private mutating func write(
        _ member: JSONObject.Member, _ element: SchemaElement, in object: JSONObject, _ scope: Scope
    ) throws(SplitError) {
        if let hole = keptHole(member.value) { return writeHole(hole, in: scope.current) }
        var floor = element.floor
        if element.rule == .conceptText, !member.key.isUnderscored, TierWriter.repeatsDisplay(member.value, object) {
            floor = .identity
        }
        if scope.isReviewed, member.key.withoutUnderscore.hasPrefix("value") { floor = .identity }
        guard let inner = scope.entering(floor) else { return try write(member, element, scope) }
        try writeHole(to: floor, in: scope.current)
        if floor == .restricted {
            try writeWhole(member.value, .restricted)
        } else {
            try write(member, element, inner)
        }
        end(floor)
    }

    /// Writes a member's value, one or many.
    private mutating func write(
        _ member: JSONObject.Member, _ element: SchemaElement, _ scope: Scope
    ) throws(SplitError) {
        let isExtra = member.key.isUnderscored
        guard case .array(let items) = member.value else { return try writeItem(member.value, element, isExtra, scope) }
        let index = Int(scope.current.rawValue)
        out[index].append(UInt8(ascii: "["))
        for (number, item) in items.enumerated() {
            if number > 0 { out[index].append(UInt8(ascii: ",")) }
            location.enter(number)
            try writeItem(item, element, isExtra, scope)
            location.leave()
        }
        out[index].append(UInt8(ascii: "]"))
    }

    /// Writes one value of an element; `isExtra` when it is the object beside a primitive.
    private mutating func writeItem(
        _ value: JSONValue, _ element: SchemaElement, _ isExtra: Bool, _ scope: Scope
    ) throws(SplitError) {
        if let hole = keptHole(value) { return writeHole(hole, in: scope.current) }
        switch (value, element.content) {
        case (.null, _): value.write(into: &out[Int(scope.current.rawValue)])
        case (.object(let object), .primitive) where isExtra: try write(object, schema.element, scope)
        case (_, .primitive(let kind)) where !isExtra && kind.fits(value):
            value.write(into: &out[Int(scope.current.rawValue)])
        case (.object(let object), .node(let node)):
            var scope = scope
            if node == schema.extended, ReviewedExtensions.has(object) { scope.isReviewed = true }
            try writeItem(object, node, floor(of: object, node, scope), scope)
        case (.object(let object), .resource):
            guard let node = schema.resource(of: object) else { throw SplitError(.notAResource, location.text) }
            try writeItem(object, node, TierWriter.base(of: object, node), scope)
        default: throw SplitError(.unknownElement, location.text)
        }
    }

    private mutating func writeItem(
        _ object: JSONObject, _ node: UInt16, _ floor: Tier, _ scope: Scope
    ) throws(SplitError) {
        guard let inner = scope.entering(floor) else { return try write(object, node, scope) }
        try writeHole(to: floor, in: scope.current)
        if floor == .restricted {
            try writeWhole(.object(object), .restricted)
        } else {
            try write(object, node, inner)
        }
        end(floor)
    }

    /// What an object's content asks for.
    private func floor(of object: JSONObject, _ node: UInt16, _ scope: Scope) -> Tier {
        if node == schema.concept { return SensitiveCodes.raises(concept: object) ? .restricted : .identity }
        if node == schema.identifier { return NationalIdentifier.matches(object) ? .contact : .identity }
        guard node == schema.extended else { return .identity }
        var floor = Tier.identity
        for member in object.members where member.key.utf8.first == UInt8(ascii: "v") || member.key.isUnderscored {
            guard let element = schema.find(member.key, in: node) else { continue }
            if !scope.isReviewed { floor = max(floor, element.floor) }
            guard let value = member.value.object else { continue }
            if element.rule == .identifier, NationalIdentifier.matches(value) { floor = max(floor, .contact) }
            if SensitiveCodes.raises(coding: member.value) || SensitiveCodes.raises(concept: value) {
                floor = .restricted
            }
        }
        return floor
    }

    /// The hole of a hidden tier that an update carries.
    private func keptHole(_ value: JSONValue) -> Hole? {
        guard hidden != [], let hole = Hole(value), hidden.contains(hole.tier) else { return nil }
        return hole
    }

    /// Whether the text is, byte for byte, the display of a coding beside it.
    private static func repeatsDisplay(_ text: JSONValue, _ concept: JSONObject) -> Bool {
        guard case .string = text, let codings = concept["coding"]?.array else { return false }
        return codings.contains { $0["display"] == text }
    }
}
