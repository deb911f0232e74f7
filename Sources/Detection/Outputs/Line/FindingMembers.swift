import JSONTree
import Vocabulary

/// Takes the members of a finding's line by their kinds.
struct FindingMembers {
    static let maximumCount = 512
    let object: JSONObject

    func optionalText(_ key: String) throws(FindingLineError) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value.string else { throw FindingLineError(key, "no string") }
        return text
    }

    func text(_ key: String) throws(FindingLineError) -> String {
        guard let text = try optionalText(key), !text.isEmpty else { throw FindingLineError(key, "missing or empty") }
        return text
    }

    func texts(_ key: String) throws(FindingLineError) -> [String] {
        var out: [String] = []
        for value in try list(key) {
            guard let text = value.string else { throw FindingLineError(key, "no list of strings") }
            out.append(text)
        }
        return out
    }

    func pairs(_ key: String) throws(FindingLineError) -> [Finding.Pair] {
        var out: [Finding.Pair] = []
        for value in try list(key) {
            guard let field = value["field"]?.string, let text = value["value"]?.string,
                value.object?.members.count == 2
            else { throw FindingLineError(key, "no list of fields and values") }
            out.append(Finding.Pair(field, text))
        }
        return out
    }

    private func list(_ key: String) throws(FindingLineError) -> [JSONValue] {
        guard let value = object[key] else { return [] }
        guard let values = value.array else { throw FindingLineError(key, "no list") }
        guard values.count <= Self.maximumCount else {
            throw FindingLineError(key, "more than \(Self.maximumCount) entries")
        }
        return values
    }

    func number(_ key: String) throws(FindingLineError) -> Double? {
        guard let value = object[key] else { return nil }
        guard let number = value.number?.double else { throw FindingLineError(key, "no finite number") }
        return number
    }

    func count(_ key: String) throws(FindingLineError) -> Int {
        guard let count = object[key]?.number?.int64.flatMap(Int.init(exactly:)), count >= 0 else {
            throw FindingLineError(key, "missing, or no whole number of at least 0")
        }
        return count
    }

    func moment(_ key: String) throws(FindingLineError) -> Timestamp {
        guard let moment = InstantText.read(try text(key)) else {
            throw FindingLineError(key, "not as 2026-01-05T08:30:00.000Z")
        }
        return moment
    }

    func source() throws(FindingLineError) -> LogSource {
        LogSource(
            category: try optionalText("category"), product: try optionalText("product"),
            service: try optionalText("service"))
    }
}
