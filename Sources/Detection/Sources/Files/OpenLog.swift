/// A file that is being read line by line.
struct OpenLog {
    /// What a step came to.
    enum Step {
        case line(LineCutter.Line)
        /// Nothing more for now.
        case quiet
        /// The file was cut short, or what it is packed in is damaged.
        case cut(isDamaged: Bool)
    }

    let number: Int
    private(set) var mark: FileMark
    let bytes: FileBytes
    private(set) var cutter: LineCutter
    /// Lines that begin before it were done in an earlier run.
    let done: Int64
    /// Events that were done of the line that begins there.
    let doneEvents: Int
    /// How many rounds in a row it was asked in vain, and whether in this one.
    private(set) var quiet = 0
    var wasAsked = false
    /// Whether no path leads to it any more.
    var isRetired = false

    /// Goes on from a mark; nil when the file ends before it.
    init?(number: Int, bytes: FileBytes, from mark: FileMark, lineLimit: Int) {
        guard mark.from == 0 || bytes.skip(to: mark.from) else { return nil }
        (self.number, self.bytes, self.mark) = (number, bytes, mark)
        (done, doneEvents) = (mark.offset, mark.events)
        cutter = LineCutter(offset: mark.from, number: mark.line, limit: lineLimit)
    }

    var isPacked: Bool { bytes.packing != .none }
    /// Whether it is no file but standard input.
    var isStream: Bool { mark.inode == 0 }
    /// Whether bytes wait for the end of their line.
    var hasRest: Bool { cutter.hasRest }

    /// Whether the system says this of the file.
    func isOf(_ status: FileStatus) -> Bool { !isStream && mark.device == status.device && mark.inode == status.inode }

    /// Nothing more for now.
    mutating func wait() {
        quiet += 1
        wasAsked = true
    }

    /// A mark of how far it was cut.
    var readMark: FileMark {
        var mark = self.mark
        (mark.from, mark.offset, mark.line, mark.events) = (cutter.next, cutter.next, cutter.count, 0)
        return mark
    }

    mutating func step() -> Step {
        while true {
            if let line = cutter.cut() {
                quiet = 0
                return .line(line)
            }
            if !isPacked, !isStream, isCut() { return .cut(isDamaged: false) }
            let file = bytes
            switch cutter.append({ file.read(into: &$0) }) {
            case .bytes: continue
            case .end: return .quiet
            case .damaged: return .cut(isDamaged: true)
            }
        }
    }

    /// The line without an end that is left.
    mutating func rest() -> LineCutter.Line? { cutter.rest() }

    /// Takes in that the file's head has grown.
    mutating func refreshHead() {
        guard !isStream, !isPacked, mark.headLength < FileMark.headLimit else { return }
        let head = FileHead(bytes, path: mark.path)
        if mark.headLength == 0 || head.fits(mark) { head.mark(&mark) }
    }

    /// Whether the file is shorter than what was read of it, or begins by something else: `copytruncate`.
    private func isCut() -> Bool {
        guard let status = bytes.status else { return false }
        if status.size < bytes.offset { return true }
        return mark.headLength > 0 && !FileHead(bytes, path: mark.path).fits(mark)
    }
}
