#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells where lines were refused: reason, file, offset and length, a JSON object a line, and nothing of the line,
/// which may hold personal data. Of each reason the first thousand are told, then every thousandth; the file ends at 16
/// MiB.
final class RejectFile {
    private static let (first, each, limit) = (1_000, 1_000, 16 << 20)

    private let descriptor: Int32
    private var size: Int64
    private var counts: [ReadOutcome.Refusal: Int] = [:]

    /// Appends to a file.
    init(path: String) throws(SourceError) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SourceError(.write, path, number: errno) }
        size = FileStatus(descriptor: descriptor)?.size ?? 0
    }

    deinit { close(descriptor) }

    /// Tells of a line. What cannot be written is not told; it is counted elsewhere.
    func tell(_ reason: ReadOutcome.Refusal, path: String, offset: Int64, length: Int64) {
        let count = counts[reason, default: 0]
        counts[reason] = count + 1
        guard count < RejectFile.first || count.isMultiple(of: RejectFile.each), size < RejectFile.limit else { return }
        let quoted = path.unicodeScalars.reduce(into: "") {
            $0 += "\"\\".unicodeScalars.contains($1) || $1.value < 0x20 ? "?" : String($1)
        }
        let text =
            #"{"reason":"\#(reason.rawValue)","file":"\#(quoted)","offset":\#(offset),"length":\#(length)}"# + "\n"
        let bytes = Array(text.utf8)
        size += Int64(unsafe bytes.withUnsafeBytes { unsafe max(0, write(descriptor, $0.baseAddress, $0.count)) })
    }
}
