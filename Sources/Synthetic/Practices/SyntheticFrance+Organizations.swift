import Vocabulary

extension SyntheticFrance {
    /// The resources about no patient: Organization, then Practitioner and PractitionerRole of each professional. NDJSON.
    public func organizationRecords(of practice: SyntheticPractice) -> [UInt8] {
        var out = ByteWriter()
        out.raw("{\"resourceType\":\"Organization\",\"id\":\"\(practice.sourceID)\",\"identifier\":[")
        out.raw("{\"system\":\"https://finess.esante.gouv.fr\",\"value\":\"\(practice.finess)\"},")
        out.raw("{\"system\":\"https://sirene.fr\",\"value\":\"\(practice.siret)\"}],\"active\":true,\"name\":")
        out.quoted(practice.name)
        out.raw(
            ",\"telecom\":[{\"system\":\"phone\",\"use\":\"work\",\"value\":\"\(practice.phone)\"}],\"address\":[{\"line\":["
        )
        out.quoted(practice.street)
        out.raw("],\"city\":")
        out.quoted(practice.city)
        out.raw(",\"postalCode\":\"\(practice.postalCode)\",\"country\":\"FR\"}]}\n")
        for professional in practice.professionals { write(professional, practice, &out) }
        return out.bytes
    }

    private func write(_ professional: SyntheticProfessional, _ practice: SyntheticPractice, _ out: inout ByteWriter) {
        out.raw("{\"resourceType\":\"Practitioner\",\"id\":\"\(professional.sourceID)\"")
        if let rpps = professional.rpps {
            out.raw(",\"identifier\":[{\"system\":\"https://rpps.esante.gouv.fr\",\"value\":\"\(rpps)\"},")
            out.raw("{\"system\":\"urn:oid:1.2.250.1.71.4.2.1\",\"value\":\"8\(rpps)\"}]")
        }
        out.raw(",\"active\":true,\"name\":[{\"use\":\"official\",\"family\":")
        out.quoted(professional.family)
        out.raw(",\"given\":[")
        out.quoted(professional.given)
        out.raw("]}],\"gender\":\"\(professional.isFemale ? "female" : "male")\"}\n")
        out.raw("{\"resourceType\":\"PractitionerRole\",\"id\":\"\(professional.sourceID).role\",\"active\":true")
        out.raw(",\"practitioner\":{\"reference\":\"Practitioner/\(professional.sourceID)\"}")
        out.raw(",\"organization\":{\"reference\":\"Organization/\(practice.sourceID)\"}")
        out.raw(",\"code\":[{\"text\":\"\(professional.role.rawValue)\"}]}\n")
    }
}
