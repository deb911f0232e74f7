/// One patient's resources: FHIR R4 JSON, a line each, the Patient first.
public struct PatientRecords: Sendable {
    /// The administrative data, and which person it is.
    public let patient: SyntheticPatient
    /// NDJSON, UTF-8; every line ends with a line feed.
    public let bytes: [UInt8]
    /// Where each resource begins in `bytes`.
    public let offsets: [Int]

    /// Number of resources.
    public var count: Int { offsets.count }

    /// The JSON of one resource without its line feed; empty for an index out of range.
    public func resource(_ index: Int) -> ArraySlice<UInt8> {
        guard offsets.indices.contains(index) else { return [] }
        let end = index + 1 < offsets.count ? offsets[index + 1] : bytes.count
        return bytes[offsets[index]..<end - 1]
    }
}
