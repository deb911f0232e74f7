import FHIR
import HTTPTypes
import JSONTree
import Records

extension FHIRAPI {
    /// `POST /fhir`: a transaction is carried out wholly or not at all; a batch entry by entry.
    func bundle(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let bundle = try call.resource(of: "Bundle")
        let kind = Bundle.kind(of: bundle)
        guard kind == .transaction || kind == .batch else { throw HTTPRefusal.element("bundle-type", "Bundle.type") }
        let entries = Bundle.entries(of: bundle)
        let single = kind == .batch ? entries.count : entries.count { $0.method == "GET" }
        guard entries.count <= limits.maximumBundleEntries, single <= limits.maximumBatchEntries else {
            throw HTTPRefusal.element("too-many", "Bundle.entry")
        }
        let wants = call.wantsRepresentation
        if kind == .transaction { return try await transaction(entries, wants, session) }
        return Answer(.ok, Bundle.response(.batchResponse, await batch(entries, wants, session)))
    }

    private func transaction(_ entries: [BundleEntry], _ wants: Bool, _ session: RecordSession) async throws -> Answer {
        var actions: [BundleAction] = []
        for (index, entry) in entries.enumerated() {
            actions.append(try entry.action(at: "Bundle.entry[\(index)]"))
        }
        let records = try await session.transaction(actions)
        let responses = zip(actions, records).map { $0.response(to: $1, withResource: wants) }
        return Answer(.ok, Bundle.transactionResponse(responses))
    }

    /// What cannot be an action is answered in its place; the others go on.
    private func batch(_ entries: [BundleEntry], _ wants: Bool, _ session: RecordSession) async -> [Bundle.Response] {
        let parsed = entries.enumerated().map { index, entry in
            Result { () throws(HTTPRefusal) in try entry.action(at: "Bundle.entry[\(index)]") }
        }
        let results = await session.batch(parsed.compactMap { try? $0.get() })
        var next = results.makeIterator()
        return parsed.map { entry in
            switch entry {
            case .failure(let refusal): return refusal.bundleResponse
            case .success(let action):
                switch next.next() {
                case .success(let record)?: return action.response(to: record, withResource: wants)
                case .failure(let error)?: return HTTPRefusal(error).bundleResponse
                case nil: return HTTPRefusal.internalError.bundleResponse
                }
            }
        }
    }
}

extension HTTPRefusal {
    /// The refusal of one entry of a batch.
    fileprivate var bundleResponse: Bundle.Response {
        Bundle.Response(status: "\(status.code) \(status.reasonPhrase)", outcome: OperationOutcome(issues).json)
    }
}

extension BundleAction {
    fileprivate func response(to record: Record, withResource wants: Bool) -> Bundle.Response {
        let location = "\(record.reference)/_history/\(record.version)"
        let (status, isRead) =
            switch self {
            case .create: ("201 Created", false)
            case .update: ("200 OK", false)
            case .delete: ("204 No Content", false)
            case .read: ("200 OK", true)
            }
        return Bundle.Response(
            status: status, location: isRead ? nil : location, etag: record.etag,
            lastModified: record.lastUpdated.instant, resource: wants || isRead ? record.resource : nil)
    }
}
