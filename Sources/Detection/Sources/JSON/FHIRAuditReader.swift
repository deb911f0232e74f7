import JSONTree
import Vocabulary

/// Reads FHIR AuditEvent resources, one a line (FHIR R4, AuditEvent): who of the requesting agent, patients of the
/// entities.
public struct FHIRAuditReader: LogReader {
    /// Reads NDJSON.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard let object = JSONFields.object(line), object.text("resourceType") == "AuditEvent" else {
            return .refused(.json)
        }
        guard let time = object.text("recorded"), let moment = Timestamp(log: time) else { return .refused(.time) }
        guard JSONFields.write(object, to: &event, of: "AuditEvent") else { return .refused(.fields) }
        event.time = moment
        event.source = LogSource(category: "application", product: "fhir", service: "audit")
        let agents = (object["agent"]?.array ?? []).compactMap(\.object)
        let agent = agents.first { $0.flag("requestor") == true } ?? agents.first
        event.standard(Taxonomy.account, agent?.text(FHIRAuditReader.accounts))
        event.standard(Taxonomy.origin, agent?.text("network.address"))
        event.standard(Taxonomy.destination, agent?.text("network.address"))
        patients(object, &event)
        event.standard(Taxonomy.route, object.text(["subtype.code", "type.code"]))
        event.standard(action(object), succeeded: object.text("outcome").map { $0 == "0" })
        return .event
    }

    private static let accounts = ["who.identifier.value", "who.reference", "altId", "name"]

    private func patients(_ object: JSONObject, _ event: inout Event) {
        var seen: Set<String> = []
        for entity in (object["entity"]?.array ?? []).compactMap(\.object) where seen.count < SourceLimits.values {
            guard let reference = entity.text("what.reference"), let place = reference.range(ofLast: "Patient/") else {
                continue
            }
            let id = reference[place...].prefix { $0 != "/" }
            if !id.isEmpty, seen.insert(String(id)).inserted { event.add(Taxonomy.patient, String(id)) }
        }
    }

    private func action(_ object: JSONObject) -> Action? {
        if ["110122", "login"].contains(object.text("subtype.code")) { return .login }
        return switch object.text("action") {
        case "C", "U": .write
        case "R": .read
        case "D": .delete
        case "E": object.text("subtype.code")?.contains("export") == true ? .export : .read
        default: nil
        }
    }
}

extension String {
    /// The place behind the last such text; nil when it does not stand there.
    func range(ofLast text: String) -> Index? {
        var walk = ByteWalk(Array(utf8))
        var found: Int?
        while walk.take(untilText: Array(text.utf8)) != nil { found = walk.position }
        return found.map { utf8.index(startIndex, offsetBy: $0) }
    }
}
