import JSONTree

/// What an answer says beside somebody's data: its fields, and the values of those that hold none.
struct Shape: Equatable {
    /// Names of fields that hold data, or an id.
    private static let data: Set<String> = [
        "id", "fullUrl", "reference", "url", "name", "birthDate", "telecom", "address", "gender", "note", "text",
        "recordedDate", "lastUpdated", "timestamp",
    ]
    private let status: Int
    private var fields: [String] = []

    init(_ answer: DrillAnswer) {
        status = answer.status
        if let json = answer.json { add(json, at: "") } else { fields.append("\(answer.body.count) bytes") }
    }

    private mutating func add(_ value: JSONValue, at path: String) {
        switch value {
        case .object(let object):
            for member in object.members {
                let place = "\(path).\(member.key)"
                if Shape.data.contains(member.key) { fields.append(place) } else { add(member.value, at: place) }
            }
        case .array(let values): for value in values { add(value, at: path + "[]") }
        case .string(let text): fields.append("\(path)=\(text)")
        case .number(let number): fields.append("\(path)=\(number.text)")
        case .bool(let flag): fields.append("\(path)=\(flag)")
        case .null: fields.append("\(path)=null")
        }
    }
}
