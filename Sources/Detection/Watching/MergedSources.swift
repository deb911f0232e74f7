import Vocabulary

/// Several sources as one, in the order of their events' times as far as each is in order: a source that is quiet is not waited for.
public struct MergedSources {
    /// What a step came to.
    public enum Step: Hashable, Sendable {
        /// An event was filled in; of which source, and its number there, from 1 since the source was first read.
        case event(source: Int, number: Int64)
        /// Nothing new for now.
        case idle
        /// Everything was read.
        case end
    }

    private struct Source {
        var stream: SourceStream
        /// How many events were taken since the source was first read.
        var count: Int64
        var head = Event()
        var position: LogPosition?
        var taken: LogPosition?
        var isEnded = false
        /// So many events are taken from others before it is asked again.
        var pause = 0

        mutating func ask() throws(SourceError) {
            switch try stream.next(into: &head) {
            case .event(let found): (position, pause) = (found, 0)
            case .idle: pause = MergedSources.pause
            case .end: isEnded = true
            }
        }
    }

    private static let pause = 256
    private var sources: [Source]

    /// Joins them; `count` is how many events of each were done before.
    public init(_ streams: [(stream: SourceStream, count: Int64)]) {
        sources = streams.map { Source(stream: $0.stream, count: $0.count) }
    }

    /// By source: events given out, with those of earlier runs.
    var counts: [Int64] { sources.map(\.count) }
    /// By source: what became of its lines.
    public var readCounts: [ReadCounts] { sources.map(\.stream.counts) }
    /// By source: up to where was read last.
    var places: [ReadPlace?] { sources.map(\.stream.place) }
    /// Files that cannot be read, a line each.
    public var problems: [String] { sources.flatMap { $0.stream.problems.values.map(\.description) }.sorted() }

    /// The next event of all, which replaces what is in `event`.
    public mutating func next(into event: inout Event) throws(SourceError) -> Step {
        try fill(evenPaused: false)
        if earliest == nil { try fill(evenPaused: true) }
        guard let place = earliest else { return sources.allSatisfy(\.isEnded) ? .end : .idle }
        swap(&event, &sources[place].head)
        sources[place].taken = sources[place].position
        sources[place].position = nil
        sources[place].count += 1
        return .event(source: place, number: sources[place].count)
    }

    /// Makes durable that all events given out are done with.
    mutating func commit() throws(SourceError) {
        for place in sources.indices {
            guard let taken = sources[place].taken else { continue }
            try sources[place].stream.commit(upTo: taken)
        }
    }

    private mutating func fill(evenPaused: Bool) throws(SourceError) {
        for place in sources.indices where sources[place].position == nil && !sources[place].isEnded {
            guard sources[place].pause == 0 || evenPaused else {
                sources[place].pause -= 1
                continue
            }
            try sources[place].ask()
        }
    }

    private var earliest: Int? {
        var best: (place: Int, time: Int64)?
        for (place, source) in sources.enumerated() where source.position != nil {
            let time = source.head.time?.milliseconds ?? .min
            if best.map({ time < $0.time }) ?? true { best = (place, time) }
        }
        return best?.place
    }
}
