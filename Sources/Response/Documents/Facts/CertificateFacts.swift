/// The scope certificate that the figures come from.
public struct CertificateFacts: Hashable, Sendable {
    /// The certificate's file name.
    public var file: String
    /// The file's SHA-256, 64 hexadecimal digits.
    public var sha256: String
    /// The ledger's origin line.
    public var origin: String
    /// The number of the first entry looked at, from 0.
    public var first: Int64
    /// The number of the last entry looked at.
    public var last: Int64

    /// A certificate.
    public init(file: String, sha256: String, origin: String, first: Int64, last: Int64) {
        (self.file, self.sha256, self.origin) = (file, sha256, origin)
        (self.first, self.last) = (first, last)
    }
}
