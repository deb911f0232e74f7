/// A place, and the peers of whom some use it.
struct PeerPlace: Hashable, Sendable {
    let peer: String
    let place: Place
}

/// Up to three accounts of a peer group that used a place last: when there are three, it is one of the group's.
struct PlaceUsers: Hashable, Sendable {
    /// An account and the last day on which it used the place.
    struct User: Hashable, Sendable {
        let account: String
        var day: Int32
    }

    static let enough = 3
    private(set) var users: [User] = []

    /// Whether there are as many as make it one of the group's.
    var isSettled: Bool { users.count >= Self.enough }

    /// The last day on which one used it.
    var latest: Int32 { users.map(\.day).max() ?? .min }

    /// How many used it in the 60 days before a day's end.
    func count(_ day: Int32) -> Int { users.count { $0.day > day - Places.days } }

    /// Takes in that an account used it; the one that did so the longest ago makes room.
    mutating func record(_ account: String, _ day: Int32) {
        if let known = users.firstIndex(where: { $0.account == account }) {
            users[known].day = max(users[known].day, day)
            return
        }
        users.append(User(account: account, day: day))
        let oldest = users.indices.min { users[$0].day < users[$1].day }
        if users.count > Self.enough, let oldest { users.remove(at: oldest) }
    }
}
