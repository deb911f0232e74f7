/// A JSON object (RFC 8259 §4): members in the order written, no key twice.
///
/// Keys are told apart by their bytes. Looking one up takes time proportional to the number of members.
public struct JSONObject: Sendable {
    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key, without its escapes.
        public let key: String
        /// The value.
        public var value: JSONValue

        /// Joins a key and a value.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }

        /// Whether keys and values are written with the same bytes.
        public static func == (a: Member, b: Member) -> Bool {
            a.key.hasSameBytes(as: b.key) && a.value == b.value
        }

        /// Feeds the key's bytes and the value.
        public func hash(into hasher: inout Hasher) {
            key.hashBytes(into: &hasher)
            hasher.combine(value)
        }
    }

    /// The members, in order.
    public private(set) var members: [Member]

    /// An object without members.
    public init() { members = [] }

    /// Keeps the order; a key that comes again replaces the earlier value in its place, as assigning it would.
    public init(_ members: [Member]) {
        self.members = []
        self.members.reserveCapacity(members.count)
        var places: [ExactText: Int] = [:]
        for member in members {
            let key = ExactText(member.key)
            if let place = places[key] {
                self.members[place].value = member.value
            } else {
                places[key] = self.members.count
                self.members.append(member)
            }
        }
    }

    /// Takes members whose keys are known to differ.
    init(distinct members: [Member]) { self.members = members }

    /// The value of a key. Assigning replaces it in place or appends a member; assigning nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get {
            let members = members.span
            for place in members.indices where members[place].key.hasSameBytes(as: key) { return members[place].value }
            return nil
        }
        set {
            let place = members.firstIndex { $0.key.hasSameBytes(as: key) }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension JSONObject {
    /// Gives the member at a place of ``members`` another value.
    public mutating func replace(at place: Int, with value: JSONValue) { members[place].value = value }

    /// Takes out the member at a place of ``members``; those behind it move up.
    @discardableResult public mutating func remove(at place: Int) -> JSONValue { members.remove(at: place).value }

    /// Changes the value at a place of ``members`` where it stands, without a copy of what is around it.
    public mutating func update<Result, Failure: Error>(
        at place: Int, _ body: (inout JSONValue) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(&members[place].value)
    }
}

/// Equal with the same members in the same order.
extension JSONObject: Hashable {}
