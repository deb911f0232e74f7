import JSONTree

/// A JSON Patch (RFC 6902): changes to one document, of which all are made or none.
///
/// Numbers keep their text and objects their order: a replaced member stays in its place, an added one comes last.
public struct JSONPatch: Sendable {
    private let operations: [PatchOperation]
    private let limits: PatchLimits

    /// Reads a patch: a list of operations. Throws for the first that RFC 6902 or the limits do not allow.
    public init(_ json: JSONValue, limits: PatchLimits = PatchLimits()) throws(PatchError) {
        guard case .array(let items) = json else { throw PatchError(.notAList) }
        guard items.count <= limits.maximumOperations else { throw PatchError(.tooManyOperations) }
        self.limits = limits
        var operations: [PatchOperation] = []
        for (index, item) in items.enumerated() {
            do throws(PatchError.Reason) {
                operations.append(try PatchOperation(item, limits: limits))
            } catch {
                throw PatchError(error, operation: index)
            }
        }
        self.operations = operations
    }

    /// The document with all changes made. Throws for the first that cannot be.
    public func applied(to document: JSONValue) throws(PatchError) -> JSONValue {
        var patched = PatchedDocument(document, limits: limits)
        for (index, operation) in operations.enumerated() {
            do throws(PatchError.Reason) {
                try patched.apply(operation)
            } catch {
                throw PatchError(error, operation: index)
            }
        }
        return patched.document
    }
}
