import FHIR
import HTTPTypes
import JSONTree
import Records

extension FHIRAPI {
    /// `POST /fhir`: a transaction is carried out wholly or not at all; a batch entry by entry. Each entry answers as
    /// `Prefer` asks.
    func bundle(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let bundle = try call.resource(of: "Bundle")
        let kind = Bundle.kind(of: bundle)
        guard kind == .transaction || kind == .batch else { throw HTTPRefusal.element("bundle-type", "Bundle.type") }
        let entries = Bundle.entries(of: bundle)
        guard entries.count <= limits.maximumBundleEntries,
            kind == .transaction || entries.count <= limits.maximumBatchEntries
        else { throw HTTPRefusal.tooManyEntries }
        let responses =
            kind == .transaction
            ? try await transaction(entries, call, session) : try await batch(entries, call, session)
        return Answer(.ok, Bundle.response(kind == .transaction ? .transactionResponse : .batchResponse, responses))
    }

    /// All conditions are asked before anything is written, deletions' first (R4, http, "Transaction Processing Rules"): what
    /// the transaction deletes, no other entry finds. While it runs, nobody else writes on one of its conditions.
    private func transaction(
        _ entries: [BundleEntry], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> [Bundle.Response] {
        var requests: [EntryRequest] = []
        for (index, entry) in entries.enumerated() {
            let place = FHIRAPI.place(index)
            requests.append(try await FHIRAPI.at(place) { try entry.request(at: place, limits) })
        }
        guard requests.count(where: \.isSingle) <= limits.maximumBatchEntries else { throw HTTPRefusal.tooManyEntries }
        let claims = requests.map { $0.condition?.claim }
        if let index = FHIRAPI.repeated(claims) {
            throw HTTPRefusal.element("condition-twice", "\(FHIRAPI.place(index)).request")
        }
        return try await session.onConditions(claims.compactMap(\.self)) {
            try await carryOut(requests, call, session)
        }
    }

    private func prepared(
        _ requests: [EntryRequest], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> [PreparedEntry] {
        var prepared = [PreparedEntry](repeating: PreparedEntry(.none), count: requests.count)
        var leaving: Set<String> = []
        for isDeletion in [true, false] {
            for (index, request) in requests.enumerated() where request.deletes == isDeletion {
                let gone = leaving
                prepared[index] = try await FHIRAPI.at(FHIRAPI.place(index)) {
                    try await prepare(request, leaving: gone, call, session)
                }
                if let reference = prepared[index].leaving { leaving.insert(reference) }
            }
        }
        return prepared
    }

    private func carryOut(
        _ requests: [EntryRequest], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> [Bundle.Response] {
        let asking = session.rememberingOwn()
        var asked = 0
        let (entries, known) = try await resolved(
            try await prepared(requests, call, asking), asked: &asked, call, asking)
        let records = try await session.transaction(entries.compactMap(\.action), known: known)
        var next = records.makeIterator()
        return entries.map { $0.response($0.action == nil ? nil : next.next(), call.wants) }
    }

    /// What cannot be carried out is answered in its place; the others go on. While it runs, nobody else writes on one of its
    /// conditions.
    private func batch(
        _ entries: [BundleEntry], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> [Bundle.Response] {
        var requests: [Result<EntryRequest, any Error>] = []
        for (index, entry) in entries.enumerated() {
            do {
                let place = FHIRAPI.place(index)
                requests.append(.success(try await FHIRAPI.at(place) { try entry.request(at: place, limits) }))
            } catch { requests.append(.failure(error)) }
        }
        let claims = requests.compactMap { try? $0.get().condition?.claim }
        return try await session.onConditions(claims) {
            let asking = session.rememberingOwn()
            var (responses, asked) = ([Bundle.Response](), 0)
            for (index, request) in requests.enumerated() {
                do {
                    responses.append(
                        try await FHIRAPI.at(FHIRAPI.place(index)) {
                            try await single(try request.get(), at: index, asked: &asked, call, asking)
                        })
                } catch {
                    responses.append((error as? HTTPRefusal ?? .internalError).bundleResponse)
                }
            }
            return responses
        }
    }

    private func single(
        _ request: EntryRequest, at index: Int, asked: inout Int, _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Bundle.Response {
        var entry = try await prepare(request, leaving: [], call, session)
        // Entries of a batch do not refer to one another.
        entry.claim = nil
        if let resource = entry.resource {
            let (_, known) = try await resolved([entry], first: index, asked: &asked, call, session)
            if !known.isEmpty { entry = entry.with(References.rewrite(resource) { known[$0] }) }
        }
        guard let action = entry.action else { return entry.response(nil, call.wants) }
        guard let result = await session.batch([action]).first else { throw HTTPRefusal.internalError }
        if action.mayWriteOwn { session.forgetOwn() }
        return entry.response(try result.get(), call.wants)
    }
}

extension FHIRAPI {
    /// An entry's place.
    static func place(_ index: Int) -> String { "Bundle.entry[\(index)]" }

    /// Runs what belongs to one entry: what it throws names the place.
    static func at<R>(_ place: String, _ body: () async throws -> R) async throws -> R {
        do {
            return try await body()
        } catch let refusal as HTTPRefusal {
            throw refusal.at(place)
        } catch let error as RecordError {
            throw HTTPRefusal(error).at(place)
        }
    }

    /// The first entry whose condition another has too.
    private static func repeated(_ claims: [[String]?]) -> Int? {
        var seen: Set<[String]> = []
        return claims.firstIndex { claim in claim.map { !seen.insert($0).inserted } ?? false }
    }
}

extension HTTPRefusal {
    /// More entries than a Bundle may have, or than are carried out one by one.
    static let tooManyEntries = HTTPRefusal.element("too-many", "Bundle.entry")
}
