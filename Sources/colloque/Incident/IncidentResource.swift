import JSONTree
import Response

/// An incident as a FHIR resource of its owner: a Device about no patient, which stands for the practice's information system, with
/// an event's line a note. It is sealed whole under the practice's own key (docs/decisions/0028-incidents.md).
struct IncidentResource: Sendable {
    static let identifier = "urn:colloque:incident"
    static let kind = (system: "urn:colloque:device", code: "incident")

    /// The resource, as it was read or is to be written.
    let value: JSONValue

    /// Makes the resource of a new incident.
    /// - Parameter isRestricted: Whether only those who may see restricted resources are to read it.
    init(_ incident: Incident, isRestricted: Bool) {
        var object = JSONObject()
        object["resourceType"] = "Device"
        if isRestricted {
            let label: JSONValue = [
                "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R",
            ]
            object["meta"] = ["security": [label]]
        }
        object["identifier"] = [
            ["system": .string(IncidentResource.identifier), "value": .string(incident.id.description)]
        ]
        let kind = IncidentResource.kind
        object["type"] = ["coding": [["system": .string(kind.system), "code": .string(kind.code)]]]
        object["note"] = IncidentResource.notes(incident)
        value = .object(object)
    }

    /// Takes a resource as the server answered it; nil for another resource.
    init?(_ value: JSONValue) {
        guard value["resourceType"]?.string == "Device", value["id"]?.string != nil else { return nil }
        self.value = value
    }

    /// Where it is read and updated.
    var path: String { "/fhir/Device/" + (value["id"]?.string ?? "") }

    /// The same resource with all events of an incident. Its `meta.versionId` still names the version that was read, which the
    /// server compares as it does `If-Match`.
    func replacing(_ incident: Incident) -> JSONValue {
        guard var object = value.object else { return value }
        object["note"] = IncidentResource.notes(incident)
        return .object(object)
    }

    /// The incident of the notes. Throws what is wrong with them.
    func incident() throws -> Incident {
        let lines = (value["note"]?.array ?? []).map { Array(($0["text"]?.string ?? "").utf8) }
        do throws(IncidentError) {
            return try Incident(lines: lines)
        } catch {
            throw Failure.broken("this incident cannot be believed: \(error)")
        }
    }

    private static func notes(_ incident: Incident) -> JSONValue {
        .array(incident.events.map { ["text": .string(String(decoding: $0.line, as: UTF8.self))] })
    }
}
