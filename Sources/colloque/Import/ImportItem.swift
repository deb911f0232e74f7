import JSONTree

/// One entry that is to be sent, and where it came from for the report.
struct ImportItem: Sendable {
    let file: String
    let number: Int
    let fullURL: String?
    /// The resource's JSON text, without line breaks.
    let resource: ArraySlice<UInt8>

    /// Appends the entry as a group's line holds it.
    func write(into line: inout [UInt8]) {
        line.append(contentsOf: "{".utf8)
        if let fullURL {
            line.append(contentsOf: "\"fullUrl\":".utf8)
            JSONValue.string(fullURL).write(into: &line)
            line.append(contentsOf: ",".utf8)
        }
        line.append(contentsOf: "\"resource\":".utf8)
        line.append(contentsOf: resource)
        line.append(contentsOf: "}".utf8)
    }
}
