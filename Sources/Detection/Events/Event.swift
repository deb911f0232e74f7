import Vocabulary

/// One event of a log: when, of which source, and its fields, in the order written; a field may stand more than once (a
/// list).
///
/// Names and values lie in one buffer that is used again for the next event, so that reading allocates nothing once it
/// has grown. Nested fields are named by dots (`Event.System.EventID`).
public struct Event: Sendable {
    /// What a value was in the log.
    public enum Kind: UInt8, Sendable {
        /// Text.
        case text
        /// A number, as written.
        case number
        /// `true` or `false`.
        case bool
        /// JSON's `null`: the field is there without a value.
        case null
    }

    /// Where a field lies in ``storage``.
    struct Field: Sendable {
        let name: Range<Int>
        let value: Range<Int>
        let kind: Kind
        /// Of the name: engines find their fields by it.
        let hash: TextHash
    }

    /// When it happened, by the log's own clock; nil where the log does not say.
    public var time: Timestamp?
    /// Where it comes from.
    public var source = LogSource()
    private(set) var storage: [UInt8] = []
    private(set) var fields: [Field] = []

    /// An event without fields.
    public init() {}

    /// Makes it an event without time, source and fields, keeping its buffer.
    public mutating func clear() {
        time = nil
        source = LogSource()
        storage.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }

    /// How many fields it has, repeated ones counted as often as they stand.
    public var count: Int { fields.count }

    /// Adds a field.
    public mutating func add(_ name: String, _ value: String, kind: Kind = .text) {
        let middle = begin(name)
        storage.append(contentsOf: value.utf8)
        end(middle, kind)
    }

    /// Adds a field with a whole number.
    public mutating func add(_ name: String, _ value: Int64) { add(name, String(value), kind: .number) }

    /// Adds a field from bytes of UTF-8.
    public mutating func add(_ name: String, bytes: Span<UInt8>, kind: Kind = .text) {
        let middle = begin(name)
        storage.append(bytes)
        end(middle, kind)
    }

    private var open: (start: Int, hash: TextHash) = (0, TextHash())

    /// Writes a name; what is appended to ``storage`` until ``end(_:_:)`` is its value.
    private mutating func begin(_ name: String) -> Int {
        open = (storage.count, TextHash())
        storage.append(contentsOf: name.utf8)
        for byte in name.utf8 { open.hash.add(byte) }
        return storage.count
    }

    private mutating func end(_ middle: Int, _ kind: Kind) {
        fields.append(
            Field(name: open.start..<middle, value: middle..<storage.count, kind: kind, hash: open.hash))
    }

    /// Adds a field of bytes whose name's hash is known: for readers of many events.
    mutating func add(name: [UInt8], hash: TextHash, kind: Kind, value: (inout [UInt8]) -> Void) {
        let start = storage.count
        storage.append(name.span)
        let middle = storage.count
        value(&storage)
        fields.append(Field(name: start..<middle, value: middle..<storage.count, kind: kind, hash: hash))
    }

    /// Takes out all fields of that name.
    mutating func remove(_ name: String) {
        let kept = fields.filter { !self.name(of: $0, is: name) }
        fields = kept
    }

    /// The first value of a field as text; nil when absent or null. Names are compared exactly.
    public func first(_ name: String) -> String? {
        fields.first { self.name(of: $0, is: name) && $0.kind != .null }.map { text(of: $0.value) }
    }

    /// All values of a field that are not null, as text.
    public func values(_ name: String) -> [String] {
        fields.filter { self.name(of: $0, is: name) && $0.kind != .null }.map { text(of: $0.value) }
    }

    /// The names and values, in order; null is nil.
    public var pairs: [(name: String, value: String?)] {
        fields.map { (text(of: $0.name), $0.kind == .null ? nil : text(of: $0.value)) }
    }

    func text(of range: Range<Int>) -> String { String(decoding: storage[range], as: UTF8.self) }

    private func name(of field: Field, is name: String) -> Bool { storage[field.name].elementsEqual(name.utf8) }
}
