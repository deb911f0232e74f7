import Vocabulary

extension PatientWriter {
    private static let icd = "http://hl7.org/fhir/sid/icd-10"
    private static let atc = "http://www.whocc.no/atc"

    /// Lasting conditions, intolerances and vaccinations.
    mutating func writeBackground(first: ClinicalVisit?, last: ClinicalVisit?) {
        guard let first, let last else { return }
        for condition in chronic { writeCondition(condition.term, active: true, onset: first.day, nil, nil) }
        if random.chance(0.22) { writeAllergy(first.day) }
        let span = max(1, last.day.days - first.day.days + 1)
        for _ in 0..<random.between(1, 4) { writeImmunization(first.day.adding(random.below(span)), first.caregiver) }
    }

    /// A passing condition.
    mutating func writeAcute(_ visit: ClinicalVisit, _ encounter: Int) {
        guard !ClinicalLists.acute.isEmpty else { return }
        let term = ClinicalLists.acute[random.below(ClinicalLists.acute.count)]
        writeCondition(term, active: false, onset: visit.day, encounter, nil)
    }

    private mutating func writeCondition(
        _ term: ClinicalTerm, active: Bool, onset: CivilDate, _ encounter: Int?, _ sensitivity: Sensitivity?
    ) {
        open("Condition", sensitivity)
        writeStatus("clinicalStatus", "condition-clinical", active ? "active" : "resolved")
        writeStatus("verificationStatus", "condition-ver-status", "confirmed")
        writeConcept("code", system: Self.icd, term)
        writePatientReference("subject")
        if let encounter {
            out.raw(",\"encounter\":")
            writeEncounterReference(encounter)
        }
        writeDate("onsetDateTime", onset)
        writeDate("recordedDate", onset)
        close()
    }

    private mutating func writeAllergy(_ day: CivilDate) {
        let term = ClinicalLists.allergies[random.below(ClinicalLists.allergies.count)]
        open("AllergyIntolerance")
        writeStatus("clinicalStatus", "allergyintolerance-clinical", "active")
        writeStatus(
            "verificationStatus", "allergyintolerance-verification", random.chance(0.6) ? "confirmed" : "unconfirmed")
        out.raw(term.code.hasPrefix("Z88") ? ",\"category\":[\"medication\"]" : ",\"category\":[\"environment\"]")
        out.raw(random.chance(0.2) ? ",\"criticality\":\"high\"" : ",\"criticality\":\"low\"")
        writeConcept("code", system: Self.icd, term)
        writePatientReference("patient")
        writeDate("recordedDate", day)
        out.raw(",\"reaction\":[{\"manifestation\":[{\"text\":")
        out.quoted(ClinicalLists.reactions.pick(&random))
        out.raw("}]}]")
        close()
    }

    private mutating func writeImmunization(_ day: CivilDate, _ caregiver: SyntheticProfessional) {
        let term = ClinicalLists.vaccines[random.below(ClinicalLists.vaccines.count)]
        open("Immunization")
        out.raw(",\"status\":\"completed\"")
        writeConcept("vaccineCode", system: Self.atc, term)
        writePatientReference("patient")
        writeDate("occurrenceDateTime", day)
        out.raw(",\"lotNumber\":\"")
        out.integer(random.below(1_000_000), width: 6)
        out.raw("\",\"performer\":[{\"actor\":")
        writePractitioner(caregiver)
        out.raw("}]")
        close()
    }

    /// Half the visits renew what the lasting conditions need; a third prescribe something for now.
    mutating func writePrescriptions(_ visit: ClinicalVisit, _ encounter: Int) {
        if random.chance(0.5) {
            for condition in chronic.prefix(4) where !condition.medicines.isEmpty {
                let code = condition.medicines[patient.index % condition.medicines.count]
                if let medicine = Medicine.with(code: code) {
                    writePrescription(medicine, visit, encounter, renewals: 2)
                }
            }
        }
        if random.chance(0.35), !Medicine.all.isEmpty {
            writePrescription(Medicine.all[random.below(8) % Medicine.all.count], visit, encounter, renewals: 0)
        }
    }

    private mutating func writePrescription(
        _ medicine: Medicine, _ visit: ClinicalVisit, _ encounter: Int, renewals: Int
    ) {
        open("MedicationRequest")
        out.raw(",\"status\":\"active\",\"intent\":\"order\",\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"")
        out.raw(Self.atc)
        out.raw(
            "\",\"code\":\"\(medicine.term.code)\"},{\"system\":\"http://data.esante.gouv.fr/ansm/medicament\",\"code\":\""
        )
        out.integer(medicine.cisLike)
        out.raw("\"}],\"text\":")
        out.quoted(medicine.term.display)
        out.raw("}")
        writePatientReference("subject")
        out.raw(",\"encounter\":")
        writeEncounterReference(encounter)
        writeInstant("authoredOn", visit.day, minute: visit.minute + 14)
        out.raw(",\"requester\":")
        writePractitioner(visit.caregiver)
        out.raw(",\"dosageInstruction\":[{\"text\":")
        out.quoted(medicine.dosage)
        out.raw("}],\"dispenseRequest\":{\"numberOfRepeatsAllowed\":\(renewals)}")
        close()
    }

    /// What carries a sensitivity label besides the note.
    mutating func writeSensitive(_ sensitivity: Sensitivity, _ visit: ClinicalVisit, _ encounter: Int) {
        switch sensitivity {
        case .hiv:
            writeHIV(visit, encounter)
        case .sexuality:
            openObservation(
                "social-history", ClinicalTerm("76690-7;Orientation sexuelle"), visit, encounter, .sexuality)
            out.raw(",\"valueCodeableConcept\":{\"text\":")
            out.quoted(random.chance(0.7) ? "Homosexualité" : "Bisexualité")
            out.raw("}")
            close()
        }
    }

    /// The diagnosis at the first visit, the viral load at later ones.
    private mutating func writeHIV(_ visit: ClinicalVisit, _ encounter: Int) {
        if visit.isFirst, let term = ClinicalTerm("Z21;Infection asymptomatique par le VIH") {
            return writeCondition(term, active: true, onset: visit.day, encounter, .hiv)
        }
        guard let load = Measurement("20447-9;Charge virale VIH-1;{copies}/mL;24;5;0") else { return }
        openObservation("laboratory", load.term, visit, encounter, .hiv)
        writeQuantity("valueQuantity", load, random.around(load.usual, load.spread))
        close()
    }
}
