import Vocabulary

extension PatientWriter {
    /// The Patient.
    mutating func writePatient() {
        open("Patient")
        out.raw(",\"active\":true,\"identifier\":[")
        if let nir = patient.nir {
            out.raw("{\"use\":\"official\",\"type\":{\"coding\":[{\"system\":\"https://hl7.fr/ig/fhir/core/CodeSystem/")
            out.raw(
                "fr-core-cs-v2-0203\",\"code\":\"INS-NIR-TEST\"}]},\"system\":\"urn:oid:1.2.250.1.213.1.4.10\",\"value\":\""
            )
            out.raw(nir)
            out.raw("\"},")
        }
        out.raw("{\"use\":\"secondary\",\"system\":\"https://example.org/dossiers/\(practice.sourceID)\",\"value\":\"")
        out.integer(100_000 + patient.index)
        out.raw("\"}]")
        writeNames()
        writeTelecom()
        out.raw(patient.isFemale ? ",\"gender\":\"female\"" : ",\"gender\":\"male\"")
        writeDate("birthDate", patient.birthDate)
        writeAddress()
        out.raw(",\"generalPractitioner\":[")
        writePractitioner(caregivers[patient.index % caregivers.count])
        out.raw("],\"managingOrganization\":{\"reference\":\"Organization/\(practice.sourceID)\"}")
        close()
    }

    private mutating func writeNames() {
        out.raw(",\"name\":[{\"use\":\"official\",\"family\":")
        out.quoted(patient.birthFamily ?? patient.family)
        out.raw(",\"given\":[")
        for (place, given) in patient.given.enumerated() {
            if place > 0 { out.raw(",") }
            out.quoted(given)
        }
        out.raw("]}")
        if patient.birthFamily != nil {
            out.raw(",{\"use\":\"usual\",\"family\":")
            out.quoted(patient.family)
            out.raw(",\"given\":[")
            out.quoted(patient.given.first ?? "")
            out.raw("]}")
        }
        out.raw("]")
    }

    private mutating func writeTelecom() {
        let points = [
            ("phone", "home", patient.phone), ("phone", "mobile", patient.mobile), ("email", "home", patient.email),
        ]
        var separator = ",\"telecom\":["
        for (system, use, value) in points {
            guard let value else { continue }
            out.raw(separator)
            out.raw("{\"system\":\"\(system)\",\"use\":\"\(use)\",\"value\":")
            out.quoted(value)
            out.raw("}")
            separator = ","
        }
        if separator == "," { out.raw("]") }
    }

    private mutating func writeAddress() {
        out.raw(",\"address\":[{\"use\":\"home\",\"line\":[")
        for (place, line) in patient.addressLines.enumerated() {
            if place > 0 { out.raw(",") }
            out.quoted(line)
        }
        out.raw("],\"city\":")
        out.quoted(patient.city)
        out.raw(",\"postalCode\":\"\(patient.postalCode)\",\"country\":\"FR\"}]")
    }

    /// The health insurance, and in three cases of four a complementary one.
    mutating func writeCoverage() {
        writeCoverage(type: "PUBLICPOL", payor: "CPAM \(practice.department)", subscriber: patient.nir)
        guard random.chance(0.75) else { return }
        writeCoverage(
            type: "EHCPOL", payor: Self.mutuals.pick(&random), subscriber: "\(10_000_000 + random.below(89_999_999))")
    }

    private mutating func writeCoverage(type: String, payor: String, subscriber: String?) {
        open("Coverage")
        out.raw(",\"status\":\"active\"")
        writeStatus("type", "v3-ActCode", type)
        if let subscriber {
            out.raw(",\"subscriberId\":\"")
            out.raw(subscriber)
            out.raw("\"")
        }
        writePatientReference("beneficiary")
        out.raw(",\"period\":{\"start\":\"")
        out.date(CivilDate(year: today.components.year - random.below(8), month: 1, day: 1))
        out.raw("\"},\"payor\":[{\"display\":")
        out.quoted(payor)
        out.raw("}]")
        close()
    }

    private static let mutuals = WordList(
        """
        Mutuelle des Trois Vallées|Mutuelle de l'Atlantique|Prévoyance du Rhône|Mutuelle familiale du Nord|Solidarité Santé Ouest
        Mutuelle des agents publics|Complémentaire santé solidaire|Mutuelle du Bâtiment Sud|Entraide médicale de l'Est
        """)
}
