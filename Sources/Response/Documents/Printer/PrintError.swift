/// Why a document was not printed; it says nothing of the document.
public enum PrintError: Error, Hashable, Sendable, CustomStringConvertible {
    /// WeasyPrint, or the Python that runs it, is not there: install the package `weasyprint`.
    case noProgram
    /// The worker ended, twice, while it printed this document; another is started for the next.
    case workerDied
    /// The document took longer than the limit; its worker was ended.
    case tooLong
    /// The document is over 16 MiB of HTML.
    case tooLarge
    /// The worker refused the document; the word is its error's kind.
    case refused(String)
    /// A file could not be written.
    case file
    /// The printer was closed.
    case closed

    /// One line.
    public var description: String {
        switch self {
        case .noProgram: "WeasyPrint cannot be started (package weasyprint)"
        case .workerDied: "the printing worker ended while it printed the document"
        case .tooLong: "the document took longer than the limit"
        case .tooLarge: "the document is too large"
        case .refused(let word): "the printing worker refused the document: \(word)"
        case .file: "a file could not be written"
        case .closed: "the printer was closed"
        }
    }
}
