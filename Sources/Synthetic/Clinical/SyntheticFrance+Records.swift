extension SyntheticFrance {
    /// The administrative data of one patient record.
    public func patient(_ index: Int, of practice: SyntheticPractice) -> SyntheticPatient {
        PatientDrawing(seed: practice.seed, today: today, department: practice.department).patient(row: index)
    }

    /// One patient's resources.
    public func records(of index: Int, in practice: SyntheticPractice) -> PatientRecords {
        let patient = patient(index, of: practice)
        var writer = PatientWriter(patient, practice: practice, today: today, density: density)
        writer.write()
        return PatientRecords(patient: patient, bytes: writer.out.bytes, offsets: writer.offsets)
    }

    /// Hands over the patients of a practice one after the other, never holding more than one.
    public func forEachPatient(
        of practice: SyntheticPractice, in range: Range<Int>? = nil, _ body: (PatientRecords) throws -> Void
    ) rethrows {
        for index in range ?? 0..<practice.patientCount { try body(records(of: index, in: practice)) }
    }

    /// What to look for on a disk that must show nothing of this patient.
    public func plantedValues(of index: Int, in practice: SyntheticPractice) -> PlantedValues {
        let patient = patient(index, of: practice)
        var writer = PatientWriter(patient, practice: practice, today: today, density: density, recording: true)
        writer.write()
        return PlantedValues(
            names: [patient.family] + (patient.birthFamily.map { [$0] } ?? []) + patient.given, nir: patient.nir,
            phones: [patient.phone, patient.mobile].compactMap { $0 }, email: patient.email,
            addressLines: patient.addressLines, sentences: writer.sentences, documents: writer.documents)
    }
}
