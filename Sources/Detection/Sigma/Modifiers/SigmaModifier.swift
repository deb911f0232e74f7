/// A modifier of a field (Sigma modifiers appendix 2.1), by the name that rules write.
enum SigmaModifier: String, Sendable, CaseIterable {
    case all, neq
    case startswith, endswith, contains, exists, cased, windash
    case re, i, m, s
    case base64, base64offset, utf16le, utf16be, utf16, wide
    case lt, lte, gt, gte
    case minute, hour, day, week, month, year
    case cidr, expand, fieldref

    /// By the specification's name, or by pySigma's longer one.
    init?(named name: String) {
        switch name {
        case "ignorecase": self = .i
        case "multiline": self = .m
        case "dotall": self = .s
        default: self.init(rawValue: name)
        }
    }

    /// What a modifier does to a value, by kind; what may follow what is decided by it.
    enum Kind {
        case list, position, encoding, dash, casing, regex, flag, comparison, datePart, exists, network, expansion,
            field
    }

    var kind: Kind {
        switch self {
        case .all, .neq: .list
        case .startswith, .endswith, .contains: .position
        case .base64, .base64offset, .utf16le, .utf16be, .utf16, .wide: .encoding
        case .windash: .dash
        case .cased: .casing
        case .re: .regex
        case .i, .m, .s: .flag
        case .lt, .lte, .gt, .gte: .comparison
        case .minute, .hour, .day, .week, .month, .year: .datePart
        case .exists: .exists
        case .cidr: .network
        case .expand: .expansion
        case .fieldref: .field
        }
    }
}
