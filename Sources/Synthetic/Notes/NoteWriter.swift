/// Writes the notes of one patient, a sentence at a time.
struct NoteWriter: Sendable {
    /// The text of the note in the making, plain UTF-8.
    private(set) var text = ByteWriter()
    /// Where the sentences of the note end, in bytes.
    private(set) var ends: [Int] = []

    private let patient: SyntheticPatient
    private var age = 0

    /// Writes for one patient.
    init(_ patient: SyntheticPatient) { self.patient = patient }

    /// The sentences of the last note.
    var sentences: [String] {
        zip([0] + ends.dropLast().map { $0 + 1 }, ends).map { String(decoding: text.bytes[$0..<$1], as: UTF8.self) }
    }

    /// Writes a consultation's note: four to nine sentences.
    mutating func note(age: Int, sensitivity: Sensitivity?, _ random: inout SeededGenerator) {
        begin(age: age)
        add(NoteTemplates.motives, &random)
        if random.chance(0.75) { add(NoteTemplates.stories, &random) }
        if age >= 18, random.chance(0.45) { add(NoteTemplates.lives, &random) }
        add(NoteTemplates.findings, &random)
        if random.chance(0.3) { add(NoteTemplates.findings, &random) }
        switch sensitivity {
        case .hiv: add(NoteTemplates.hiv, &random)
        case .sexuality: add(NoteTemplates.orientation, &random)
        case nil: break
        }
        add(NoteTemplates.plans, &random)
        if random.chance(0.35) { add(NoteTemplates.plans, &random) }
        if random.chance(0.8) { add(NoteTemplates.endings, &random) }
    }

    /// Writes one sentence, for a remark beside a value.
    mutating func remark(age: Int, _ random: inout SeededGenerator) {
        begin(age: age)
        add(random.chance(0.5) ? NoteTemplates.stories : NoteTemplates.plans, &random)
    }

    private mutating func begin(age: Int) {
        text.clear()
        ends.removeAll(keepingCapacity: true)
        self.age = age
    }

    private mutating func add(_ templates: [NoteTemplate], _ random: inout SeededGenerator) {
        guard !templates.isEmpty else { return }
        if !ends.isEmpty { text.byte(random.chance(0.7) ? UInt8(ascii: " ") : UInt8(ascii: "\n")) }
        for piece in templates[random.below(templates.count)].pieces {
            text.append(piece.text)
            if piece.slot != 0 { fill(piece.slot, &random) }
        }
        ends.append(text.bytes.count)
    }

    private mutating func fill(_ slot: UInt8, _ random: inout SeededGenerator) {
        if let words = NoteSlot.words(slot) { return text.raw(words.pick(&random)) }
        switch slot {
        case UInt8(ascii: "n"): text.integer(random.between(2, 9))
        case UInt8(ascii: "N"): text.raw((patient.isFemale ? "Mme " : "M. ") + patient.family)
        case UInt8(ascii: "P"): text.raw(patient.given.first ?? patient.family)
        case UInt8(ascii: "i"): text.raw(patient.isFemale ? "Elle" : "Il")
        case UInt8(ascii: "e"): if patient.isFemale { text.raw("e") }
        case UInt8(ascii: "A"): text.integer(age)
        case UInt8(ascii: "k"): text.integer(random.around(age < 15 ? 5 + age * 3 : 72, 8))
        case UInt8(ascii: "T"):
            text.integer(random.between(10, 17))
            text.byte(UInt8(ascii: "/"))
            text.integer(random.between(6, 9))
        default: break
        }
    }
}
