import Detection

/// Times an engine over events, and the reading of the same events alone.
struct DetectRun {
    /// What a number of rounds took.
    struct Result {
        /// Seconds of one thread's processor time for an event: the best round, and the middle one.
        var best = 0.0
        var middle = 0.0
        /// Reading alone, best.
        var reading = 0.0
        /// Rules matched, for an event.
        var matches = 0.0

        /// Events in a second.
        var rate: Double { 1 / best }
    }

    let events: DetectEvents
    let draws: [Int]
    let isRouted: Bool

    init(_ events: DetectEvents, count: Int, isRouted: Bool) {
        (self.events, self.isRouted) = (events, isRouted)
        draws = events.draws(count, seed: 5)
    }

    /// So many rounds, in which the engine and the reader alone take turns.
    func time(_ engine: inout Engine, rounds: Int) throws -> Result {
        var result = Result()
        var (ours, reading): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            var matches = 0
            ours.append(try seconds { event in engine.process(event) { _ in matches += 1 } })
            reading.append(try seconds { _ in })
            result.matches = Double(matches) / Double(draws.count)
        }
        result.best = ours.min() ?? 0
        result.middle = ours.sorted()[ours.count / 2]
        result.reading = reading.min() ?? 0
        return result
    }

    private func seconds(_ body: (Event) -> Void) throws -> Double {
        var (reader, event) = (JSONEventReader(), Event())
        let start = ProcessorTime.ofThread
        for place in draws {
            event.clear()
            let line = events.lines[place]
            try reader.read(line.span, into: &event)
            if isRouted { event.source = events.sources[place] }
            body(event)
        }
        return (ProcessorTime.ofThread - start) / Double(draws.count)
    }

    /// Every match, an event and a rule a line: for comparing engines.
    func matches(_ engine: inout Engine) throws -> [String] {
        var (reader, event, lines) = (JSONEventReader(), Event(), [String]())
        for (number, line) in events.lines.enumerated() {
            event.clear()
            try reader.read(line.span, into: &event)
            if isRouted { event.source = events.sources[number] }
            engine.process(event) { lines.append("\(events.name) \(isRouted) \(number) \($0.item)") }
        }
        return lines
    }
}
