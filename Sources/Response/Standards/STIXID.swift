import Vocabulary

/// Ids of STIX objects that follow from the incident's, so that writing it again gives the same ids (STIX 2.1 §2.9).
///
/// An id keeps the incident's random bits, the last 62 of them mixed with a hash (FNV-1a) of what the object is. It is
/// of version 4 like the incident's own and tells nothing that the incident's does not.
enum STIXID {
    /// The incident's own number, under a type.
    static func of(_ type: String, _ incident: ID<IncidentSummary>) -> String {
        "\(type)--\(ID<Void>(high: high(incident), low: low(incident.low)))"
    }

    /// The number of something about the incident that `label` tells from others of its type.
    static func of(_ type: String, _ label: String, _ incident: ID<IncidentSummary>) -> String {
        let mixed = incident.low ^ hash("\(type)\u{0}\(label)")
        return "\(type)--\(ID<Void>(high: high(incident), low: low(mixed)))"
    }

    private static func high(_ incident: ID<IncidentSummary>) -> UInt64 { incident.high & ~0xF000 | 0x4000 }

    private static func low(_ bits: UInt64) -> UInt64 { bits & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000 }

    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
