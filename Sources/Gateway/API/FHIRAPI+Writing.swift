import HTTPTypes
import Records

extension FHIRAPI {
    /// `POST /fhir/{type}`: 201 with `Location`, `ETag`, `Last-Modified`.
    func create(_ type: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        if let condition = call.ifNoneExist { return try await create(type, unless: condition, call, session) }
        return try await created(type, call, session)
    }

    /// Makes a resource of the body.
    func created(_ type: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let record = try await session.create(try call.resource(of: type))
        var answer = record.answer(.created, call.wants)
        answer.headers[.location] = "\(listening.url)/fhir/\(record.reference)/_history/\(record.version)"
        return answer
    }

    /// `PUT /fhir/{type}/{id}`: 412 when the version named by `If-Match`, or else by the resource's own `meta.versionId`, is
    /// not the current one; 428 when neither names one.
    func update(_ type: String, _ id: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let ifMatch = try call.ifMatch()
        let resource = try call.resource(of: type)
        guard resource["id"]?.string == id else { throw HTTPRefusal.element("id", "\(type).id") }
        let record = try await session.update(type, id, resource, ifMatch: ifMatch ?? FHIRCall.version(in: resource))
        return record.answer(.ok, call.wants)
    }

    /// `DELETE /fhir/{type}/{id}`: 204.
    func delete(_ type: String, _ id: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        try await session.delete(type, id, ifMatch: try call.ifMatch()).answer(.noContent)
    }
}
