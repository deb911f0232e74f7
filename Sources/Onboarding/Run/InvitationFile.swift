import BrokerAPI
import Foundation
import Vocabulary

/// Invitations for a mail merge: comma-separated values of mode 0600 with a code a line, which nobody else may read. While it grows it is called `….partial`; under its own name it is whole.
public final class InvitationFile {
    private static let header = "practice,administrator,code,until"

    private let file: DurableLines
    private let path: String
    /// Whose codes are in it already: an earlier run was cut off.
    public private(set) var numbers: Set<StructureNumber> = []
    /// How many codes are in it.
    public private(set) var count = 0

    /// Begins a file, or goes on with what an earlier run left. Nothing may lie under the path.
    public init(_ path: String) throws {
        self.path = path
        guard !FileManager.default.fileExists(atPath: path) else {
            throw OnboardingError("\(path): exists already: give another name")
        }
        file = try DurableLines(path + ".partial")
        guard let first = file.lines.first else {
            try file.append([InvitationFile.header])
            return
        }
        guard first == InvitationFile.header else { throw OnboardingError("\(path).partial: something else") }
        for line in file.lines.dropFirst() {
            var reader = CSVReader(Array(line.utf8), maximumFields: 4)
            guard let record = try? reader.next(), record.fields.count == 4,
                let number = StructureNumber(label: record.fields[0])
            else { throw OnboardingError("\(path).partial: something else") }
            numbers.insert(number)
            count += 1
        }
    }

    /// Writes codes down; they are durable when it returns. Rows without a code are left out.
    public func append(_ rows: [Onboarding], _ done: [Onboarded]) throws {
        let lines = zip(rows, done).compactMap { row, done -> String? in
            guard let code = done.code, let first = row.first else { return nil }
            if let number = StructureNumber(label: row.name) { numbers.insert(number) }
            let until = String(done.until.instant.prefix(16).replacing("T", with: " ")) + " UTC"
            return [row.name, first.name, code, until].map(InvitationFile.cell).joined(separator: ",")
        }
        count += lines.count
        try file.append(lines)
    }

    /// Gives the file its name; an empty one goes.
    public func close() throws {
        guard count > 0 else { return discard() }
        try file.rename(to: path)
    }

    /// Takes the file away when nothing is in it: codes never go.
    public func discard() {
        if count == 0 { try? FileManager.default.removeItem(atPath: path + ".partial") }
    }

    /// A cell in quotes, without the semicolon at which some spreadsheets end a cell whatever the quotes. A spreadsheet takes one that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula: an apostrophe before it stops that.
    static func cell(_ text: String) -> String {
        let text = text.replacing(";", with: ",")
        let first = text.precomposedStringWithCompatibilityMapping.unicodeScalars.first { !$0.properties.isWhitespace }
        let isFormula = first.map { "=+-@".unicodeScalars.contains($0) } ?? false
        let isControl = text.unicodeScalars.first.map { "\t\r".unicodeScalars.contains($0) } ?? false
        return "\"" + (isFormula || isControl ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}
