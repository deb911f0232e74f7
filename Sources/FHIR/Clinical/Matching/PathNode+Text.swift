import JSONTree

extension PathNode {
    /// The texts by which a string parameter finds the element: its own, or those of a name or an address.
    var texts: [String] {
        switch value {
        case .string(let text): [text]
        case .object(let object): PathNode.texts(of: object, type)
        default: []
        }
    }

    private static func texts(of object: JSONObject, _ type: String) -> [String] {
        let keys: [String]
        switch type {
        case "HumanName": keys = ["text", "family", "given", "prefix", "suffix"]
        case "Address": keys = ["text", "line", "city", "district", "state", "postalCode", "country"]
        default: return []
        }
        return keys.compactMap { object[$0] }.flatMap { value in
            value.string.map { [$0] } ?? (value.array ?? []).compactMap(\.string)
        }
    }
}
