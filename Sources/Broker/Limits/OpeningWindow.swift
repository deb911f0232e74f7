import Vocabulary

/// Counts the distinct subjects opened within a sliding hour, day and 30 days, in constant time an opening.
///
/// Every subject counts once, at its latest opening. The log is ordered by time (the broker's time never goes back); each
/// window keeps the place of its oldest opening and moves it on as time passes.
struct OpeningWindow: Sendable {
    private struct Opening: Sendable {
        var time: Int64
        var subject: SubjectID
    }

    private var log: [Opening] = []
    private var latest: [SubjectID: Int64] = [:]
    private var heads = [0, 0, 0]
    private var counts = [0, 0, 0]

    init() {}

    /// Enters an opening. A second one of the same subject moves the first.
    mutating func record(_ subject: SubjectID, at now: Timestamp) {
        advance(to: now)
        let time = now.milliseconds
        let previous = latest[subject]
        guard previous != time else { return }
        for (index, window) in WindowName.allCases.enumerated() {
            let stillCounted = previous.map { $0 > time - window.milliseconds } ?? false
            if !stillCounted { counts[index] += 1 }
        }
        latest[subject] = time
        log.append(Opening(time: time, subject: subject))
    }

    /// Distinct subjects in the window that ends now.
    func count(_ window: WindowName, at now: Timestamp) -> Int {
        let oldest = now.milliseconds - window.milliseconds
        let index = OpeningWindow.index(window)
        var count = counts[index]
        for opening in log[heads[index]...] {
            guard opening.time <= oldest else { break }
            if latest[opening.subject] == opening.time { count -= 1 }
        }
        return count
    }

    private static func index(_ window: WindowName) -> Int {
        switch window {
        case .hour: 0
        case .day: 1
        case .month: 2
        }
    }

    /// Whether the subject was opened within the window that ends now.
    func contains(_ subject: SubjectID, within window: WindowName, at now: Timestamp) -> Bool {
        guard let time = latest[subject] else { return false }
        return time > now.milliseconds - window.milliseconds
    }

    /// Milliseconds until the window counts one less than now; 0 when it is empty.
    func untilOneLess(_ window: WindowName, at now: Timestamp) -> Int64 {
        let oldest = now.milliseconds - window.milliseconds
        for opening in log[heads[OpeningWindow.index(window)]...] where opening.time > oldest {
            if latest[opening.subject] == opening.time { return opening.time - oldest }
        }
        return 0
    }

    /// Forgets what no window that ends at or after `now` counts.
    mutating func advance(to now: Timestamp) {
        for (index, window) in WindowName.allCases.enumerated() {
            let oldest = now.milliseconds - window.milliseconds
            while heads[index] < log.count, log[heads[index]].time <= oldest {
                let opening = log[heads[index]]
                if latest[opening.subject] == opening.time {
                    counts[index] -= 1
                    if window == .month { latest[opening.subject] = nil }
                }
                heads[index] += 1
            }
        }
        compact()
    }

    /// Drops what no window needs once it is half of the log.
    private mutating func compact() {
        let gone = heads[2]
        guard gone > 64, gone * 2 > log.count else { return }
        log.removeFirst(gone)
        for index in heads.indices { heads[index] -= gone }
    }
}

extension OpeningWindow: Codable, Equatable {
    private struct Entry: Codable {
        let t: Int64
        let s: SubjectID
    }

    init(from decoder: any Decoder) throws {
        let entries = try decoder.singleValueContainer().decode([Entry].self)
        for entry in entries { record(entry.s, at: Timestamp(milliseconds: entry.t)) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(live.map { Entry(t: $0.time, s: $0.subject) })
    }

    /// Equal when they count the same openings, whatever they have forgotten.
    static func == (a: OpeningWindow, b: OpeningWindow) -> Bool {
        a.live.elementsEqual(b.live) { $0.time == $1.time && $0.subject == $1.subject }
    }

    /// The openings that still count, as text.
    var canonical: String { live.map { "\($0.time):\($0.subject)" }.joined(separator: ",") }

    private var live: [Opening] { log[heads[2]...].filter { latest[$0.subject] == $0.time } }
}
