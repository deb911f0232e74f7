import FHIR
import JSONTree
import Records

/// What one entry of a batch or transaction asks for, before anything is looked up (R4, Bundle.entry.request).
enum EntryRequest: Sendable {
    /// What can be carried out as it is.
    case action(BundleAction, fullURL: String?)
    /// GET, with what its sender has already.
    case read(type: String, id: String, Conditions?)
    /// POST with `ifNoneExist`.
    case create(fullURL: String?, JSONValue, unless: EntryCondition)
    /// PUT on a condition.
    case update(EntryCondition, fullURL: String?, JSONValue, ifMatch: UInt32?)
    /// DELETE on a condition.
    case delete(EntryCondition, ifMatch: UInt32?)
    /// PATCH.
    case patch(type: String, id: String, ResourcePatch, ifMatch: UInt32?)
    /// PATCH on a condition.
    case patchWhere(EntryCondition, ResourcePatch, ifMatch: UInt32?)

    /// The query on which it writes.
    var condition: EntryCondition? {
        switch self {
        case .create(_, _, let condition), .update(let condition, _, _, _), .delete(let condition, _),
            .patchWhere(let condition, _, _):
            condition
        case .action, .read, .patch: nil
        }
    }

    /// Whether it is carried out by itself, also in a transaction: something is looked up for it.
    var isSingle: Bool { if case .action = self { false } else { true } }

    /// Whether it deletes something, which a transaction does first.
    var deletes: Bool {
        switch self {
        case .delete, .action(.delete, _): true
        default: false
        }
    }
}
