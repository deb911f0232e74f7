import Vocabulary

/// What one sealed part is: all of it is bound into the part's key or its authenticated context.
public struct PartName: Hashable, Sendable {
    /// Longest resource type or id, in bytes.
    public static let maximumText = 128
    /// Practice, patient, tier and epoch.
    public let scope: TierScope
    /// The FHIR resource type.
    public let type: String
    /// The resource's id.
    public let id: String
    /// The version that sealed the part.
    public let version: UInt64
    /// The deposit that wrote it: drawn by the broker, so that no write yields an existing part's key.
    public let deposit: DepositID

    /// Names a part. Throws `malformed` unless type and id are 1 to 128 printable ASCII characters without space.
    public init(
        scope: TierScope, type: String, id: String, version: UInt64, deposit: DepositID
    ) throws(SealingError) {
        guard PartName.isName(type), PartName.isName(id) else { throw SealingError(.malformed, "part name") }
        self.scope = scope
        self.type = type
        self.id = id
        self.version = version
        self.deposit = deposit
    }

    package static func isName(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard (1...maximumText).contains(bytes.count) else { return false }
        for index in bytes.indices where !(0x21...0x7E).contains(bytes[index]) { return false }
        return true
    }

    /// What the part's key is derived of; the tier key stands for the scope.
    var info: [UInt8] {
        var info = FieldList(.partKey)
        info.add(type)
        info.add(id)
        info.add(version)
        info.add(deposit)
        return info.bytes
    }

    /// What is authenticated with the part: everything. An absent patient is an empty field.
    var context: [UInt8] {
        var context = FieldList(.part)
        context.add(scope.practice)
        if let patient = scope.patient { context.add(patient) } else { context.add([]) }
        context.add(type)
        context.add(id)
        context.add(version)
        context.add(deposit)
        context.add(scope.tier)
        context.add(scope.epoch)
        return context.bytes
    }
}
