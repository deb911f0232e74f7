/// What stands in one patient's records and must not be readable on a stolen disk.
public struct PlantedValues: Sendable, Equatable {
    /// Family names, name at birth and given names.
    public let names: [String]
    /// The NIR, if the record has one.
    public let nir: String?
    /// Phone numbers as written.
    public let phones: [String]
    /// The e-mail address, if any.
    public let email: String?
    /// The street lines.
    public let addressLines: [String]
    /// Every sentence of every note and remark, plain.
    public let sentences: [String]
    /// The base64 text of every document's attachment.
    public let documents: [String]
}
