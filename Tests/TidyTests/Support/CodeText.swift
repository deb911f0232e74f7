/// Takes comments and the content of string literals out of Swift text, so that a rule about code looks at code only.
struct CodeText {
    private enum Frame {
        /// Code; how many parentheses are open in it.
        case code(parentheses: Int)
        /// A string literal with so many `#`, over several lines or one.
        case string(hashes: Int, isLong: Bool)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var frames = [Frame.code(parentheses: 0)]
    private var out: [UInt8] = []

    private init(_ text: String) {
        bytes = Array(text.utf8)
        out.reserveCapacity(bytes.count)
    }

    /// The lines of code, as many as the text has.
    static func lines(of text: String) -> [String] {
        var scan = CodeText(text)
        scan.run()
        let lines = scan.out.split(separator: 10, omittingEmptySubsequences: false)
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func run() {
        while position < bytes.count {
            switch frames.last {
            case .string(let hashes, let isLong): string(hashes, isLong)
            case .code(let parentheses): code(parentheses)
            case nil: return
            }
        }
    }

    private func starts(with text: StaticString) -> Bool {
        let wanted = text.description.utf8
        return bytes.count - position >= wanted.count && bytes[position..<position + wanted.count].elementsEqual(wanted)
    }

    private func hashes(from start: Int) -> Int {
        bytes[min(start, bytes.count)...].prefix { $0 == UInt8(ascii: "#") }.count
    }

    private mutating func code(_ parentheses: Int) {
        if starts(with: "//") { return skipLine() }
        if starts(with: "/*") { return skipBlock() }
        let hashes = hashes(from: position)
        if position + hashes < bytes.count, bytes[position + hashes] == UInt8(ascii: "\"") { return open(hashes) }
        switch bytes[position] {
        case UInt8(ascii: "("): frames[frames.count - 1] = .code(parentheses: parentheses + 1)
        case UInt8(ascii: ")") where parentheses == 0 && frames.count > 1:
            frames.removeLast()
            position += 1
            return
        case UInt8(ascii: ")"): frames[frames.count - 1] = .code(parentheses: parentheses - 1)
        default: break
        }
        out.append(bytes[position])
        position += 1
    }

    private mutating func open(_ hashes: Int) {
        position += hashes
        let isLong = starts(with: "\"\"\"")
        position += isLong ? 3 : 1
        out.append(UInt8(ascii: "\""))
        frames.append(.string(hashes: hashes, isLong: isLong))
    }

    private mutating func string(_ hashes: Int, _ isLong: Bool) {
        if bytes[position] == 10 {
            out.append(10)
            if !isLong { frames.removeLast() }
            position += 1
        } else if bytes[position] == UInt8(ascii: "\\"), self.hashes(from: position + 1) >= hashes {
            position += 1 + hashes
            guard position < bytes.count else { return }
            if bytes[position] == UInt8(ascii: "(") { frames.append(.code(parentheses: 0)) }
            if bytes[position] != 10 { position += 1 }
        } else if isEnd(hashes, isLong) {
            out.append(UInt8(ascii: "\""))
            frames.removeLast()
            position += (isLong ? 3 : 1) + hashes
        } else {
            position += 1
        }
    }

    private func isEnd(_ hashes: Int, _ isLong: Bool) -> Bool {
        isLong
            ? starts(with: "\"\"\"") && self.hashes(from: position + 3) >= hashes
            : starts(with: "\"") && self.hashes(from: position + 1) >= hashes
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
    }

    private mutating func skipBlock() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                position += 2
            } else if starts(with: "*/") {
                depth -= 1
                position += 2
            } else {
                if bytes[position] == 10 { out.append(10) }
                position += 1
            }
        } while depth > 0 && position < bytes.count
    }
}
