import Vocabulary

/// Reads the parameters of a query, one after the other, and notes what is wrong.
struct QueryReader {
    let type: ResourceType
    let options: ClinicalOptions
    /// Microseconds since 1970.
    let now: Int64
    private(set) var refused: [ClinicalIssue] = []
    private var ignored: [ClinicalIssue] = []
    private var criteria: [Criterion] = []
    private var seen: Set<String> = []
    var results = ResultParameters()
    var slots = 0
    private var values = 0
    var wordValues = 0

    init(_ type: ResourceType, now: Timestamp, options: ClinicalOptions) {
        self.type = type
        self.options = options
        self.now = now.milliseconds.multipliedReportingOverflow(by: 1000).partialValue
    }

    /// Reads all of them.
    mutating func read(_ parameters: [(name: String, value: String)]) {
        guard parameters.count <= options.limits.parameters else {
            return refused.append(ClinicalIssue("?", .tooMany, "at most \(options.limits.parameters) parameters"))
        }
        for (name, value) in parameters {
            do throws(ClinicalIssue) {
                try read(name, value)
            } catch {
                note(error)
            }
        }
        do throws(ClinicalIssue) { try results.check() } catch { note(error) }
    }

    private mutating func note(_ issue: ClinicalIssue) {
        let mayPass = issue.code != .value && issue.code != .tooMany
        if options.isLenient, mayPass { ignored.append(issue) } else { refused.append(issue) }
    }

    private mutating func read(_ name: String, _ value: String) throws(ClinicalIssue) {
        guard value.utf8.count <= options.limits.valueBytes else {
            throw ClinicalIssue(name, .tooMany, "at most \(options.limits.valueBytes) bytes")
        }
        guard !ResultParameters.passedOver.contains(name) else { return }
        values += 1 + value.utf8.count { $0 == UInt8(ascii: ",") }
        guard values <= options.limits.allValues else {
            throw ClinicalIssue(name, .tooMany, "at most \(options.limits.allValues) values in all")
        }
        let base = String(name.prefix { $0 != ":" })
        guard ResultParameters.names.contains(base) else {
            return criteria.append(try criterion(name[...], value, on: type, depth: 0, full: name))
        }
        if !ResultParameters.repeatable.contains(base), !seen.insert(base).inserted {
            throw ClinicalIssue(name, .value, "given more than once")
        }
        try result(base, name, value)
    }

    /// Puts what was read into the query.
    func finish(_ query: inout ClinicalQuery) {
        query.criteria = criteria
        query.ignored = ignored
        query.slots = slots
        query.sort = results.sort
        query.includes = results.includes
        query.total = results.total
        query.projection = results.projection
        query.isCountOnly = results.isCountOnly || results.count == 0
        if let count = results.count { query.count = min(count, options.limits.page) }
    }
}
