/// The networks and countries that an account used in the last 60 days: at most 16 of each.
struct AccountPlaces: Hashable, Sendable {
    /// A place and the last day on which it was used.
    struct Seen: Hashable, Sendable {
        let place: Place
        var day: Int32
    }

    /// Places of one kind.
    struct Kind: Hashable, Sendable {
        /// The day from which on some were known without a gap of 60 days.
        var since: Int32
        /// No place twice.
        var seen: [Seen] = []
    }

    static let most = 16
    /// Who uses more networks than this is on the road: a new one says nothing.
    static let roaming = 12

    var networks: Kind
    var countries: Kind
    /// Days on which a place was seen, to 60,000.
    var activeDays: UInt16 = 0
    /// The last one.
    var latest = Int32.min

    init(day: Int32) { (networks, countries) = (Kind(since: day), Kind(since: day)) }

    subscript(place: Place) -> Kind {
        get { place.isCountry ? countries : networks }
        set { if place.isCountry { countries = newValue } else { networks = newValue } }
    }

    var isKnown: Bool { activeDays >= Baselines.daysToBeKnown }

    /// Whether all that is to be said of a place was said when it was seen earlier on the day.
    func isCurrent(_ place: Place, _ day: Int32) -> Bool { self[place].last(place) ?? .min >= day }

    /// Whether so many networks are used that a new one says nothing.
    func isRoaming(_ day: Int32) -> Bool { networks.used(day) > Self.roaming }

    /// Whether a place is new to an account that is known for long enough to say so.
    func isNew(_ place: Place, _ day: Int32, _ options: BaselineOptions) -> Bool {
        let kind = self[place]
        guard isKnown, Int(day) - Int(kind.since) >= options.days, kind.used(day) > 0 else { return false }
        guard place.isCountry || !isRoaming(day) else { return false }
        return kind.last(place) ?? .min <= day - Places.days
    }

    /// Takes in that a place was used.
    mutating func record(_ place: Place, _ day: Int32) {
        self[place].record(place, day)
        guard day > latest else { return }
        latest = day
        if activeDays < 60_000 { activeDays += 1 }
    }
}

extension AccountPlaces.Kind {
    func last(_ place: Place) -> Int32? { seen.first { $0.place == place }?.day }

    /// How many were used in the 60 days before a day's end.
    func used(_ day: Int32) -> Int { seen.count { $0.day > day - Places.days } }

    /// The one that was not used for the longest time makes room.
    mutating func record(_ place: Place, _ day: Int32) {
        if used(day) == 0 { (since, seen) = (day, []) }
        if let known = seen.firstIndex(where: { $0.place == place }) {
            seen[known].day = max(seen[known].day, day)
            return
        }
        let oldest = seen.indices.min { seen[$0].day < seen[$1].day }
        if seen.count >= AccountPlaces.most, let oldest { seen.remove(at: oldest) }
        seen.append(AccountPlaces.Seen(place: place, day: day))
    }
}
