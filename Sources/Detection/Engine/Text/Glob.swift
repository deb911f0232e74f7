import CHyperscan

/// Matches whole values against ``TextPattern``s: literals by `memmem`, in one pass from left to right.
enum Glob {
    /// Whether the value is like the pattern. For a pattern without regard to case both are folded already.
    static func matches(_ pieces: [TextPattern.Piece], _ value: Span<UInt8>) -> Bool {
        let segments = pieces.split(separator: .any, omittingEmptySubsequences: true)
        let (isOpenLeft, isOpenRight) = (pieces.first == .any, pieces.last == .any)
        guard let last = segments.last else { return !pieces.isEmpty || value.isEmpty }
        var at = 0
        for (index, segment) in segments.enumerated() {
            if index == segments.count - 1, !isOpenRight, index > 0 || isOpenLeft {
                return endsWith(last, value, notBefore: at)
            }
            if index == 0, !isOpenLeft {
                guard let end = end(of: segment, value, at: 0) else { return false }
                at = end
            } else {
                guard let end = find(segment, value, from: at) else { return false }
                at = end
            }
        }
        return isOpenRight || at == value.count
    }

    /// Where a literal stands first, at or after a place.
    static func find(_ literal: [UInt8], _ value: Span<UInt8>, from start: Int) -> Int? {
        guard !literal.isEmpty, start >= 0, start < value.count else { return literal.isEmpty ? start : nil }
        let count = value.count - start
        return unsafe value.extracting(start...).withUnsafeBytes { value -> Int? in
            unsafe literal.withUnsafeBytes { literal -> Int? in
                let found = unsafe memmem(value.baseAddress, count, literal.baseAddress, literal.count)
                return unsafe found.flatMap { found in
                    unsafe value.baseAddress.map { unsafe start + ($0.distance(to: found)) }
                }
            }
        }
    }

    private static func find(_ segment: ArraySlice<TextPattern.Piece>, _ value: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while at <= value.count {
            if case .literal(let bytes)? = segment.first {
                guard let place = find(bytes, value, from: at) else { return nil }
                at = place
            }
            if let end = end(of: segment, value, at: at) { return end }
            at += 1
        }
        return nil
    }

    private static func end(of segment: ArraySlice<TextPattern.Piece>, _ value: Span<UInt8>, at start: Int) -> Int? {
        var at = start
        for piece in segment {
            switch piece {
            case .literal(let bytes):
                guard holds(bytes, value, at: at) else { return nil }
                at += bytes.count
            case .one:
                guard at < value.count else { return nil }
                repeat { at += 1 } while at < value.count && value[at] & 0xC0 == 0x80
            case .any: break
            }
        }
        return at
    }

    private static func endsWith(
        _ segment: ArraySlice<TextPattern.Piece>, _ value: Span<UInt8>, notBefore limit: Int
    ) -> Bool {
        var at = value.count
        for piece in segment.reversed() {
            switch piece {
            case .literal(let bytes):
                at -= bytes.count
                guard at >= limit, holds(bytes, value, at: at) else { return false }
            case .one:
                repeat { at -= 1 } while at > limit && value[at] & 0xC0 == 0x80
                guard at >= limit else { return false }
            case .any: break
            }
        }
        return true
    }

    /// Whether the bytes stand at a place.
    static func holds(_ bytes: [UInt8], _ value: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, bytes.count <= value.count - start else { return false }
        for index in bytes.indices where bytes[index] != value[start + index] { return false }
        return true
    }
}
