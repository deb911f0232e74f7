import JSONTree
import Vocabulary

extension ScopeQuery {
    /// The query as an object of sorted names; what is open is left out.
    public var json: JSONValue {
        var members: [JSONObject.Member] = []
        func put(_ key: String, _ ids: [String]) {
            if !ids.isEmpty { members.append(.init(key: key, value: .array(ids.sorted().map(JSONValue.string)))) }
        }
        func put(_ key: String, _ moment: Timestamp?) {
            if let moment { members.append(.init(key: key, value: .number(JSONNumber(moment.milliseconds)))) }
        }
        put("clients", clients.map(\.description))
        put("contained", contained)
        put("from", from)
        put("gateways", gateways.map(\.description))
        put("grants", Array(grants))
        put("members", self.members.map(\.description))
        put("partners", partners.map(\.description))
        put("practices", practices.map(\.description))
        put("sessions", sessions.map(\.description))
        put("through", through)
        return .object(JSONObject(members))
    }

    /// Reads ``json``. Throws the name that is wrong.
    public init(_ json: JSONValue) throws(ScopeError) {
        guard let object = json.object else { throw ScopeError("query", "is no object") }
        for member in object.members {
            switch member.key {
            case "clients": clients = try ScopeQuery.ids(member)
            case "gateways": gateways = try ScopeQuery.ids(member)
            case "members": members = try ScopeQuery.ids(member)
            case "partners": partners = try ScopeQuery.ids(member)
            case "practices": practices = try ScopeQuery.ids(member)
            case "sessions": sessions = try ScopeQuery.ids(member)
            case "grants": grants = Set(try ScopeQuery.texts(member))
            case "contained": contained = try ScopeQuery.moment(member)
            case "from": from = try ScopeQuery.moment(member)
            case "through": through = try ScopeQuery.moment(member)
            default: throw ScopeError("query", "has an unknown member")
            }
        }
    }

    private static func texts(_ member: JSONObject.Member) throws(ScopeError) -> [String] {
        guard let values = member.value.array, values.count <= maximumNames else {
            throw ScopeError(member.key, "is no list of at most \(maximumNames) names")
        }
        let texts = values.compactMap(\.string)
        guard texts.count == values.count, texts.allSatisfy({ $0.utf8.count <= 256 }) else {
            throw ScopeError(member.key, "holds what is no name")
        }
        return texts
    }

    private static func ids<Kind>(_ member: JSONObject.Member) throws(ScopeError) -> Set<ID<Kind>> {
        let texts = try texts(member)
        let ids = texts.compactMap { ID<Kind>($0) }
        guard ids.count == texts.count else { throw ScopeError(member.key, "holds what is no id") }
        return Set(ids)
    }

    private static func moment(_ member: JSONObject.Member) throws(ScopeError) -> Timestamp {
        // So far from the ends that no sum overflows.
        guard let value = member.value.number?.int64, value.magnitude <= 1 << 53 else {
            throw ScopeError(member.key, "is no moment in milliseconds")
        }
        return Timestamp(milliseconds: value)
    }
}
