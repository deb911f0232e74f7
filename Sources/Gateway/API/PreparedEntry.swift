import FHIR
import JSONTree
import Records

/// An entry whose conditions were asked.
struct PreparedEntry: Sendable {
    /// What is to be done.
    enum Step: Sendable {
        case action(BundleAction)
        /// Nothing: there is a resource already.
        case found(Record)
        /// Nothing: there is none to delete.
        case none
    }

    var step: Step
    /// What other entries call it by.
    var fullURL: String?
    /// What its reader has already.
    var conditions: Conditions?
    /// Its own condition, as a reference of another entry may repeat it.
    var claim: [String]?
    /// Where its condition looked, when it makes something.
    var place: ConditionPlace?
    /// Whether its resource is mostly what was stored before: references stay as they are.
    var isPatched: Bool { if case .update(_, _, _, _, true)? = action { true } else { false } }

    init(
        _ step: Step, fullURL: String? = nil, conditions: Conditions? = nil, claim: [String]? = nil,
        place: ConditionPlace? = nil
    ) {
        self.step = step
        self.fullURL = fullURL
        self.conditions = conditions
        self.claim = claim
        self.place = place
    }

    /// What is to be done.
    var action: BundleAction? { if case .action(let action) = step { action } else { nil } }

    /// The reference of what it deletes.
    var leaving: String? { if case .delete(let type, let id, _)? = action { "\(type)/\(id)" } else { nil } }

    /// The resource that is to be written.
    var resource: JSONValue? {
        switch action {
        case .create(_, let resource), .update(_, _, let resource, _, _): resource
        case .delete, .read, nil: nil
        }
    }

    /// The same with another resource.
    func with(_ resource: JSONValue) -> PreparedEntry {
        var entry = self
        switch action {
        case .create(let fullURL, _): entry.step = .action(.create(fullURL: fullURL, resource: resource))
        case .update(let type, let id, _, let version, let isPatched):
            entry.step = .action(
                .update(type: type, id: id, resource: resource, ifMatch: version, isPatched: isPatched))
        case .delete, .read, nil: break
        }
        return entry
    }

    /// The reference that stands for it, where it is known before anything is written: of what is there already.
    var reference: String? {
        switch step {
        case .found(let record): record.reference
        case .action(.update(let type, let id, _, _, _)): "\(type)/\(id)"
        case .action, .none: nil
        }
    }

    /// What became of it, with what the writer wants back. `record` is what its action made.
    func response(_ record: Record?, _ wants: FHIRCall.Return) -> Bundle.Response {
        switch (step, record) {
        case (.found(let found), _): return Bundle.Response("200 OK", found, wants)
        case (.action(.read), let record?):
            if conditions?.isKnown(record) ?? false {
                return Bundle.Response(
                    status: "304 Not Modified", etag: record.etag, lastModified: record.lastUpdated.instant)
            }
            return Bundle.Response(
                status: "200 OK", etag: record.etag, lastModified: record.lastUpdated.instant, resource: record.resource
            )
        case (.action(.create), let record?): return Bundle.Response("201 Created", record, wants)
        case (.action(.update), let record?): return Bundle.Response("200 OK", record, wants)
        case (.action, let record?): return Bundle.Response("204 No Content", record, wants)
        case (.none, _): return Bundle.Response(status: "204 No Content")
        case (.action, nil): return HTTPRefusal.internalError.bundleResponse
        }
    }
}

extension Bundle.Response {
    /// The answer to who wrote a version (R4, http, "create/update/patch/transaction", `Prefer`).
    fileprivate init(_ status: String, _ record: Record, _ wants: FHIRCall.Return) {
        self.init(
            status: status, location: "\(record.reference)/_history/\(record.version)", etag: record.etag,
            lastModified: record.lastUpdated.instant, resource: wants == .representation ? record.resource : nil,
            outcome: wants == .outcome ? Record.stored.json : nil)
    }
}

extension HTTPRefusal {
    /// The refusal of one entry of a batch.
    var bundleResponse: Bundle.Response {
        Bundle.Response(status: "\(status.code) \(status.reasonPhrase)", outcome: OperationOutcome(issues).json)
    }

    /// The same, naming the entry.
    func at(_ place: String) -> HTTPRefusal {
        let named = issues.map { issue in
            var issue = issue
            if !issue.expressions.contains(where: { $0.hasPrefix(place) }) { issue.expressions.insert(place, at: 0) }
            return issue
        }
        return HTTPRefusal(status, reason, named, headers: headers)
    }
}
