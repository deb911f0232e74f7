/// Appends JSON to bytes, without a tree between.
struct ByteWriter: Sendable {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// Makes room beforehand.
    mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Forgets what was written and keeps the room.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Appends text as it is.
    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends bytes as they are.
    mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    /// Appends one byte as it is.
    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Appends the inside of a JSON string (RFC 8259 §7): quotes, backslashes and control characters escaped.
    mutating func text(_ text: String) { escaped(text.utf8) }

    /// Appends UTF-8 as the inside of a JSON string.
    mutating func escaped(_ units: some Sequence<UInt8>) {
        for unit in units {
            switch unit {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(unit)
            case UInt8(ascii: "\n"): raw("\\n")
            case 0..<32: raw(" ")
            default: bytes.append(unit)
            }
        }
    }

    /// Appends a whole JSON string.
    mutating func quoted(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        text(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends an integer with at least `width` digits.
    mutating func integer(_ number: Int, width: Int = 1) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var divisor: UInt = 1
        var digits = 1
        let magnitude = number.magnitude
        while magnitude / divisor >= 10 || digits < width {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / divisor % 10))
            divisor /= 10
        }
    }

    /// Appends a decimal given as an integer and the digits after the point: (540, 2) is `5.40`.
    mutating func decimal(_ scaled: Int, digits: Int) {
        guard digits > 0 else { return integer(scaled) }
        var unit = 1
        for _ in 0..<digits { unit *= 10 }
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        integer(Int(scaled.magnitude) / unit)
        bytes.append(UInt8(ascii: "."))
        integer(Int(scaled.magnitude) % unit, width: digits)
    }
}
