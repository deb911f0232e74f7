import JSONTree
import Vocabulary

/// What stands where an element of another tier was taken out: `{"#":n}`.
struct Hole: Hashable {
    let tier: Tier
    /// The line of the tier's part, from 1.
    let line: Int

    init(_ tier: Tier, _ line: Int) {
        self.tier = tier
        self.line = line
    }

    /// Reads the number.
    init?(number: Int) {
        guard number >= 4, let tier = Tier(rawValue: UInt8(number & 3)) else { return nil }
        self.init(tier, number >> 2)
    }

    /// Reads a hole; nil for any other value.
    init?(_ value: JSONValue) {
        guard case .object(let object) = value, object.members.count == 1, object.members[0].key == Hole.key,
            let number = object.members[0].value.number?.int64, number < Int64(Int32.max)
        else { return nil }
        self.init(number: Int(number))
    }

    /// The number that the text holds.
    var number: Int { line * 4 + Int(tier.rawValue) }

    /// The one key, which no FHIR element has.
    static let key = "#"
    /// How a hole's text begins; inside a string the quotes would be escaped, so these bytes are always a hole's.
    static let opening = Array("{\"#\":".utf8)

    /// Whether there is a hole in the value, or it is one. The depth is bounded by the reader that made the tree.
    static func isWithin(_ value: JSONValue) -> Bool {
        switch value {
        case .object(let object): Hole(value) != nil || object.members.contains { isWithin($0.value) }
        case .array(let items): items.contains(where: isWithin)
        default: false
        }
    }

    /// Whether any object in the bytes begins with the key.
    static func occurs(in bytes: [UInt8], from start: Int) -> Bool {
        var index = start + 2
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == UInt8(ascii: "\""),
                bytes[index - 2] == UInt8(ascii: "{"), index + 1 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "\"")
            {
                return true
            }
            index += 1
        }
        return false
    }
}
