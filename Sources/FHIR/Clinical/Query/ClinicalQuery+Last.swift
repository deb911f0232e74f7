import Vocabulary

extension ClinicalQuery {
    /// Reads the parameters of `Observation/$lastn` (R4): those of a search, and `max`, of which 1 is meant where it is not given.
    ///
    /// Newest first is by the start of what `effective` tells; `_sort` is refused, since the order is the operation's own.
    /// Throws everything that is wrong at once.
    public static func last(
        _ parameters: [(name: String, value: String)], now: Timestamp, options: ClinicalOptions = ClinicalOptions()
    ) throws(ClinicalIssues) -> ClinicalQuery {
        var issues: [ClinicalIssue] = []
        let given = parameters.filter { $0.name == "max" }
        let max = given.first.map { positive($0.value) } ?? 1
        if given.count > 1 { issues.append(ClinicalIssue("max", .value, "given more than once")) }
        if max == nil { issues.append(ClinicalIssue("max", .value, "a number from 1")) }
        if parameters.contains(where: { $0.name == "_sort" }) {
            issues.append(ClinicalIssue("_sort", .unsupported, "the newest come first"))
        }
        let rest = parameters.filter { $0.name != "max" && $0.name != "_sort" }
        guard let type = ResourceType("Observation"), let max, issues.isEmpty else {
            throw ClinicalIssues(issues: issues + ClinicalQuery.issues(of: rest, now, options))
        }
        var query = try ClinicalQuery(type, rest + [("_sort", "-date")], now: now, options: options)
        query.lastOfEach = max
        return query
    }

    private static func issues(
        of parameters: [(name: String, value: String)], _ now: Timestamp, _ options: ClinicalOptions
    ) -> [ClinicalIssue] {
        guard let type = ResourceType("Observation") else { return [] }
        do throws(ClinicalIssues) {
            _ = try ClinicalQuery(type, parameters, now: now, options: options)
            return []
        } catch { return error.issues }
    }

    /// R4's positiveInt, as far as it can matter.
    private static func positive(_ text: String) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(PrimitiveKind.isDigit), let number = Int(text)
        else { return nil }
        return number > 0 ? number : nil
    }
}
