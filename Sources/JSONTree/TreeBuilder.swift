/// Builds a tree from a text and the offsets of its tokens, by recursive descent (RFC 8259 §2–§6).
///
/// The scan has checked that the text is UTF-8, that strings are closed and hold no control character; all else is
/// checked here. Text and offsets are passed to each step, since a span cannot be kept.
struct TreeBuilder {
    let limits: JSONLimits
    var sizes: ContainerSizes
    /// The next offset to look at.
    var mark = 0
    private var nodes = 0
    /// Where escaped strings are put together.
    var unescaped: [UInt8] = []

    init(limits: JSONLimits, sizes: ContainerSizes) {
        self.limits = limits
        self.sizes = sizes
    }

    /// Reads the one value of a text.
    mutating func document(_ text: Span<UInt8>, _ marks: Span<UInt32>) throws(JSONError) -> JSONValue {
        let root = try value(text, marks, depth: 0)
        guard mark == marks.count else { throw JSONError(.trailingContent, offset: Int(marks[mark])) }
        return root
    }

    /// Takes the next token's offset.
    mutating func next(_ text: Span<UInt8>, _ marks: Span<UInt32>) throws(JSONError) -> Int {
        guard mark < marks.count else { throw JSONError(.syntax, offset: text.count) }
        defer { mark += 1 }
        return Int(marks[mark])
    }

    private mutating func value(
        _ text: Span<UInt8>, _ marks: Span<UInt32>, depth: Int
    ) throws(JSONError) -> JSONValue {
        let offset = try next(text, marks)
        nodes += 1
        guard nodes <= limits.maximumNodes else { throw JSONError(.tooManyValues, offset: offset) }
        switch text[offset] {
        case UInt8(ascii: "\""):
            return .string(try string(text, marks, from: offset))
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < limits.depth else { throw JSONError(.tooDeep, offset: offset) }
            if text[offset] == UInt8(ascii: "[") { return .array(try array(text, marks, depth: depth + 1)) }
            return .object(try object(text, marks, depth: depth + 1))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number(text, from: offset))
        default:
            return try literal(text, from: offset)
        }
    }

    private mutating func array(
        _ text: Span<UInt8>, _ marks: Span<UInt32>, depth: Int
    ) throws(JSONError) -> [JSONValue] {
        var values: [JSONValue] = []
        let size = sizes.take()
        if closes(text, marks, with: UInt8(ascii: "]")) { return values }
        values.reserveCapacity(min(size, limits.maximumNodes - nodes))
        repeat {
            do throws(JSONError) {
                values.append(try value(text, marks, depth: depth))
            } catch {
                throw error.inside(values.count)
            }
        } while try continues(text, marks, until: UInt8(ascii: "]"))
        return values
    }

    private mutating func object(
        _ text: Span<UInt8>, _ marks: Span<UInt32>, depth: Int
    ) throws(JSONError) -> JSONObject {
        var members = DistinctMembers()
        let size = sizes.take()
        if closes(text, marks, with: UInt8(ascii: "}")) { return JSONObject() }
        members.reserveCapacity(min(size, limits.maximumNodes - nodes))
        repeat {
            let offset = try next(text, marks)
            guard text[offset] == UInt8(ascii: "\"") else { throw JSONError(.syntax, offset: offset) }
            let key = try string(text, marks, from: offset)
            guard members.isNew(key) else { throw JSONError(.duplicateKey, offset: offset).inside(key) }
            do throws(JSONError) {
                try colon(text, marks)
                members.append(key, try value(text, marks, depth: depth))
            } catch {
                throw error.inside(key)
            }
        } while try continues(text, marks, until: UInt8(ascii: "}"))
        return JSONObject(distinct: members.members)
    }
}
