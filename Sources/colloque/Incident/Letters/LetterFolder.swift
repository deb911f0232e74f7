import Foundation
import Response
import Vocabulary

/// Where a practice's letters are made: `DIR.part`, which can be gone on with and becomes `DIR` when it is whole.
///
/// Names and addresses stand in the letters alone. Until it is whole, `progress.csv` says which patients were asked about.
struct LetterFolder {
    /// A patient who was asked about.
    struct Asked {
        let subject: SubjectID?
        let outcome: LetterOutcome
    }

    private let final: String
    private(set) var asked: [PatientID: Asked] = [:]
    private var part: String { final + ".part" }
    private var progress: String { part + "/progress.csv" }
    private var inputFile: String { part + "/input" }
    private static let maximumBytes = 64 << 20

    /// Begins, or goes on with what was begun of the same input; something begun of another input is removed. Throws when
    /// the folder is there already.
    init(_ path: String, input: String) throws {
        final = URL(fileURLWithPath: path).standardizedFileURL.path
        let manager = FileManager.default
        guard !manager.fileExists(atPath: final) else { throw Failure.refused("\(path) is there already") }
        if manager.contents(atPath: inputFile) == Data(input.utf8) {
            try resume()
        } else {
            try? manager.removeItem(atPath: part)
            try manager.createDirectory(
                atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try LetterFolder.write(input, inputFile)
        }
    }

    /// The file of a letter.
    func file(_ code: String) -> String { "\(part)/\(code).pdf" }

    /// Notes what became of a patient.
    mutating func note(_ patient: PatientID, _ subject: SubjectID?, _ outcome: LetterOutcome) throws {
        guard outcome.isFinal else { return }
        asked[patient] = Asked(subject: subject, outcome: outcome)
        if !FileManager.default.fileExists(atPath: progress) { try LetterFolder.write("", progress) }
        guard let handle = FileHandle(forWritingAtPath: progress) else {
            throw Failure.broken("\(progress): not written")
        }
        defer { try? handle.close() }
        try handle.seekToEnd()
        let line = "\(patient),\(subject.map { "\($0)" } ?? "-"),\(outcome.rawValue)\n"
        try handle.write(contentsOf: Data(line.utf8))
    }

    /// Writes who has no letter and, when `isWhole`, gives the folder its name. Throws when one of the letters is missing; a
    /// letter that is none of them is removed.
    func close(_ unnamed: String, letters: Set<String>, isWhole: Bool) throws {
        try LetterFolder.write(unnamed, part + "/unnamed.csv")
        let manager = FileManager.default
        let made = Set(try manager.contentsOfDirectory(atPath: part).filter { $0.contains(".pdf") })
        let wanted = Set(letters.map { $0 + ".pdf" })
        guard wanted.isSubset(of: made) else { throw Failure.broken("\(part): a letter is missing") }
        for name in made.subtracting(wanted) { try manager.removeItem(atPath: part + "/" + name) }
        guard isWhole else { return }
        for file in [progress, inputFile] { try? manager.removeItem(atPath: file) }
        try manager.moveItem(atPath: part, toPath: final)
    }

    /// Reads what was done: a letter that was printed and not noted is made again.
    private mutating func resume() throws {
        let manager = FileManager.default
        let data = manager.contents(atPath: progress) ?? Data()
        guard data.count <= LetterFolder.maximumBytes else { throw Failure.refused("\(progress) is too long") }
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: ",").map(String.init)
            guard fields.count == 3, let patient = PatientID(fields[0]),
                let outcome = LetterOutcome(rawValue: fields[2])
            else { continue }
            asked[patient] = Asked(subject: SubjectID(fields[1]), outcome: outcome)
        }
    }

    private static func write(_ text: String, _ path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure.refused("\(path): cannot be written") }
    }
}
