import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// Stores a new resource. Its id is ours: what it brought is dropped.
    ///
    /// Throws `invalid` unless the structure is R4's and it is about exactly one patient, whom the practice holds (or
    /// about none, where its type may be), and `forbidden` when the role may not write a tier that it has.
    public func create(_ resource: JSONValue) async throws(RecordError) -> Record {
        try await one(.create, about: nil, .create(fullURL: nil, resource: resource))
    }

    /// Replaces a resource. Elements that the writer may not see stay; to move or drop one is `invalid`.
    ///
    /// - Parameter ifMatch: the version that it replaces; `preconditionRequired` without one.
    /// - Throws: `preconditionFailed` when another version is current, `notFound` (nothing is made by an update),
    ///   `gone`, and what ``create(_:)`` throws.
    public func update(
        _ type: String, _ id: String, _ resource: JSONValue, ifMatch: UInt32?
    ) async throws(RecordError) -> Record {
        let action = BundleAction.update(type: type, id: id, resource: resource, ifMatch: ifMatch)
        return try await one(.update, about: ResourceKey(type: type, id: id), action)
    }

    /// Deletes a resource; its earlier versions stay. Throws `conflict` for a Patient that has other resources.
    public func delete(_ type: String, _ id: String, ifMatch: UInt32? = nil) async throws(RecordError) -> Record {
        try await one(.delete, about: ResourceKey(type: type, id: id), .delete(type: type, id: id, ifMatch: ifMatch))
    }

    private func one(
        _ operation: AccessEvent.Operation, about key: ResourceKey?, _ action: BundleAction
    ) async throws(RecordError) -> Record {
        try await logged(AccessEvent(operation: operation, about: key)) { () throws(RecordError) in
            let written = try await write([action])
            guard let first = written.first else { throw .unavailable }
            return first
        } shown: { event, written in
            event.patient = written.key.patient
            event.resources = [written.key]
            event.tiers = written.shown
        }.record
    }
}
