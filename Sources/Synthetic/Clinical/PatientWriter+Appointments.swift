import Vocabulary

extension PatientWriter {
    /// Appointments of the last visits, now and then one for today, and for those who come often one to come.
    mutating func writeAppointments(after visits: ArraySlice<ClinicalVisit>) {
        for visit in visits {
            let share = random.below(100)
            guard share < 80 else { continue }
            let status = share < 70 ? "fulfilled" : share < 75 ? "cancelled" : "noshow"
            writeAppointment(status, visit.day, visit.minute, visit.caregiver, booked: -random.below(30))
        }
        let usual = caregivers[patient.index % caregivers.count]
        if random.chance(0.012) { writeAppointment("booked", today, slot(), usual, booked: -random.below(20)) }
        if random.chance(0.1 + 0.5 * self.visits.rank) {
            var day = today.adding(random.between(1, 90))
            while day.isClosed { day = day.adding(1) }
            writeAppointment("booked", day, slot(), usual, booked: -91)
        }
    }

    private mutating func slot() -> Int {
        random.chance(0.5) ? 510 + random.below(14) * 15 : 840 + random.below(18) * 15
    }

    private mutating func writeAppointment(
        _ status: String, _ day: CivilDate, _ minute: Int, _ caregiver: SyntheticProfessional, booked: Int
    ) {
        open("Appointment")
        out.raw(",\"status\":\"\(status)\",\"description\":")
        out.quoted(ClinicalLists.reasons.pick(&random))
        writeInstant("start", day, minute: minute)
        writeInstant("end", day, minute: minute + 15)
        let made = min(day.days + booked, today.days)
        writeInstant("created", CivilDate(days: max(made, patient.birthDate.days)), minute: 480)
        out.raw(",\"participant\":[{\"actor\":{\"reference\":\"Patient/")
        out.raw(patient.sourceID)
        out.raw("\"},\"status\":\"accepted\"},{\"actor\":")
        writePractitioner(caregiver)
        out.raw(",\"status\":\"accepted\"}]")
        close()
    }
}
