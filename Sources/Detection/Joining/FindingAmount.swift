/// What a finding says of rows or bytes: its measure, if it counts them, else the field that it shows. One of a
/// database that says nothing says 0 rows.
struct FindingAmount {
    let rows: UInt64?
    let bytes: UInt64?

    init(_ finding: Finding) {
        let kind = SourceKind(finding.source)
        rows = kind == .database ? FindingAmount.value(Taxonomy.rows, finding) ?? 0 : nil
        bytes = kind == .database ? nil : FindingAmount.value(Taxonomy.bytes, finding)
    }

    private static func value(_ field: String, _ finding: Finding) -> UInt64? {
        if finding.unit == field, let measure = finding.measure { return whole(measure) }
        return ShownFields(finding).first(field).flatMap(Double.init).flatMap(whole)
    }

    private static func whole(_ value: Double) -> UInt64? {
        value.isFinite && value >= 0 ? UInt64(exactly: min(value, 1e18).rounded()) : nil
    }
}
