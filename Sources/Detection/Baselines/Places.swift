import Vocabulary

/// Whence each account comes, and what is new in it.
///
/// - A network or a country is new to an account that is known for ``BaselineOptions/days`` days when it did not use it
///   in the last 60, and fewer than three accounts of its peers did: an office that moves is told twice.
/// - Only accounts seen on three days or more count as peers, and none that is on the road: fresh accounts cannot make a
///   network a usual one.
/// - Bounded: 16 networks and countries of an account, three users of a place, and tables in which new ones never
///   displace known ones (``KnownFirst``).
/// - Decided by the events' own times alone.
struct Places: Sendable {
    static let days: Int32 = 60
    let options: BaselineOptions
    var accounts: KnownFirst<String, AccountPlaces>
    var users: KnownFirst<PeerPlace, PlaceUsers>
    /// The newest day; nothing was seen before there is one.
    var today: Int32?

    init(options: BaselineOptions = BaselineOptions()) {
        self.options = options
        accounts = KnownFirst(maximumKnown: options.maximumKnown, maximumNew: options.maximumNew)
        users = KnownFirst(maximumKnown: options.maximumKnown, maximumNew: options.maximumNew)
    }

    /// Goes on to a moment; what was not used for 60 days is forgotten, new accounts that were not seen for 7 too.
    mutating func advance(to moment: Timestamp) {
        let day = Self.day(moment)
        guard today.map({ day > $0 }) ?? true else { return }
        today = day
        accounts.sweep(known: { $0.latest > day - Self.days }, new: { $0.latest > day - 7 })
        users.sweep(known: { $0.latest > day - Self.days }, new: { $0.latest > day - Self.days })
    }

    /// Takes in whence an account comes; the gravest of what is new in it. A time ahead of the newest is taken as of
    /// then, one of 60 days before is passed over.
    mutating func see(_ account: String, peer: String, _ origin: Place?, _ country: Place?, at time: Timestamp)
        -> PlaceNews?
    {
        guard let today else { return nil }
        let day = min(Self.day(time), today)
        let places = [country, origin].compactMap { $0 }
        guard day > today - Self.days, !places.isEmpty else { return nil }
        var state = accounts[account] ?? AccountPlaces(day: day)
        let fresh = places.filter { !state.isCurrent($0, day) }
        guard !fresh.isEmpty else { return nil }
        var news: PlaceNews?
        for place in fresh {
            let isNew = state.isNew(place, day, options)
            let known = state[place].used(day)
            state.record(place, day)
            let isUsual = vote(for: place, account, peer, state, day)
            if isNew, !isUsual, news == nil { news = PlaceNews(place, known: known) }
        }
        accounts.keep(state, account, isKnown: state.isKnown)
        return news
    }

    /// Counts an account among those that use a place, if it is one that counts; whether it is one of its peers'.
    private mutating func vote(
        for place: Place, _ account: String, _ peer: String, _ state: AccountPlaces, _ day: Int32
    ) -> Bool {
        let key = PeerPlace(peer: peer, place: place)
        var known = users[key] ?? PlaceUsers()
        if state.isKnown, place.isCountry || !state.isRoaming(day) {
            known.record(account, day)
            users.keep(known, key, isKnown: known.isSettled)
        }
        return known.count(day) >= PlaceUsers.enough
    }

    private static func day(_ time: Timestamp) -> Int32 { Int32(clamping: min(max(time.day, -1_000_000), 1_000_000)) }
}
