extension PatientWriter {
    /// Systolic and diastolic pressure, one Observation with two components.
    mutating func writeBloodPressure(_ visit: ClinicalVisit, _ encounter: Int) {
        let systolic = random.around(112 + visit.age / 3, 9)
        openObservation("vital-signs", Self.pressure, visit, encounter)
        out.raw(",\"component\":[")
        writePressure("8480-6", "Pression systolique", systolic)
        out.raw(",")
        writePressure("8462-4", "Pression diastolique", systolic * 6 / 10 + random.between(-4, 8))
        out.raw("]")
        close()
    }

    private mutating func writePressure(_ code: String, _ display: String, _ value: Int) {
        out.raw(
            "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"\(code)\",\"display\":\"\(display)\"}]}"
        )
        out.raw(",\"valueQuantity\":{\"value\":")
        out.integer(value)
        out.raw(",\"unit\":\"mmHg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mm[Hg]\"}}")
    }

    /// Another vital sign, sometimes with a remark.
    mutating func writeVital(_ visit: ClinicalVisit, _ encounter: Int) {
        let kinds = Measurement.vitals
        guard !kinds.isEmpty else { return }
        let kind = random.chance(0.5) ? kinds[0] : kinds[random.below(kinds.count)]
        openObservation("vital-signs", kind.term, visit, encounter)
        let child = kind.usual > 700 && visit.age < 18
        let usual = child ? kind.usual * (visit.age * 4 + 28) / 100 : kind.usual
        writeQuantity("valueQuantity", kind, max(1, random.around(usual, child ? kind.spread / 4 : kind.spread)))
        if random.chance(0.15) { writeRemark(visit) }
        close()
    }

    /// A blood sample: two or three values, or the lipid panel.
    mutating func writeLaboratory(_ visit: ClinicalVisit, _ encounter: Int) {
        if random.chance(0.3) { return writeLipids(visit, encounter) }
        let kinds = Measurement.laboratory
        let start = random.below(kinds.count)
        for place in 0..<random.between(2, 3) where !kinds.isEmpty {
            let kind = kinds[(start + place * 3) % kinds.count]
            openObservation("laboratory", kind.term, visit, encounter)
            writeQuantity("valueQuantity", kind, max(1, random.around(kind.usual, kind.spread)))
            if random.chance(0.08) { writeRemark(visit) }
            close()
        }
    }

    private mutating func writeLipids(_ visit: ClinicalVisit, _ encounter: Int) {
        openObservation("laboratory", Self.lipidPanel, visit, encounter)
        var separator = ",\"component\":["
        for kind in Measurement.lipids {
            out.raw(separator)
            out.raw("{\"code\":{\"text\":")
            out.quoted(kind.term.display)
            out.raw(",\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"\(kind.term.code)\"}]}")
            writeQuantity("valueQuantity", kind, max(1, random.around(kind.usual, kind.spread)))
            out.raw("}")
            separator = ","
        }
        out.raw("]")
        close()
    }

    /// Begins an Observation up to its value.
    mutating func openObservation(
        _ category: String, _ term: ClinicalTerm?, _ visit: ClinicalVisit, _ encounter: Int,
        _ sensitivity: Sensitivity? = nil
    ) {
        open("Observation", sensitivity)
        out.raw(",\"status\":\"final\",\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/")
        out.raw("observation-category\",\"code\":\"")
        out.raw(category)
        out.raw("\"}]}]")
        if let term { writeConcept("code", system: "http://loinc.org", term) }
        writePatientReference("subject")
        out.raw(",\"encounter\":")
        writeEncounterReference(encounter)
        writeInstant("effectiveDateTime", visit.day, minute: visit.minute + 6)
    }

    private mutating func writeRemark(_ visit: ClinicalVisit) {
        notes.remark(age: visit.age, &random)
        keepSentences()
        out.raw(",\"note\":[{\"text\":\"")
        out.escaped(notes.text.bytes)
        out.raw("\"}]")
    }

    private static let pressure = ClinicalTerm("85354-9;Pression artérielle")
    private static let lipidPanel = ClinicalTerm("24331-1;Bilan lipidique")
}
