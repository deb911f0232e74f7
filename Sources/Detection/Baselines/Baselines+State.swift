import JSONTree
import Vocabulary

extension Baselines {
    private static let version: Int64 = 1
    private static let limits = JSONLimits(maximumBytes: 16_384, maximumDepth: 2, maximumNodes: 64)

    /// Writes what is known, one JSON object a line, in one order; each line ends.
    public func write(_ line: ([UInt8]) throws -> Void) rethrows {
        for (key, state) in peers.sorted(by: { ($0.key.name, $0.key.measure) < ($1.key.name, $1.key.measure) }) {
            try line(Self.line(key, "peer", Self.members(state)))
        }
        for table in [known, new] {
            for (key, state) in table.sorted(by: { ($0.key.name, $0.key.measure) < ($1.key.name, $1.key.measure) }) {
                try line(Self.line(key, "account", Self.members(state)))
            }
        }
    }

    private static func line(_ key: BaselineKey, _ kind: String, _ rest: MemberList) -> [UInt8] {
        var out = MemberList()
        out.add("baseline", whole: version)
        out.add("kind", text: kind)
        out.add("name", text: key.name)
        out.add("measure", text: key.measure)
        for member in rest.members { out.add(member.key, member.value) }
        return out.value.bytes + [UInt8(ascii: "\n")]
    }

    private static func members(_ state: AccountBaseline) -> MemberList {
        var out = MemberList()
        out.add("since", whole: Int64(state.since))
        out.add("active", whole: Int64(state.activeDays))
        out.add("ceiling", number: state.ceiling)
        out.add("day", whole: Int64(state.ceilingDay))
        out.add("accepted", number: state.accepted)
        out.add("until", whole: Int64(state.acceptedDay))
        out.add("latest", whole: Int64(state.ring.latest))
        out.add("codes", text: Base64URL.text(state.ring.codes.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }))
        return out
    }

    private static func members(_ state: PeerBaseline) -> MemberList {
        var out = MemberList()
        out.add("since", whole: Int64(state.since))
        out.add("ceiling", number: state.ceiling)
        out.add("day", whole: Int64(state.day))
        let bytes = state.weights.flatMap { weight in (0..<4).map { UInt8(weight.bitPattern >> (24 - 8 * $0) & 255) } }
        out.add("weights", text: Base64URL.text(bytes))
        return out
    }

    /// Goes on from what ``write(_:)`` has written. More accounts than the options hold are an error.
    public init(reading lines: some Sequence<[UInt8]>, options: BaselineOptions = BaselineOptions(), at now: Timestamp)
        throws(BaselineStateError)
    {
        self.init(options: options, at: now)
        for (index, bytes) in lines.enumerated() {
            func fail(_ problem: String) -> BaselineStateError { BaselineStateError(line: index + 1, problem: problem) }
            guard let value = try? JSONValue(parsing: bytes, limits: Self.limits),
                value["baseline"]?.number?.int64 == Self.version, let name = value["name"]?.string,
                let measure = value["measure"]?.string, let kind = value["kind"]?.string
            else { throw fail("no baseline of version 1") }
            guard take(value, BaselineKey(name: name, measure: measure), kind) else {
                throw fail("not as it is written")
            }
        }
    }

    private mutating func take(_ value: JSONValue, _ key: BaselineKey, _ kind: String) -> Bool {
        switch kind {
        case "peer":
            guard peers.count < options.maximumPeers + 1, let state = PeerBaseline(reading: value) else { return false }
            peers[key] = state
        case "account":
            guard let state = AccountBaseline(reading: value) else { return false }
            let isKnown = state.activeDays >= Self.daysToBeKnown
            // A known one for which there was no room among these stands among the new ones.
            guard isKnown && known.count < options.maximumKnown || new.count < options.maximumNew else { return false }
            keep(state, key)
        default: return false
        }
        return true
    }
}
