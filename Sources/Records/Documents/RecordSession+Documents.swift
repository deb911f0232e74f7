import FHIR
import JSONTree
import SealedParts
import Store
import Vocabulary

extension RecordSession {
    /// Stores a document as it arrives, as a Binary about a patient (R4, Binary): its content in sealed chunks, itself in
    /// the restricted tier.
    ///
    /// - Parameter content: the bytes in pieces. What it throws is thrown on, and nothing stays.
    /// - Throws: `invalid` with `media-type` when the content does not begin as its type says, with `unknown-patient`
    ///   for a patient whom the practice does not hold; `tooLarge` over ``DocumentHeader/maximumLength``; `forbidden`.
    public func createDocument(
        _ type: DocumentType, about patient: PatientID, _ content: some AsyncSequence<[UInt8], any Error>
    ) async throws -> Record {
        try await document(.create, nil, patient, content, type) {
            try require(.create, "Binary", of: patient)
            return 0
        } planned: { version, plan in
            let next = try await ordinals([patient: 1])
            guard let ordinal = next[patient], let key = ResourceKey(type: "Binary", patient: patient, ordinal: ordinal)
            else { throw RecordError.unavailable }
            return try plan(key, version)
        }
    }

    /// Replaces a document by what arrives; the earlier content stays with its version.
    ///
    /// Throws as ``createDocument(_:about:_:)`` and as ``update(_:_:_:ifMatch:)``.
    public func updateDocument(
        _ id: String, _ type: DocumentType, ifMatch: UInt32?, _ content: some AsyncSequence<[UInt8], any Error>
    ) async throws -> Record {
        let key = try key("Binary", id)
        guard let patient = key.patient else { throw RecordError.notFound }
        return try await document(.update, key, patient, content, type) {
            guard let ifMatch else { throw RecordError.preconditionRequired }
            let stored = try await paid("Binary", id, ifMatch: ifMatch, for: .update)
            guard info.readable.isSuperset(of: stored.manifest.tiers) else { throw RecordError.forbidden }
            return stored.version
        } planned: { version, plan in
            try plan(key, version)
        }
    }

    private typealias Planning = (ResourceKey, UInt32) throws(RecordError) -> Plan

    private func document(
        _ operation: AccessEvent.Operation, _ key: ResourceKey?, _ patient: PatientID,
        _ content: some AsyncSequence<[UInt8], any Error>, _ type: DocumentType,
        replacing: () async throws -> UInt32, planned: (UInt32, Planning) async throws -> Plan
    ) async throws -> Record {
        var event = AccessEvent(operation: operation, patient: patient, resources: key.map { [$0] } ?? [])
        do {
            guard info.writable.contains(.restricted) else { throw RecordError.forbidden }
            let version = try await replacing()
            try await requireHeld([patient])
            let resource = RecordSession.binary(type, patient)
            let opened = try await receiving(content, type, of: patient) { arrived in
                let plan = try await planned(version) { key, replacing throws(RecordError) in
                    var plan = try RecordSession.documentPlan(key, replacing, resource)
                    plan.content = arrived
                    return plan
                }
                let now = service.clock.now()
                try await deposit([plan], at: now)
                return answer(plan, at: now)
            }
            event.resources = [opened.key]
            event.tiers = opened.shown
            try service.accessLog.append(event, info)
            return opened.record
        } catch {
            event.outcome = (error as? RecordError)?.word ?? "interrupted"
            try service.accessLog.append(event, info)
            throw error
        }
    }

    /// Takes a content in, lends it, and removes it when anything fails before a version has it.
    private func receiving<R>(
        _ content: some AsyncSequence<[UInt8], any Error>, _ type: DocumentType, of patient: PatientID,
        _ body: (ArrivedContent) async throws -> R
    ) async throws -> R {
        let document = DocumentID.random()
        try await RecordError.mapping { try await service.store.beginDocument(document, of: patient, in: practice) }
        do {
            return try await body(try await received(content, type, document))
        } catch {
            // Not here: when the task was cancelled, nothing could be written.
            service.abandon(document, in: practice)
            throw error
        }
    }

    private func received(
        _ content: some AsyncSequence<[UInt8], any Error>, _ type: DocumentType, _ document: DocumentID
    ) async throws -> ArrivedContent {
        var writer = ContentWriter(document, service.store, in: practice)
        var start: [UInt8] = []
        for try await piece in content {
            if start.count < DocumentType.checkedBytes {
                start += piece.prefix(DocumentType.checkedBytes - start.count)
                if start.count == DocumentType.checkedBytes { try require(type, start) }
            }
            do { try await writer.add(piece) } catch { throw RecordError(error) }
        }
        try Task.checkCancellation()
        try require(type, start)
        do { return try await writer.finish() } catch { throw RecordError(error) }
    }

    private func require(_ type: DocumentType, _ start: [UInt8]) throws(RecordError) {
        guard type.allows(start) else { throw .invalid([RecordIssue("media-type", "Binary.contentType")]) }
    }

    private static func binary(_ type: DocumentType, _ patient: PatientID) -> JSONValue {
        [
            "resourceType": "Binary", "contentType": .string(type.text),
            "securityContext": ["reference": .string("Patient/\(patient)")],
        ]
    }

    private static func documentPlan(
        _ key: ResourceKey, _ replacing: UInt32, _ resource: JSONValue
    ) throws(RecordError) -> Plan {
        let tiered = try RecordError.mapping { try TierSplit.split(resource) }
        var plan = Plan(key: key, replacing: replacing, base: tiered.base, parts: tiered.parts)
        plan.resource = resource
        plan.replacesRowsOf = Plan.searched
        return plan
    }
}
