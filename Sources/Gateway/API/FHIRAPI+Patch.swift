import FHIR
import HTTPTypes
import JSONTree
import Records

extension FHIRAPI {
    /// `PATCH /fhir/{type}/{id}` with a JSON Patch (RFC 6902; R4, http, "patch"): changes what its sender may see. What it may
    /// not see stays as it is, and a path into it leads nowhere.
    func patch(_ type: String, _ id: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let ifMatch = try call.ifMatch()
        let json = try call.json()
        let patch: JSONPatch
        do throws(PatchError) {
            patch = try JSONPatch(json)
        } catch {
            throw HTTPRefusal(.badRequest, "invalid", "patch", "\(error)")
        }
        let record = try await session.read(type, id)
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
        return try await session.update(type, id, patched, ifMatch: ifMatch ?? record.version).answer(.ok, call.wants)
    }
}
