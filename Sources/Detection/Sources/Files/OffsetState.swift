import JSONTree

/// The state file: a JSON object with a mark for each file, replaced as a whole.
struct OffsetState {
    /// Files that are remembered; the one remembered longest is forgotten beyond.
    static let limit = 4_096
    private static let maximumBytes = 8 << 20
    /// Of offsets and counts: what is counted on from there stays a number.
    private static let largest: Int64 = 1 << 56

    private(set) var marks: [FileMark] = []

    init() {}

    /// Reads the file; one that is not there is an empty state.
    init(path: String) throws(SourceError) {
        guard FileStatus(path: path) != nil else { return }
        let file = try FileBytes(path: path)
        var bytes: [UInt8] = []
        while file.read(into: &bytes) == .bytes {
            guard bytes.count <= OffsetState.maximumBytes else { throw SourceError(.state, path) }
        }
        let value = try? JSONValue(parsing: bytes)
        guard let value, value["v"]?.number?.int64 == 1, let files = value["files"]?.array else {
            throw SourceError(.state, path)
        }
        for file in files {
            guard let mark = file.object.flatMap(OffsetState.mark) else { throw SourceError(.state, path) }
            marks.append(mark)
        }
    }

    /// Remembers a mark in place of an earlier one of the same file.
    mutating func remember(_ mark: FileMark, replacing earlier: FileMark?) {
        if let place = marks.lastIndex(where: { $0.isSameFile(as: mark) || earlier?.isSameFile(as: $0) == true }) {
            marks.remove(at: place)
        }
        marks.append(mark)
        if marks.count > OffsetState.limit { marks.removeFirst(marks.count - OffsetState.limit) }
    }

    /// Writes the file anew, by a second file that takes its place.
    func write(to path: String) throws(SourceError) {
        let value = JSONValue.object(
            JSONObject([
                .init(key: "v", value: .number(JSONNumber(1))),
                .init(key: "files", value: .array(marks.map(OffsetState.value))),
            ]))
        try AtomicFile.write(value.bytes + [UInt8(ascii: "\n")], to: path)
    }

    private static func value(_ mark: FileMark) -> JSONValue {
        let number = { (number: Int64) in JSONValue.number(JSONNumber(number)) }
        return .object(
            JSONObject([
                .init(key: "path", value: .string(mark.path)),
                .init(key: "device", value: .string(String(mark.device))),
                .init(key: "inode", value: .string(String(mark.inode))),
                .init(key: "head", value: .string(mark.head.hexadecimal)),
                .init(key: "headLength", value: number(Int64(mark.headLength))),
                .init(key: "from", value: number(mark.from)), .init(key: "offset", value: number(mark.offset)),
                .init(key: "line", value: number(Int64(mark.line))),
                .init(key: "events", value: number(Int64(mark.events))),
            ]))
    }

    private static func mark(_ object: JSONObject) -> FileMark? {
        let number = { (name: String) in
            object[name]?.number?.int64.flatMap { (0...OffsetState.largest).contains($0) ? $0 : nil }
        }
        guard let path = object["path"]?.string,
            let head = object["head"]?.string.flatMap({ [UInt8](hexadecimal: $0) }),
            let device = object["device"]?.string.flatMap({ UInt64($0) }),
            let inode = object["inode"]?.string.flatMap({ UInt64($0) }), let length = number("headLength"),
            let from = number("from"), let offset = number("offset"), let line = number("line"),
            let events = number("events"), length <= FileMark.headLimit, from <= offset
        else { return nil }
        return FileMark(
            path: path, device: device, inode: inode, head: head, headLength: Int(length), from: from, offset: offset,
            line: Int(line), events: Int(events))
    }
}
