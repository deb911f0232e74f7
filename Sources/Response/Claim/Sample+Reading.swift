import JSONTree

extension Sample {
    /// Reads a CSV text.
    mutating func readTable(_ bytes: [UInt8], from start: Int, _ names: SampleColumns) throws(ScopeError) {
        var reader = CSVReader(bytes, from: start, separator: CSVReader.separator(of: bytes, from: start))
        guard case .fields(let header) = reader.next() else {
            throw ScopeError("sample", "has a header that cannot be read, or more than \(SampleLimits.columns) columns")
        }
        let places = header.map(names.column)
        columns = Set(places.compactMap(\.self))
        try names.check(columns)
        while let record = reader.next() {
            guard case .fields(let fields) = record, fields.count == header.count else {
                try take(nil)
                continue
            }
            var values: [SampleColumn: String] = [:]
            for (column, field) in zip(places, fields) { Sample.put(field, in: column, &values) }
            try take(values)
        }
        isCutShort = reader.isCutShort
    }

    /// Reads one array of objects.
    mutating func readArray(_ bytes: ArraySlice<UInt8>, _ names: SampleColumns) throws(ScopeError) {
        let limits = JSONLimits(maximumBytes: SampleLimits.bytes, maximumNodes: 4_100_000)
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes, limits: limits)
        } catch {
            throw ScopeError("sample", "is no JSON, or too much of it, at byte \(error.offset)")
        }
        for item in value.array ?? [] { try take(values(item, names)) }
    }

    /// Reads an object a line; a line that is none is a damaged row.
    mutating func readLines(_ bytes: [UInt8], _ names: SampleColumns) throws(ScopeError) {
        var lines = JSONLines(maximumLineBytes: SampleLimits.bytes)
        let span = bytes.span
        while true {
            let line: JSONLines.Line?
            do throws(JSONError) { line = try lines.next(in: span) } catch {
                try take(nil)
                continue
            }
            guard let line else { return }
            let value = try? JSONValue(parsing: span.extracting(line.range))
            try take(value.flatMap { values($0, names) })
        }
    }

    /// What an object says; nil when it is none, too wide, or has in a column that counts what is no text or number.
    private mutating func values(_ item: JSONValue, _ names: SampleColumns) -> [SampleColumn: String]? {
        guard let object = item.object, object.members.count <= SampleLimits.columns else { return nil }
        var values: [SampleColumn: String] = [:]
        var found: Set<SampleColumn> = []
        for member in object.members {
            guard let column = names.column(of: member.key) else { continue }
            found.insert(column)
            switch member.value {
            case .string(let text) where text.utf8.count <= SampleLimits.valueBytes:
                Sample.put(text, in: column, &values)
            case .number(let number): Sample.put(number.text, in: column, &values)
            case .null: break
            default: return nil
            }
        }
        columns.formUnion(found)
        return values
    }

    /// Of several columns for the same, the first that is not empty counts.
    private static func put(_ text: String, in column: SampleColumn?, _ values: inout [SampleColumn: String]) {
        guard let column, values[column] == nil, !text.utf8.allSatisfy(isSpace) else { return }
        values[column] = text
    }
}
