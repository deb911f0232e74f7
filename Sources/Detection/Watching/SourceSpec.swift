/// A source as commands name it: `FORMAT:PATH`, the path a file, a pattern, or `-` for standard input.
public struct SourceSpec: Hashable, Sendable, CustomStringConvertible {
    /// How its lines are read.
    public let format: LogFormat
    /// Which files.
    public let pattern: String

    /// Takes the text apart; nil when the format is unknown or there is no path.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), let format = LogFormat(rawValue: String(text[..<colon])),
            text.index(after: colon) < text.endIndex
        else { return nil }
        (self.format, pattern) = (format, String(text[text.index(after: colon)...]))
    }

    /// As it is written.
    public var description: String { "\(format.rawValue):\(pattern)" }
}
