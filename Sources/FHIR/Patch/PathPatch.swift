import JSONTree

/// A FHIRPath Patch (R4, fhirpatch): changes to one resource, of which all are made or none. Paths are those of ``ElementPath``,
/// without `resolve()`.
///
/// A primitive and what stands beside it (`_birthDate`) are one element. An element that a deletion empties goes too.
public struct PathPatch: Sendable {
    private let operations: [PathPatchOperation]
    private let limits: PatchLimits

    /// Reads `Parameters` whose parameters are operations. Throws for the first that R4 or the limits do not allow.
    public init(_ parameters: JSONValue, limits: PatchLimits = PatchLimits()) throws(PatchError) {
        guard parameters["resourceType"]?.string == "Parameters" else { throw PatchError(.notParameters) }
        let items = parameters["parameter"]?.array ?? []
        guard items.count <= limits.maximumOperations else { throw PatchError(.tooManyOperations) }
        // Values are of R4's structure from here on, so that objects have few members.
        guard !StructureCheck.issues(parameters).contains(where: { $0.severity == .error }) else {
            throw PatchError(.notParameters, operation: PathPatch.firstInvalid(items))
        }
        self.limits = limits
        var operations: [PathPatchOperation] = []
        for (index, item) in items.enumerated() {
            do throws(PatchError.Reason) {
                operations.append(try PathPatchOperation(item))
            } catch {
                throw PatchError(error, operation: index)
            }
        }
        self.operations = operations
    }

    /// The resource with all changes made. Throws for the first that cannot be.
    public func applied(to resource: JSONValue) throws(PatchError) -> JSONValue {
        var patched = PathPatchedResource(resource, limits: limits)
        for (index, operation) in operations.enumerated() {
            do throws(PatchError.Reason) {
                try patched.apply(operation)
            } catch {
                throw PatchError(error, operation: index)
            }
        }
        return patched.resource
    }

    /// The first operation that is no parameter of R4; nil when it is the patch as a whole.
    private static func firstInvalid(_ items: [JSONValue]) -> Int? {
        items.firstIndex { item in
            let alone: JSONValue = ["resourceType": "Parameters", "parameter": [item]]
            return StructureCheck.issues(alone).contains { $0.severity == .error }
        }
    }
}
