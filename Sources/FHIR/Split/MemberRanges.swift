/// Where the members of an object stand in its compact text, found by strings and brackets alone.
struct MemberRanges {
    /// A member: the key without its quotes, the value as written.
    struct Member {
        let key: Range<Int>
        let value: Range<Int>

        func isNamed(_ name: StaticString, in text: [UInt8]) -> Bool {
            guard key.count == name.utf8CodeUnitCount else { return false }
            for index in 0..<key.count where unsafe text[key.lowerBound + index] != name.utf8Start[index] {
                return false
            }
            return true
        }
    }

    /// In the order written.
    private(set) var all: [Member] = []

    /// Nil when the range of the text is not one object with members and without white space.
    init?(_ text: [UInt8], in range: Range<Int>) {
        let span = text.span
        guard range.count > 2, span[range.lowerBound] == UInt8(ascii: "{") else { return nil }
        var index = range.lowerBound
        repeat {
            guard let member = MemberRanges.member(span, at: index + 1, before: range.upperBound) else { return nil }
            all.append(member)
            index = member.value.upperBound
        } while span[index] == UInt8(ascii: ",")
        guard index == range.upperBound - 1 else { return nil }
    }

    /// The value of a key.
    func value(of name: StaticString, in text: [UInt8]) -> Range<Int>? {
        all.first { $0.isNamed(name, in: text) }?.value
    }

    /// The member that begins at `start` and ends before a comma or the object's end.
    private static func member(_ text: Span<UInt8>, at start: Int, before end: Int) -> Member? {
        guard start < end, text[start] == UInt8(ascii: "\""), let keyEnd = stringEnd(text, from: start, before: end),
            keyEnd < end, text[keyEnd] == UInt8(ascii: ":")
        else { return nil }
        var index = keyEnd + 1
        var depth = 0
        while index < end {
            switch text[index] {
            case UInt8(ascii: "\""):
                guard let behind = stringEnd(text, from: index, before: end) else { return nil }
                index = behind
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ",") where depth == 0, UInt8(ascii: "}") where depth == 0:
                return Member(key: start + 1..<keyEnd - 1, value: keyEnd + 1..<index)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Behind the closing quote of the string that opens at `start`.
    private static func stringEnd(_ text: Span<UInt8>, from start: Int, before end: Int) -> Int? {
        var index = start + 1
        while index < end {
            switch text[index] {
            case UInt8(ascii: "\""): return index + 1
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }
}
