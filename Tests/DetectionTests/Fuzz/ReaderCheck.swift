import Testing
import Vocabulary

@testable import Detection

/// What holds of a reader whatever it is fed.
struct ReaderCheck {
    private let makeReader: @Sendable () -> any LogReader
    private let mapping: FieldMapping
    private let rules: RuleSet

    init(_ makeReader: @escaping @Sendable () -> any LogReader) throws {
        self.makeReader = makeReader
        mapping = try FieldMapping(yaml: FuzzCorpus.mapping.joined(), file: "mapping.yml")
        var reader = SigmaReader()
        for text in FuzzCorpus.rules { _ = reader.add(file: "rules.yml", text: text) }
        rules = reader.ruleSet().rules
    }

    /// Reads an input as a file would be: every line is an event, nothing, or refused, and nothing is given out without end.
    func check(_ input: [UInt8]) throws {
        var (reader, cutter, event) = (makeReader(), LineCutter(), Event())
        var (mapper, engine) = (FieldMapper(mapping), try Engine(rules))
        var lines = 0
        cutter.append { $0 += input }
        while let line = cutter.cut() ?? cutter.rest() {
            lines += 1
            #expect(line.bytes.count <= SourceLimits.line)
            if line.isTooLong || line.bytes.contains(0) { continue }
            event.clear()
            var outcome = reader.read(line.bytes, into: &event)
            take(outcome, &event, &mapper, &engine)
            var given = 0
            repeat {
                event.clear()
                outcome = reader.next(into: &event)
                take(outcome, &event, &mapper, &engine)
                given += 1
            } while outcome != .nothing && given < 100_000
            #expect(given < 100_000 && reader.held >= 0 && reader.held <= lines)
        }
        for _ in 0...lines {
            event.clear()
            let outcome = reader.flush(into: &event)
            guard outcome != .nothing else { break }
            take(outcome, &event, &mapper, &engine)
        }
        event.clear()
        #expect(reader.flush(into: &event) == .nothing && reader.held == 0)
        engine.finish { _ in }
    }

    private func take(_ outcome: ReadOutcome, _ event: inout Event, _ mapper: inout FieldMapper, _ engine: inout Engine)
    {
        guard outcome == .event else { return }
        mapper.apply(to: &event)
        var bytes = 0
        for field in event.fields {
            let (name, value) = (event.storage[field.name], event.storage[field.value])
            bytes += name.count + value.count
            if String(validating: name, as: UTF8.self) == nil || String(validating: value, as: UTF8.self) == nil {
                Issue.record("a field is not UTF-8")
            }
        }
        #expect(bytes == event.storage.count || event.storage.count <= 16 << 20)
        #expect(event.count <= SourceLimits.fields + 2 * SourceLimits.values)
        if let time = event.time { #expect(time >= ReaderCheck.earliest && time <= ReaderCheck.latest) }
        engine.process(event) { _ in }
    }

    /// A day before the year 0 and one after 9999: zones are at most 19 hours.
    private static let earliest = Timestamp(milliseconds: -62_167_219_200_000 - 86_400_000)
    private static let latest = Timestamp(milliseconds: 253_402_300_799_999 + 86_400_000)
}
