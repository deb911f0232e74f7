/// Reads the table of search parameters.
struct ParameterReader {
    let words: [Substring]
    private var paths: [Substring: ElementPath] = [:]

    init(words: [Substring]) { self.words = words }

    /// The parameters by type and name.
    mutating func table() -> [String: [String: SearchParameter]] {
        let lists = words.firstIndex(of: "@").map { words[($0 + 1)...].map(ParameterReader.types) } ?? []
        var table: [String: [String: SearchParameter]] = [:]
        var type = ""
        for word in words.prefix(while: { $0 != "@" }) {
            if word.first == "@" {
                type = String(word.dropFirst())
            } else if let parameter = parameter(word, lists) {
                table[type, default: [:]][parameter.name] = parameter
            }
        }
        return table
    }

    private static func types(_ list: Substring) -> [ResourceType] {
        list.split(separator: ",").compactMap { ResourceType(String($0)) }
    }

    private mutating func parameter(_ word: Substring, _ lists: [[ResourceType]]) -> SearchParameter? {
        let fields = word.split(separator: "~", omittingEmptySubsequences: false)
        guard fields.count >= 3, let kind = SearchParameter.Kind(rawValue: String(fields[1])) else { return nil }
        let detail = fields.count > 3 ? fields[3] : ""
        let list = detail.first == "=" ? Int(detail.dropFirst()) : nil
        return SearchParameter(
            name: String(fields[0]), kind: kind,
            targets: list.flatMap { lists.indices.contains($0) ? lists[$0] : nil },
            path: fields[2].isEmpty ? nil : path(fields[2]),
            components: kind == .composite ? detail.split(separator: ";").compactMap { component($0) } : [])
    }

    private mutating func component(_ text: Substring) -> SearchParameter.Component? {
        let sides = text.split(separator: ":", maxSplits: 1)
        guard sides.count == 2, let kind = SearchParameter.Kind(rawValue: String(sides[0])) else { return nil }
        return path(sides[1]).map { SearchParameter.Component(kind: kind, path: $0) }
    }

    /// Many parameters have the same path: each is read once.
    private mutating func path(_ text: Substring) -> ElementPath? {
        if let path = paths[text] { return path }
        let path = try? ElementPath(String(text))
        paths[text] = path
        return path
    }
}
