import JSONTree
import Vocabulary

/// Takes the members of an event's line by their kinds, and knows whether any was left.
struct EventReader {
    let object: JSONObject
    private var taken = 0

    /// The moments that are taken: 1970 to 9999. What is later is no moment but an overflow waiting.
    private static let moments = 0..<253_402_300_800_000 as Range<Int64>

    init(_ object: JSONObject) { self.object = object }

    private mutating func take(_ key: String) -> JSONValue? {
        let value = object[key]
        if value != nil { taken += 1 }
        return value
    }

    /// Throws unless every member was taken.
    func end() throws(IncidentError) {
        guard taken == object.members.count else { throw IncidentError(.unknownMember) }
    }

    mutating func whole(_ key: String) throws(IncidentError) -> Int64 {
        guard let value = take(key) else { throw IncidentError(.missing, key) }
        guard let number = value.number?.int64 else { throw IncidentError(.form, key) }
        return number
    }

    mutating func flag(_ key: String) throws(IncidentError) -> Bool {
        guard let value = take(key) else { throw IncidentError(.missing, key) }
        guard let flag = value.bool else { throw IncidentError(.form, key) }
        return flag
    }

    mutating func moment(_ key: String) throws(IncidentError) -> Timestamp {
        let number = try whole(key)
        guard EventReader.moments.contains(number) else { throw IncidentError(.form, key) }
        return Timestamp(milliseconds: number)
    }

    /// A text that is not empty, without control characters other than line breaks and tabs.
    mutating func optionalText(_ key: String, _ maximum: Int) throws(IncidentError) -> String? {
        guard let value = take(key) else { return nil }
        guard let text = value.string, !text.isEmpty else { throw IncidentError(.form, key) }
        guard text.utf8.count <= maximum else { throw IncidentError(.tooLong, key) }
        guard text.unicodeScalars.allSatisfy(EventReader.isPlain) else { throw IncidentError(.form, key) }
        return text
    }

    mutating func text(_ key: String, _ maximum: Int) throws(IncidentError) -> String {
        guard let text = try optionalText(key, maximum) else { throw IncidentError(.missing, key) }
        return text
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
    }

    /// A name: ASCII letters, digits, `.`, `_` and `-`.
    mutating func name(_ key: String) throws(IncidentError) -> String {
        let text = try text(key, IncidentLimit.name)
        guard EventReader.isName(text) else { throw IncidentError(.form, key) }
        return text
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= IncidentLimit.name
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
                default: false
                }
            }
    }

    /// A word, an id or a hash, by what reads it.
    mutating func read<T>(_ key: String, _ reader: (String) -> T?) throws(IncidentError) -> T {
        guard let value = reader(try text(key, IncidentLimit.title)) else { throw IncidentError(.form, key) }
        return value
    }
}
