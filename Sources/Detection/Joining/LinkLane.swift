import Vocabulary

/// The stretches of time in which open incidents have findings under one key.
struct LinkLane: Sendable, Codable {
    struct Stretch: Sendable, Codable {
        var first: Timestamp
        var last: Timestamp
        var incident: Int
    }

    /// Of findings that join any other.
    private(set) var anchors: [Stretch] = []
    /// Of findings that join only those.
    private(set) var others: [Stretch] = []

    var isEmpty: Bool { anchors.isEmpty && others.isEmpty }

    /// The incidents that a finding of this time joins.
    func near(_ time: ClosedRange<Timestamp>, isAnchor: Bool, gap: Int64) -> [Int] {
        func near(_ list: [Stretch]) -> [Int] { list.filter { $0.isNear(time, gap: gap) }.map(\.incident) }
        return near(anchors) + (isAnchor ? near(others) : [])
    }

    /// Adds a finding's time, joined with what is near of the same incident: between two that are near there is no time
    /// that is not near to one of them, so that nothing is lost by it.
    mutating func insert(_ time: ClosedRange<Timestamp>, incident: Int, isAnchor: Bool, gap: Int64) {
        var stretch = Stretch(first: time.lowerBound, last: time.upperBound, incident: incident)
        func absorb(_ list: inout [Stretch]) {
            list.removeAll { other in
                guard other.incident == incident, other.isNear(stretch.first...stretch.last, gap: gap) else {
                    return false
                }
                stretch.first = min(stretch.first, other.first)
                stretch.last = max(stretch.last, other.last)
                return true
            }
            list.append(stretch)
        }
        if isAnchor { absorb(&anchors) } else { absorb(&others) }
    }

    /// Gives what is of one incident to another.
    mutating func move(_ from: Int, to: Int) {
        for place in anchors.indices where anchors[place].incident == from { anchors[place].incident = to }
        for place in others.indices where others[place].incident == from { others[place].incident = to }
    }

    mutating func remove(_ incident: Int) {
        anchors.removeAll { $0.incident == incident }
        others.removeAll { $0.incident == incident }
    }
}

extension LinkLane.Stretch {
    func isNear(_ time: ClosedRange<Timestamp>, gap: Int64) -> Bool {
        first.milliseconds &- gap <= time.upperBound.milliseconds
            && time.lowerBound.milliseconds <= last.milliseconds &+ gap
    }
}
