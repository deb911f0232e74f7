import BrokerAPI
import JSONTree
import Vocabulary

/// What a thief goes for, most valuable first.
enum Loot: CaseIterable {
    /// Everything: the Patient and its Conditions.
    case record
    /// The Patient alone: identity and contact.
    case contact
    /// The name, found by a search: identity alone.
    case identity

    /// The tiers that are seen when nothing is refused to a role.
    func tiers(_ role: Role) -> Tiers {
        switch self {
        case .record: role == .physician ? .all : [.identity, .contact, .medical]
        case .contact: [.identity, .contact]
        case .identity: .identity
        }
    }

    /// The requests that a thief sends for a victim.
    func paths(_ victim: Victim) -> [String] {
        let patient = "/fhir/Patient/\(victim.patient)"
        switch self {
        case .record: return [patient, patient + "/Condition"]
        case .contact: return [patient]
        case .identity:
            let isLong = victim.family.count(where: \.isLetter) >= 3
            let family = isLong ? "family=\(Loot.escaped(victim.family))&" : ""
            return ["/fhir/Patient?\(family)birthdate=\(victim.birthDate)"]
        }
    }

    /// The tiers of which something stands in an answer: a name, a phone number, a code, a remark.
    static func tiers(in answer: DrillAnswer) -> Tiers {
        guard answer.status == 200, let json = answer.json else { return [] }
        var resources = (json["entry"]?.array ?? []).compactMap { $0["resource"] }
        resources.append(json)
        var seen: Tiers = []
        for resource in resources {
            if resource["resourceType"]?.string == "Patient" {
                if resource["name"]?.array?.first?["family"]?.string != nil { seen.insert(.identity) }
                if resource["telecom"]?.array?.first?["value"]?.string != nil { seen.insert(.contact) }
            } else if resource["resourceType"]?.string == "Condition" {
                if resource["code"]?["coding"]?.array?.first?["code"]?.string != nil { seen.insert(.medical) }
                if resource["note"]?.array?.first?["text"]?.string != nil { seen.insert(.restricted) }
            }
        }
        return seen
    }

    /// Percent-encodes all but letters and digits (RFC 3986 §2.1).
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { out, byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte & 0xDF) && byte < 128
            if isPlain {
                out.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                out += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
