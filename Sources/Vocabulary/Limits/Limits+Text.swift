/// The one-line text of limits that a `policy` entry carries: `name=number…` joined by `;`, roles in the order of ``Role``.
extension Limits {
    /// The canonical text: equal limits print equal text.
    public var text: String {
        var fields = [
            "emergencies=\(emergencies)", "refusals=\(refusalsToFreeze)", "people=\(peoplePercent)",
            "clients=\(clientsPercent)", "partners=\(partnerPercent)", "tripwire=\(tripwireHour),\(tripwireDay)",
            "classes=\(passwordPercent),\(bearerPercent)",
        ]
        for role in Role.allCases {
            guard let profile = profiles[role] else { continue }
            let numbers =
                (profile.tiers + [profile.dormant]).flatMap { [$0.hour, $0.day, $0.month] } + [profile.usualDay]
            fields.append("\(role.rawValue)=" + numbers.map(String.init).joined(separator: ","))
        }
        return fields.joined(separator: ";")
    }

    /// Reads ``text``; nil for any other text, an unknown name, a number under 0 or over ten million.
    public init?(text: String) {
        var numbers: [String: [Int]] = [:]
        for field in text.split(separator: ";") {
            let pair = field.split(separator: "=")
            guard pair.count == 2, numbers[String(pair[0])] == nil else { return nil }
            let values = pair[1].split(separator: ",").map { Int($0) ?? -1 }
            guard values.allSatisfy({ (0...10_000_000).contains($0) }) else { return nil }
            numbers[String(pair[0])] = values
        }
        guard let emergencies = numbers["emergencies"]?.first, let refusals = numbers["refusals"]?.first,
            let people = numbers["people"]?.first, let clients = numbers["clients"]?.first,
            let partner = numbers["partners"]?.first, let tripwire = numbers["tripwire"], tripwire.count == 2
        else { return nil }
        let classes = numbers["classes"] ?? [50, 50]
        guard classes.count == 2, classes.allSatisfy({ $0 <= 100 }) else { return nil }
        var profiles: [Role: Profile] = [:]
        for role in Role.allCases {
            guard let list = numbers[role.rawValue] else { continue }
            guard list.count == 16 else { return nil }
            let limits = stride(from: 0, to: 15, by: 3).map { Limit(list[$0], list[$0 + 1], list[$0 + 2]) }
            profiles[role] = Profile(tiers: Array(limits[..<4]), dormant: limits[4], usualDay: list[15])
        }
        self.init(
            profiles: profiles, emergencies: emergencies, refusalsToFreeze: refusals, peoplePercent: people,
            clientsPercent: clients, partnerPercent: partner, tripwireHour: tripwire[0], tripwireDay: tripwire[1],
            passwordPercent: classes[0], bearerPercent: classes[1])
        // Written before there were classes of sessions.
        let plain = numbers["classes"] == nil ? self.text.replacing("classes=50,50;", with: "") : self.text
        guard plain == text else { return nil }
    }
}
