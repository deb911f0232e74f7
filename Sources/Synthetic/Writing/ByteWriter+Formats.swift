import Vocabulary

extension ByteWriter {
    /// Appends `YYYY-MM-DD`.
    mutating func date(_ date: CivilDate) {
        let (year, month, day) = date.components
        integer(year, width: 4)
        byte(UInt8(ascii: "-"))
        integer(month, width: 2)
        byte(UInt8(ascii: "-"))
        integer(day, width: 2)
    }

    /// Appends a FHIR `instant` of French local time: day, and minutes since its midnight.
    mutating func instant(_ day: CivilDate, minute: Int) {
        date(day)
        byte(UInt8(ascii: "T"))
        integer(minute / 60, width: 2)
        byte(UInt8(ascii: ":"))
        integer(minute % 60, width: 2)
        raw(day.parisOffset == 120 ? ":00+02:00" : ":00+01:00")
    }

    /// Appends base64 with padding (RFC 4648 §4).
    mutating func base64(_ input: [UInt8]) {
        var index = 0
        while index + 2 < input.count {
            group(UInt32(input[index]) << 16 | UInt32(input[index + 1]) << 8 | UInt32(input[index + 2]), characters: 4)
            index += 3
        }
        switch input.count - index {
        case 1:
            group(UInt32(input[index]) << 16, characters: 2)
            raw("==")
        case 2:
            group(UInt32(input[index]) << 16 | UInt32(input[index + 1]) << 8, characters: 3)
            raw("=")
        default: break
        }
    }

    private mutating func group(_ bits: UInt32, characters: Int) {
        var shift: UInt32 = 18
        for _ in 0..<characters {
            byte(Self.base64Character(UInt8(truncatingIfNeeded: bits >> shift) & 63))
            shift = shift &- 6
        }
    }

    private static func base64Character(_ six: UInt8) -> UInt8 {
        switch six {
        case 0..<26: UInt8(ascii: "A") + six
        case 26..<52: UInt8(ascii: "a") + six - 26
        case 52..<62: UInt8(ascii: "0") + six - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
