import Vocabulary

/// Writes one patient's resources, one after the other, into one buffer.
struct PatientWriter: Sendable {
    /// The lines so far.
    var out = ByteWriter()
    /// Where each begins.
    private(set) var offsets: [Int] = []
    /// Sentences written, when recording.
    private(set) var sentences: [String] = []
    /// Attachments written as base64, when recording.
    private(set) var documents: [String] = []

    let patient: SyntheticPatient
    let practice: SyntheticPractice
    let today: CivilDate
    let density: Int
    let isRecording: Bool
    let caregivers: [SyntheticProfessional]
    let visits: VisitPattern
    var random: SeededGenerator
    var notes: NoteWriter
    var chronic: [ChronicCondition] = []

    /// Prepares; ``write()`` writes.
    init(
        _ patient: SyntheticPatient, practice: SyntheticPractice, today: CivilDate, density: Int,
        recording: Bool = false
    ) {
        (self.patient, self.practice, self.today) = (patient, practice, today)
        (self.density, isRecording) = (density, recording)
        let staff = practice.professionals.filter { $0.role != .secretary }
        caregivers = staff.isEmpty ? practice.professionals : staff
        visits = VisitPattern(practiceSeed: practice.seed, row: patient.index)
        random = SeededGenerator(seed: practice.seed, .clinical, patient.index)
        notes = NoteWriter(patient)
    }

    /// Writes everything: the Patient first.
    mutating func write() {
        out.reserve(density * 900)
        writePatient()
        writeCoverage()
        chronic = ChronicCondition.all.filter { $0.strikes(age: age(on: today), isFemale: patient.isFemale, &random) }
        let history = drawVisits()
        writeBackground(first: history.first, last: history.last)
        for visit in history { writeVisit(visit) }
        writeAppointments(after: history.suffix(2))
    }

    /// Begins a resource and returns its number; the first is the Patient itself.
    @discardableResult
    mutating func open(_ type: String, _ sensitivity: Sensitivity? = nil) -> Int {
        offsets.append(out.bytes.count)
        let number = offsets.count - 1
        out.raw("{\"resourceType\":\"")
        out.raw(type)
        out.raw("\",\"id\":\"")
        out.raw(patient.sourceID)
        if number > 0 {
            out.byte(UInt8(ascii: "."))
            out.integer(number)
        }
        out.byte(UInt8(ascii: "\""))
        if let sensitivity {
            out.raw(
                ",\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"")
            out.raw(sensitivity.rawValue)
            out.raw("\"}]}")
        }
        return number
    }

    /// Ends a resource.
    mutating func close() { out.raw("}\n") }

    /// Keeps the sentences of the note just written, when recording.
    mutating func keepSentences() {
        if isRecording { sentences += notes.sentences }
    }

    /// Appends a document's text as base64, and keeps it when recording.
    mutating func writeAttachment() {
        let start = out.bytes.count
        out.base64(notes.text.bytes)
        if isRecording { documents.append(String(decoding: out.bytes[start...], as: UTF8.self)) }
    }

    /// Completed years on a day.
    func age(on day: CivilDate) -> Int { max(0, (day.days - patient.birthDate.days) * 100 / 36_525) }
}
