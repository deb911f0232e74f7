extension Span<UInt8> {
    /// Whether every byte satisfies the test.
    func allSatisfy(_ test: (UInt8) -> Bool) -> Bool {
        for index in indices where !test(self[index]) { return false }
        return true
    }

    /// Where the byte first occurs.
    func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        var index = start
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Whether the bytes are the same.
    func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// Whether the bytes are those of the word.
    func spells(_ word: StaticString) -> Bool { count == word.utf8CodeUnitCount && starts(with: word, at: 0) }

    /// Whether the word stands at a place.
    func starts(with word: StaticString, at place: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard place >= 0, count - place >= length else { return false }
        for index in 0..<length where unsafe self[place + index] != word.utf8Start[index] { return false }
        return true
    }
}

extension String {
    /// Copies bytes that are known to be UTF-8.
    init(decoding bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
