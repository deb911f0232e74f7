import JSONTree
import Vocabulary

/// Fills holes with the lines that they stand for, in the bytes, before anything is parsed.
struct TierJoiner {
    private let lines: [PartLines?]
    private let limit: Int
    private var out: [UInt8] = []
    /// Tiers with a hole that could not be filled.
    private(set) var hidden: Tiers = []
    /// The lines that were used.
    private(set) var used: Set<Hole> = []

    init(_ parts: [Tier: [UInt8]]) throws(SplitError) {
        var lines: [PartLines?] = []
        for tier in Tier.allCases {
            if let part = parts[tier] { lines.append(try PartLines(part)) } else { lines.append(nil) }
        }
        self.lines = lines
        limit = parts.values.reduce(0) { $0 + $1.count }
    }

    /// The resource's text, holes of absent parts left in place.
    mutating func text(base: Tier) throws(SplitError) -> [UInt8] {
        out.reserveCapacity(limit)
        guard lines[Int(base.rawValue)] != nil else { throw SplitError(.damagedPart) }
        try fill(Hole(base, 1), 0)
        return out
    }

    /// The resource, holes of absent parts left in place.
    mutating func tree(base: Tier) throws(SplitError) -> JSONValue {
        let out = try text(base: base)
        do throws(JSONError) {
            return try JSONValue(
                parsing: out.span,
                limits: JSONLimits(
                    maximumBytes: limit, maximumDepth: 256, maximumNodes: limit, maximumNumberLength: limit))
        } catch { throw SplitError(.damagedPart) }
    }

    /// Lines of visible parts that no visible value leads to: they lie inside hidden ones.
    func pinned() -> [Tier: [Int: ArraySlice<UInt8>]] {
        var pinned: [Tier: [Int: ArraySlice<UInt8>]] = [:]
        for tier in Tier.allCases {
            guard let part = lines[Int(tier.rawValue)] else { continue }
            for (index, range) in part.ranges.enumerated() where !used.contains(Hole(tier, index + 1)) {
                let line = part.bytes[range]
                if !line.elementsEqual("null".utf8) { pinned[tier, default: [:]][index + 1] = line }
            }
        }
        return pinned
    }

    /// Appends a line, its holes filled.
    private mutating func fill(_ hole: Hole, _ depth: Int) throws(SplitError) {
        guard let part = lines[Int(hole.tier.rawValue)] else {
            hidden.formUnion(Tiers(hole.tier))
            out.append(contentsOf: Hole.opening)
            out.append(contentsOf: String(hole.number).utf8)
            return out.append(UInt8(ascii: "}"))
        }
        // A line stands in one place only, so the whole is never longer than the parts together.
        guard let range = part.range(of: hole.line), used.insert(hole).inserted, depth < 8 else {
            throw SplitError(.damagedPart)
        }
        guard hole.tier != .restricted else { return out.append(contentsOf: part.bytes[range]) }
        var start = range.lowerBound
        while let found = TierJoiner.nextHole(part.bytes, start..<range.upperBound) {
            out.append(contentsOf: part.bytes[start..<found.range.lowerBound])
            try fill(found.hole, depth + 1)
            start = found.range.upperBound
        }
        out.append(contentsOf: part.bytes[start..<range.upperBound])
    }

    /// The next hole in the bytes.
    private static func nextHole(_ bytes: [UInt8], _ range: Range<Int>) -> (hole: Hole, range: Range<Int>)? {
        let span = bytes.span
        var index = range.lowerBound + 2
        while index < range.upperBound {
            if span[index] == UInt8(ascii: "#"), isOpening(span, index - 2, range.upperBound) {
                var end = index + 3
                var number = 0
                while end < range.upperBound, span[end] &- UInt8(ascii: "0") < 10, number < 1 << 32 {
                    number = number * 10 + Int(span[end] - UInt8(ascii: "0"))
                    end += 1
                }
                if end < range.upperBound, span[end] == UInt8(ascii: "}"), let hole = Hole(number: number) {
                    return (hole, index - 2..<end + 1)
                }
            }
            index += 1
        }
        return nil
    }

    private static func isOpening(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start + Hole.opening.count <= end else { return false }
        for offset in Hole.opening.indices where span[start + offset] != Hole.opening[offset] { return false }
        return true
    }
}
