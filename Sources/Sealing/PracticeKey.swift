import Crypto
import Vocabulary

/// A practice's key: random, wrapped by the root key, held by the broker alone.
public struct PracticeKey: Unprintable {
    private static let place = "wrapped patient key"
    /// The practice whose key it is.
    public let practice: PracticeID
    let material: SymmetricKey
    private let wrapping: SymmetricKey
    private let texts: TextSealer

    /// Draws a key for a new practice.
    public static func random(practice: PracticeID) -> PracticeKey {
        PracticeKey(material: SymmetricKey(size: .bits256), practice: practice)
    }

    init(material: SymmetricKey, practice: PracticeID) {
        self.practice = practice
        self.material = material
        wrapping = material.derived(.practiceWrapping)
        texts = TextSealer(key: material.derived(.practiceText))
    }

    /// Seals a patient key and the patient's subject together: 77 bytes, bound to practice and patient.
    /// Throws `wrongScope` for a key of another practice.
    public func wrap(_ key: PatientKey, subject: SubjectID) throws(SealingError) -> [UInt8] {
        guard key.practice == practice else { throw SealingError(.wrongScope, PracticeKey.place) }
        let both = unsafe SecretBytes(count: SymmetricKey.byteCount + 16) { memory in
            unsafe key.material.withUnsafeBytes { unsafe memory.copyMemory(from: $0) }
            for (index, byte) in subject.bytes.enumerated() { unsafe memory[SymmetricKey.byteCount + index] = byte }
        }
        return try Envelope.seal(secret: both, with: wrapping, context: context(key.patient), PracticeKey.place)
    }

    /// Opens what ``wrap(_:subject:)`` made. Throws `malformed`, or `notAuthentic` for another key, practice or patient.
    public func unwrap(
        _ bytes: [UInt8], patient: PatientID
    ) throws(SealingError) -> (key: PatientKey, subject: SubjectID) {
        let both = try Envelope.open(
            secret: bytes, count: SymmetricKey.byteCount + 16, with: wrapping, context: context(patient),
            PracticeKey.place)
        return unsafe both.withUnsafeBytes { memory in
            let key = unsafe SymmetricKey(data: UnsafeRawBufferPointer(rebasing: memory[..<SymmetricKey.byteCount]))
            let subject = unsafe SubjectID(memory, at: SymmetricKey.byteCount)
            return (PatientKey(material: key, practice: practice, patient: patient), subject)
        }
    }

    /// The tier key of the practice's resources about no patient.
    public func ownTierKey(_ tier: Tier, epoch: UInt32) -> TierKey {
        let scope = TierScope(practice: practice, patient: nil, tier: tier, epoch: epoch)
        return TierKey(material: material.derived(scope.info(.practiceTierKey)), scope: scope)
    }

    /// The key of one search field's tokens and rows.
    public func indexKey(field: SearchTerm.Field) -> IndexKey {
        var info = FieldList(.indexToken)
        info.add(field.rawValue)
        var rowInfo = FieldList(.indexRow)
        rowInfo.add(field.rawValue)
        return IndexKey(tokens: material.derived(info.bytes), rows: material.derived(rowInfo.bytes))
    }

    private func context(_ patient: PatientID) -> [UInt8] {
        var context = FieldList(.wrappedPatientKey)
        context.add(practice)
        context.add(patient)
        return context.bytes
    }
}

extension PracticeKey {
    /// Seals a text of the practice, such as its name, bound to a label and an id (at most 256 bytes each).
    /// Throws `tooLarge` over 65,536 UTF-8 bytes.
    public func sealText(_ text: String, label: String, id: [UInt8]) throws(SealingError) -> [UInt8] {
        try texts.seal(text, label: label, id: id)
    }

    /// Opens what ``sealText(_:label:id:)`` made. Throws `malformed`, `tooLarge` or `notAuthentic`.
    public func openText(_ bytes: [UInt8], label: String, id: [UInt8]) throws(SealingError) -> String {
        try texts.open(bytes, label: label, id: id)
    }
}
