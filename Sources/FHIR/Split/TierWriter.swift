import JSONTree
import Vocabulary

/// Walks a resource once and writes each element into the part of its tier.
///
/// The tiers that must be open to see an element only grow on the way down, and none is entered twice, so no line of a
/// part is interrupted by another of the same part.
struct TierWriter {
    let schema = Schema.r4
    var out: [[UInt8]] = Array(repeating: [], count: 4)
    var lines = [0, 0, 0, 0]
    var location: Location
    /// Tiers of which nothing may be written, and whose holes are kept.
    let hidden: Tiers
    /// Lines of earlier parts that lie inside hidden values: they keep their numbers.
    let pinned: [Tier: [Int: ArraySlice<UInt8>]]

    init(_ root: String, hidden: Tiers, pinned: [Tier: [Int: ArraySlice<UInt8>]]) {
        location = Location(root)
        self.hidden = hidden
        self.pinned = pinned
    }

    /// The tier of a resource's own part.
    static func base(of object: JSONObject, _ node: UInt16) -> Tier {
        let base = TierRules.baseByNode[Int(node)]
        if base == .restricted || Sensitivity.isLabelled(object) { return .restricted }
        // Only care says what it is about in its codes; the agenda must not vanish with one.
        return base == .medical && SensitiveCodes.raises(resource: object) ? .restricted : base
    }

    /// Writes the resource itself, the first line of its base part, whole where nothing in it is split.
    mutating func writeRoot(_ object: JSONObject, _ node: UInt16, _ base: Tier) throws(SplitError) {
        _ = begin(base)
        out[Int(base.rawValue)].reserveCapacity(2048)
        let isWhole = ResourceType.whole.contains(schema.nodes[Int(node)].path) && object["contained"] == nil
        if base == .restricted || isWhole && PatientLink.find(in: .object(object)) == .none {
            try writeWhole(.object(object), base)
        } else {
            try write(object, node, Scope(base))
        }
        end(base)
    }

    /// The finished parts.
    mutating func parts() -> [Tier: [UInt8]] {
        var parts = [Tier: [UInt8]](minimumCapacity: 3)
        for tier in Tier.allCases {
            if let last = pinned[tier]?.keys.max() {
                while lines[Int(tier.rawValue)] < last { writePinned(tier) }
            }
            if lines[Int(tier.rawValue)] > 0 { parts[tier] = out[Int(tier.rawValue)] }
        }
        return parts
    }
}

extension TierWriter {
    /// Starts a line of a part; gives its number.
    mutating func begin(_ tier: Tier) -> Int {
        let index = Int(tier.rawValue)
        if let pinned = pinned[tier] {
            while pinned[lines[index] + 1] != nil { writePinned(tier) }
        }
        return count(tier)
    }

    /// Counts a new line, the first behind the format version.
    private mutating func count(_ tier: Tier) -> Int {
        let index = Int(tier.rawValue)
        if lines[index] == 0 { out[index].append(contentsOf: PartLines.header) }
        lines[index] += 1
        return lines[index]
    }

    /// Ends the line.
    mutating func end(_ tier: Tier) { out[Int(tier.rawValue)].append(UInt8(ascii: "\n")) }

    /// Writes the next line as it was, or an empty one before a kept line with a higher number.
    private mutating func writePinned(_ tier: Tier) {
        let line = count(tier)
        out[Int(tier.rawValue)].append(contentsOf: pinned[tier]?[line] ?? ArraySlice("null".utf8))
        end(tier)
    }

    /// Writes a hole into the current part and starts the line that it stands for.
    mutating func writeHole(to tier: Tier, in current: Tier) throws(SplitError) {
        guard !hidden.contains(tier) else { throw SplitError(.hiddenTierWritten, location.text) }
        writeHole(Hole(tier, begin(tier)), in: current)
    }

    /// Writes a hole into the current part.
    mutating func writeHole(_ hole: Hole, in current: Tier) {
        let index = Int(current.rawValue)
        out[index].append(contentsOf: Hole.opening)
        out[index].append(contentsOf: String(hole.number).utf8)
        out[index].append(UInt8(ascii: "}"))
    }

    /// Writes a value without looking for elements of other tiers in it.
    mutating func writeWhole(_ value: JSONValue, _ tier: Tier) throws(SplitError) {
        let start = out[Int(tier.rawValue)].count
        value.write(into: &out[Int(tier.rawValue)])
        guard !Hole.occurs(in: out[Int(tier.rawValue)], from: start) else {
            throw SplitError(.reservedKey, location.text)
        }
    }
}

extension [UInt8] {
    /// Appends what stands before a member's value. The key is an element's name, which needs no escape.
    mutating func append(key: String, isFirst: Bool) {
        if !isFirst { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        unsafe key.utf8.span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }
}
