import FHIR
import HTTPTypes
import JSONTree
import Records

extension FHIRAPI {
    /// `PATCH /fhir/{type}/{id}` with a JSON Patch (RFC 6902) or a FHIRPath Patch (R4, fhirpatch; http, "patch"): changes what
    /// its sender may see. What it may not see stays as it is, and a path into it leads nowhere.
    func patch(_ type: String, _ id: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let ifMatch = try call.ifMatch()
        let (resource, version) = try await patched(type, id, try FHIRAPI.patch(call), session)
        return try await session.update(type, id, resource, ifMatch: ifMatch ?? version).answer(.ok, call.wants)
    }

    /// The patch that a request brings.
    static func patch(_ call: FHIRCall) throws -> ResourcePatch {
        try patch(try call.json(), isJSON: MediaTypes.isJSONPatch(call.headers[.contentType]))
    }

    /// Reads a patch. Throws 400 with the operation that is wrong.
    static func patch(
        _ json: JSONValue, isJSON: Bool, limits: PatchLimits = PatchLimits()
    ) throws(HTTPRefusal) -> ResourcePatch {
        do throws(PatchError) {
            return isJSON ? .json(try JSONPatch(json, limits: limits)) : .path(try PathPatch(json, limits: limits))
        } catch {
            throw HTTPRefusal(.badRequest, "invalid", "patch", "\(error)")
        }
    }

    /// The resource as the patch makes it, and the version that was patched.
    ///
    /// - Parameter found: the version that a condition found; throws 412 when there is another by now, of which nobody asked.
    func patched(
        _ type: String, _ id: String, _ patch: ResourcePatch, found: UInt32? = nil, _ session: RecordSession
    ) async throws -> (resource: JSONValue, version: UInt32) {
        let record = try await session.read(type, id)
        guard found == nil || found == record.version else { throw RecordError.preconditionFailed }
        // What a limit withheld would be lost.
        if let reason = record.withheld.values.first { throw HTTPRefusal(reason, retryAfter: 0) }
        guard let resource = record.resource else { throw HTTPRefusal.notFound }
        let patched: JSONValue
        do throws(PatchError) {
            patched = try patch.applied(to: resource)
        } catch {
            throw HTTPRefusal(.unprocessableContent, "processing", "patch", "\(error)")
        }
        guard patched["resourceType"]?.string == type, patched["id"]?.string == id else {
            throw HTTPRefusal.element("id", "\(type).id")
        }
        return (patched, record.version)
    }
}
