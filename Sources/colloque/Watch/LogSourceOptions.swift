import ArgumentParser
import Detection
import Foundation

/// Which logs are read, and how.
struct LogSourceOptions: ParsableArguments {
    @Option(help: "PostgreSQL's log_line_prefix, for text logs.")
    var logLinePrefix = "%m [%p] %q%u@%d "
    @Option(help: "The zone of times that name none, as Europe/Paris or +02:00.")
    var zone = "UTC"
    @Option(help: "Where practice, account and patient are found (docs/sources.md).")
    var mapping: String?

    static let formats = LogFormat.allCases.map(\.rawValue).joined(separator: " ")

    func specs(_ texts: [String]) throws -> [SourceSpec] {
        guard !texts.isEmpty else {
            throw Failure.usage("no source; name one as FORMAT:PATH, FORMAT one of \(Self.formats)")
        }
        guard Set(texts).count == texts.count else { throw Failure.usage("a source is named twice") }
        return try texts.map { text in
            guard let spec = SourceSpec(text) else {
                throw Failure.usage("\(text) is no source; write FORMAT:PATH, FORMAT one of \(Self.formats)")
            }
            return spec
        }
    }

    func reader() throws -> @Sendable (SourceSpec) -> any LogReader {
        guard let prefix = LogLinePrefix(logLinePrefix) else { throw Failure.usage("log_line_prefix is not one") }
        guard let zone = LogZone(zone) else { throw Failure.usage("\(zone) is no zone") }
        return { $0.format.reader(prefix: prefix, zone: zone) }
    }

    func fieldMapping() throws -> FieldMapping {
        guard let mapping else { return FieldMapping() }
        guard let text = try? String(contentsOfFile: mapping, encoding: .utf8) else {
            throw Failure.refused("cannot read \(mapping)")
        }
        do throws(RuleError) { return try FieldMapping(yaml: text, file: mapping) } catch {
            throw Failure.refused(error.description)
        }
    }
}
