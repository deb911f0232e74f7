/// Why a source cannot be read at all. One line, without a line's content.
public struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried.
    public enum Code: String, Hashable, Sendable {
        /// A file cannot be opened or read.
        case open
        /// The state file is not one.
        case state
        /// The state file cannot be written.
        case write
        /// The state of a watch does not fit.
        case watchState
        /// A socket cannot be opened.
        case listen
    }

    /// What was tried.
    public let code: Code
    /// On which file or address.
    public let path: String
    /// The system's number of the error; 0 for none.
    public let number: Int32

    init(_ code: Code, _ path: String, number: Int32 = 0) { (self.code, self.path, self.number) = (code, path, number) }

    /// `cannot open PATH: error 13`.
    public var description: String {
        let what =
            switch code {
            case .open: "cannot read \(path)"
            case .state: "\(path) is not a state file of offsets; remove it to read everything again"
            case .watchState: "\(path) is not what a watch wrote; remove its folder to begin anew"
            case .write: "cannot write \(path)"
            case .listen: "cannot listen on \(path)"
            }
        return number == 0 ? what : "\(what): system error \(number)"
    }
}
