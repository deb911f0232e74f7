import Broker
import Foundation
import Vocabulary
import Yams

/// `limits.yaml`: the limits as people read and edit them. What counts is what the ledger says; the file is entered at the broker's
/// start as long as the installation is not live.
struct LimitsFile {
    private struct Document: Codable {
        var emergencies: Int
        var refusals_to_freeze: Int
        var people_percent: Int
        var clients_percent: Int
        var partner_percent: Int
        var tripwire: [Int]
        /// What sessions of weaker classes may use, in hundredths.
        var class_percent: [String: Int]?
        var profiles: [String: [String: Numbers]]
    }

    /// A number, or the three of hour, day and 30 days.
    private enum Numbers: Codable {
        case one(Int)
        case three([Int])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(Int.self) {
                self = .one(one)
            } else {
                self = .three(try container.decode([Int].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .one(let number): try container.encode(number)
            case .three(let numbers): try container.encode(numbers)
            }
        }

        var limit: Limit? {
            guard case .three(let numbers) = self, numbers.count == 3 else { return nil }
            return Limit(numbers[0], numbers[1], numbers[2])
        }

        var number: Int? { if case .one(let number) = self { number } else { nil } }
    }

    let path: String

    /// Writes limits with a line that says what the numbers are.
    func write(_ limits: Limits) throws {
        var profiles: [String: [String: Numbers]] = [:]
        for (role, profile) in limits.profiles {
            var rows = ["usual_day": Numbers.one(profile.usualDay), "dormant": LimitsFile.numbers(profile.dormant)]
            for tier in Tier.allCases { rows[tier.word] = LimitsFile.numbers(profile[tier]) }
            profiles[role.rawValue] = rows
        }
        let document = Document(
            emergencies: limits.emergencies, refusals_to_freeze: limits.refusalsToFreeze,
            people_percent: limits.peoplePercent,
            clients_percent: limits.clientsPercent, partner_percent: limits.partnerPercent,
            tripwire: [limits.tripwireHour, limits.tripwireDay],
            class_percent: ["password": limits.passwordPercent, "bearer": limits.bearerPercent], profiles: profiles)
        let encoder = YAMLEncoder()
        encoder.options.sortKeys = true
        encoder.options.sequenceStyle = .flow
        let text =
            "# Openings of distinct patients in an hour, a day and 30 days, all sliding.\n"
            + (try encoder.encode(document))
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    /// Reads limits; nil when there is no file. Throws ``BrokerStart/limits`` for anything that is not limits.
    func read() throws -> Limits? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        guard data.count <= 65_536,
            let document = try? YAMLDecoder().decode(Document.self, from: String(decoding: data, as: UTF8.self)),
            document.tripwire.count == 2
        else { throw BrokerStart.limits }
        var profiles: [Role: Profile] = [:]
        for (name, rows) in document.profiles {
            let tiers = Tier.allCases.compactMap { rows[$0.word]?.limit }
            guard let role = Role(rawValue: name), tiers.count == 4, let dormant = rows["dormant"]?.limit,
                let usualDay = rows["usual_day"]?.number
            else { throw BrokerStart.limits }
            profiles[role] = Profile(tiers: tiers, dormant: dormant, usualDay: usualDay)
        }
        let limits = Limits(
            profiles: profiles, emergencies: document.emergencies, refusalsToFreeze: document.refusals_to_freeze,
            peoplePercent: document.people_percent, clientsPercent: document.clients_percent,
            partnerPercent: document.partner_percent, tripwireHour: document.tripwire[0],
            tripwireDay: document.tripwire[1], passwordPercent: document.class_percent?["password"] ?? 50,
            bearerPercent: document.class_percent?["bearer"] ?? 50)
        guard Limits(text: limits.text) == limits else { throw BrokerStart.limits }
        return limits
    }

    private static func numbers(_ limit: Limit) -> Numbers { .three([limit.hour, limit.day, limit.month]) }
}
