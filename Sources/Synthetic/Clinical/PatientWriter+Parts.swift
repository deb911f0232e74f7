import Vocabulary

extension PatientWriter {
    /// `,"name":{"reference":"Patient/p1"}`.
    mutating func writePatientReference(_ name: String) {
        out.raw(",\"")
        out.raw(name)
        out.raw("\":{\"reference\":\"Patient/")
        out.raw(patient.sourceID)
        out.raw("\"}")
    }

    /// `{"reference":"Practitioner/…","display":"…"}`.
    mutating func writePractitioner(_ professional: SyntheticProfessional) {
        out.raw("{\"reference\":\"Practitioner/")
        out.raw(professional.sourceID)
        out.raw("\",\"display\":")
        out.quoted(professional.display)
        out.raw("}")
    }

    /// `{"reference":"Encounter/p1.7"}`.
    mutating func writeEncounterReference(_ number: Int) {
        out.raw("{\"reference\":\"Encounter/")
        out.raw(patient.sourceID)
        out.byte(UInt8(ascii: "."))
        out.integer(number)
        out.raw("\"}")
    }

    /// `,"name":` and a CodeableConcept of one coding and its text.
    mutating func writeConcept(_ name: String, system: String, _ term: ClinicalTerm) {
        out.raw(",\"")
        out.raw(name)
        out.raw("\":{\"coding\":[{\"system\":\"")
        out.raw(system)
        out.raw("\",\"code\":\"")
        out.raw(term.code)
        out.raw("\",\"display\":")
        out.quoted(term.display)
        out.raw("}],\"text\":")
        out.quoted(term.display)
        out.raw("}")
    }

    /// `,"name":{"coding":[{"system":…,"code":…}]}` of HL7's own code systems.
    mutating func writeStatus(_ name: String, _ system: String, _ code: String) {
        out.raw(",\"")
        out.raw(name)
        out.raw("\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/")
        out.raw(system)
        out.raw("\",\"code\":\"")
        out.raw(code)
        out.raw("\"}]}")
    }

    /// `,"name":"YYYY-MM-DD"`.
    mutating func writeDate(_ name: String, _ day: CivilDate) {
        out.raw(",\"")
        out.raw(name)
        out.raw("\":\"")
        out.date(day)
        out.raw("\"")
    }

    /// `,"name":"YYYY-MM-DDThh:mm:00+01:00"`.
    mutating func writeInstant(_ name: String, _ day: CivilDate, minute: Int) {
        out.raw(",\"")
        out.raw(name)
        out.raw("\":\"")
        out.instant(day, minute: minute)
        out.raw("\"")
    }

    /// A value of varied precision: `70.0`, `70`, `5.40`, `5.4`, as different devices and laboratories write them.
    mutating func writeQuantity(_ name: String, _ measurement: Measurement, _ scaled: Int) {
        out.raw(",\"")
        out.raw(name)
        out.raw("\":{\"value\":")
        let style = random.below(10)
        if measurement.digits > 0, style < 2 {
            out.decimal(scaled / 10, digits: measurement.digits - 1)
        } else if measurement.digits > 0, style < 4 {
            out.decimal(scaled / 10 * 10, digits: measurement.digits)
        } else {
            out.decimal(scaled, digits: measurement.digits)
        }
        out.raw(",\"unit\":\"")
        out.raw(measurement.unit)
        out.raw("\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"")
        out.raw(measurement.unit)
        out.raw("\"}")
    }
}
