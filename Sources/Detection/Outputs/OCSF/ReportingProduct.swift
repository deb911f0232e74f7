/// Who reports, as the formats ask for it.
public struct ReportingProduct: Hashable, Sendable {
    /// The vendor.
    public var vendor: String
    /// The product.
    public var name: String
    /// Its version.
    public var version: String

    /// Names the product; without arguments this one.
    public init(vendor: String = "Colloque", name: String = "Colloque watch", version: String = "1.0") {
        (self.vendor, self.name, self.version) = (vendor, name, version)
    }
}
