extension JSONError {
    /// Finds what the scan only said was there: bytes that are not UTF-8, a string without an end, or a control
    /// character in a string, in this order.
    ///
    /// simdjson's scalar fallback, for processors without vector instructions, stops at some texts that its vector
    /// scans leave to the builder: these are refused too, though some as `syntax`.
    init(faultIn text: Span<UInt8>) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text)
            self = JSONError.stringFault(in: text)
        } catch {
            self.init(.invalidUTF8, offset: error.byteOffsets.lowerBound)
        }
    }

    private static func stringFault(in text: Span<UInt8>) -> JSONError {
        var opening: Int?
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""): opening = opening == nil ? index : nil
            case UInt8(ascii: "\\"):
                guard opening != nil else { return JSONError(.syntax, offset: index) }
                index += 1
                // An escaped control character is found on its own.
                if index < text.count, text[index] < 0x20 { continue }
            case 0..<0x20 where opening != nil: return JSONError(.controlCharacter, offset: index)
            default: break
            }
            index += 1
        }
        return JSONError(.syntax, offset: opening ?? text.count)
    }
}
