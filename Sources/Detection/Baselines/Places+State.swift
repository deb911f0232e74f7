import JSONTree
import Vocabulary

extension Places {
    private static let version: Int64 = 1
    private static let limits = JSONLimits(maximumBytes: 16_384, maximumDepth: 4, maximumNodes: 256)

    /// Writes what is known, one JSON object a line, in one order; new ones in the order they came.
    func write(_ line: ([UInt8]) throws -> Void) rethrows {
        guard let today else { return }
        var out = Self.begin("day")
        out.add("day", whole: Int64(today))
        try line(Self.end(out))
        for account in accounts.known.keys.sorted() + accounts.newKeys {
            if let state = accounts[account] { try line(Self.line(account, state)) }
        }
        let known = users.known.keys.sorted { ($0.peer, $0.place) < ($1.peer, $1.place) }
        for key in known + users.newKeys {
            if let state = users[key] { try line(Self.line(key, state)) }
        }
    }

    private static func begin(_ kind: String) -> MemberList {
        var out = MemberList()
        out.add("places", whole: version)
        out.add("kind", text: kind)
        return out
    }

    private static func end(_ out: MemberList) -> [UInt8] { out.value.bytes + [UInt8(ascii: "\n")] }

    private static func line(_ account: String, _ state: AccountPlaces) -> [UInt8] {
        var out = begin("account")
        out.add("name", text: account)
        out.add("active", whole: Int64(state.activeDays))
        out.add("latest", whole: Int64(state.latest))
        for (key, kind) in [("networks", state.networks), ("countries", state.countries)] {
            var inner = MemberList()
            inner.add("since", whole: Int64(kind.since))
            inner.add("seen", .array(kind.seen.map { .array([.string($0.place.text), number($0.day)]) }))
            out.add(key, members: inner)
        }
        return end(out)
    }

    private static func line(_ key: PeerPlace, _ state: PlaceUsers) -> [UInt8] {
        var out = begin("users")
        out.add("peer", .string(key.peer))
        out.add("place", text: key.place.text)
        out.add("seen", .array(state.users.map { .array([.string($0.account), number($0.day)]) }))
        return end(out)
    }

    private static func number(_ day: Int32) -> JSONValue { .number(JSONNumber(Int64(day))) }

    /// Goes on from what ``write(_:)`` has written. More than the options hold is an error.
    init(reading lines: some Sequence<[UInt8]>, options: BaselineOptions = BaselineOptions())
        throws(BaselineStateError)
    {
        self.init(options: options)
        for (index, bytes) in lines.enumerated() {
            guard let value = try? JSONValue(parsing: bytes, limits: Self.limits),
                value["places"]?.number?.int64 == Self.version, take(value)
            else { throw BaselineStateError(line: index + 1, problem: "no places of version 1, as they are written") }
        }
    }

    private mutating func take(_ value: JSONValue) -> Bool {
        switch value["kind"]?.string {
        case "day":
            today = value["day"]?.day
            return today != nil
        case "account":
            guard let name = value["name"]?.string, let state = AccountPlaces(reading: value) else { return false }
            guard accounts.hasRoom(isKnown: state.isKnown) else { return false }
            accounts.keep(state, name, isKnown: state.isKnown)
        case "users":
            guard let peer = value["peer"]?.string, let place = value["place"]?.string.flatMap(Place.init(written:)),
                let state = PlaceUsers(reading: value)
            else { return false }
            guard users.hasRoom(isKnown: state.isSettled) else { return false }
            users.keep(state, PeerPlace(peer: peer, place: place), isKnown: state.isSettled)
        default: return false
        }
        return true
    }
}
