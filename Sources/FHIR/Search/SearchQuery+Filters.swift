import JSONTree
import Vocabulary

extension SearchQuery {
    /// Whether a patient that was found by the terms satisfies the filters too.
    public func matches(_ patient: JSONValue) -> Bool { filters.allSatisfy { $0.matches(patient) } }
}

extension SearchQuery.Filter {
    func matches(_ patient: JSONValue) -> Bool {
        let names = patient["name"]?.array ?? []
        switch self {
        case .given(let typed):
            return names.contains { name in
                (name["given"]?.array ?? []).contains { $0.string.map { Self.begins($0, typed) } ?? false }
            }
        case .family(let typed):
            return names.contains { $0["family"]?.string.map { Self.anyBegins($0, typed) } ?? false }
        case .sound(let typed):
            let key = SearchTerm(.sound, typed).folded
            return SearchTerm.sounds(of: SearchTerms.names(of: patient)).contains { $0.folded == key }
        }
    }

    private static func anyBegins(_ family: String, _ typed: String) -> Bool {
        begins(family, typed) || family.split { !$0.isLetter }.contains { begins(String($0), typed) }
    }

    private static func begins(_ name: String, _ typed: String) -> Bool {
        guard let name = SearchTerm(.family, name).folded, let typed = SearchTerm(.family, typed).folded else {
            return false
        }
        return name.starts(with: typed)
    }
}
