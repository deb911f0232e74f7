import Vocabulary

extension PatientWriter {
    /// Resources that one visit makes, and those that every patient has, on average; measured.
    private static let resourcesPerVisit = 4.3
    private static let fixedResources = 9.0

    /// The visits of the past 3 to 15 years, oldest first; the last is that of the practice's visit pattern.
    mutating func drawVisits() -> [ClinicalVisit] {
        let youngest = patient.birthDate.days + 5
        let last = max(today.days - visits.daysSinceLast, youngest)
        let first = max(last - random.between(3 * 365, 15 * 365), youngest, today.days - 15 * 365)
        let wanted = (Double(density) - Self.fixedResources) / Self.resourcesPerVisit * (0.45 + 1.1 * visits.rank)
        let count = max(1, min(Int(wanted + random.unit()), (last - first) / 4 + 1))
        let span = max(0, last - first)
        return (0..<count).map { place in
            let base = count == 1 ? last : first + span * place / (count - 1)
            let isLast = place == count - 1
            let jitter = isLast ? 0 : random.below(max(1, span / max(1, count - 1) * 2 / 3))
            return visit(on: workday(base + jitter, not: isLast), position: place)
        }
    }

    private mutating func visit(on day: CivilDate, position: Int) -> ClinicalVisit {
        let usual = caregivers[patient.index % caregivers.count]
        let minute = random.chance(0.55) ? random.between(8 * 60, 12 * 60 + 30) : random.between(14 * 60, 19 * 60)
        return ClinicalVisit(
            day: day, minute: minute, age: age(on: day),
            caregiver: random.chance(0.85) ? usual : caregivers[random.below(caregivers.count)],
            sensitivity: position == 0 || random.chance(0.2) ? patient.sensitivity : nil, isFirst: position == 0)
    }

    /// The day itself, or the nearest open day before it, unless it must stay.
    private func workday(_ days: Int, not fixed: Bool) -> CivilDate {
        var day = CivilDate(days: days)
        guard !fixed else { return day }
        while day.isClosed, day.days > patient.birthDate.days { day = day.adding(-1) }
        return day
    }

    /// All that one visit leaves.
    mutating func writeVisit(_ visit: ClinicalVisit) {
        let encounter = writeEncounter(visit)
        if random.chance(0.7) { writeNote(visit, encounter) }
        if visit.age >= 15, random.chance(0.65) { writeBloodPressure(visit, encounter) }
        if random.chance(0.6) { writeVital(visit, encounter) }
        if random.chance(0.28) { writeLaboratory(visit, encounter) }
        if random.chance(0.3) { writeAcute(visit, encounter) }
        writePrescriptions(visit, encounter)
        if let sensitivity = visit.sensitivity { writeSensitive(sensitivity, visit, encounter) }
    }

    private mutating func writeEncounter(_ visit: ClinicalVisit) -> Int {
        let number = open("Encounter")
        out.raw(
            ",\"status\":\"finished\",\"class\":{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\""
        )
        let share = random.below(100)
        out.raw(share < 88 ? "AMB" : share < 95 ? "HH" : "VR")
        out.raw("\"}")
        writePatientReference("subject")
        out.raw(",\"participant\":[{\"individual\":")
        writePractitioner(visit.caregiver)
        out.raw("}],\"period\":{\"start\":\"")
        out.instant(visit.day, minute: visit.minute)
        out.raw("\",\"end\":\"")
        out.instant(visit.day, minute: visit.minute + random.around(17, 5))
        out.raw("\"},\"reasonCode\":[{\"text\":")
        out.quoted(ClinicalLists.reasons.pick(&random))
        out.raw("}],\"serviceProvider\":{\"reference\":\"Organization/")
        out.raw(practice.sourceID)
        out.raw("\"}")
        close()
        return number
    }

    private mutating func writeNote(_ visit: ClinicalVisit, _ encounter: Int) {
        notes.note(age: visit.age, sensitivity: visit.sensitivity, &random)
        keepSentences()
        open("DocumentReference", visit.sensitivity)
        out.raw(",\"status\":\"current\",\"docStatus\":\"final\"")
        out.raw(
            ",\"type\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"11488-4\",\"display\":\"Consult note\"}]}"
        )
        writePatientReference("subject")
        writeInstant("date", visit.day, minute: visit.minute + 12)
        out.raw(",\"author\":[")
        writePractitioner(visit.caregiver)
        out.raw(
            "],\"content\":[{\"attachment\":{\"contentType\":\"text/plain; charset=utf-8\",\"language\":\"fr-FR\",\"data\":\""
        )
        writeAttachment()
        out.raw("\",\"title\":\"Note de consultation\"}}],\"context\":{\"encounter\":[")
        writeEncounterReference(encounter)
        out.raw("]}")
        close()
    }
}
