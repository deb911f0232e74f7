import Foundation
import JSONTree
import Vocabulary

/// How far a file has come in one installation: `onboarding/<SHA-256 of the file>.ndjson` in its data directory. docs/formats/onboarding.md
///
/// The installation itself is the truth about which practices are there. This says what it cannot: which invitations may have been made and never written down.
final class OnboardingProgress {
    /// What is known of a row.
    struct State: Equatable {
        var practice: PracticeID?
        var isInvited = false
        /// The broker was asked and what it answered is not known.
        var isOpen = false
    }

    private let file: DurableLines
    private var states: [Int: State] = [:]

    /// Opens what there is of this file, or begins it.
    init(_ directory: String, _ input: OnboardingFile) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = "\(directory)/\(input.digest).ndjson"
        file = try DurableLines(path)
        for (index, line) in file.lines.enumerated() {
            guard let json = try? JSONValue(parsing: Array(line.utf8)), apply(json, isFirst: index == 0, input) else {
                throw OnboardingError("\(path):\(index + 1): not what was written: take the file away and run again")
            }
        }
        if file.lines.isEmpty {
            try file.append([#"{"v":1,"file":"\#(input.digest)","rows":\#(input.rows.count)}"#])
        }
    }

    /// What is known of a row.
    subscript(row: OnboardingRow) -> State { states[row.line] ?? State() }

    /// Notes that the broker is about to be asked to invite these.
    func begin(_ rows: [OnboardingRow]) throws {
        try file.append(rows.map { #"{"line":\#($0.line),"open":true}"# })
        for row in rows { states[row.line, default: State()].isOpen = true }
    }

    /// Notes what became of rows.
    func finish(_ done: [(row: OnboardingRow, practice: PracticeID, member: MemberID?)]) throws {
        try file.append(
            done.map { row, practice, member in
                #"{"line":\#(row.line),"practice":"\#(practice)""#
                    + (member.map { #","member":"\#($0)""# } ?? "") + "}"
            })
        for (row, practice, member) in done { note(row.line, practice, member) }
    }

    private func note(_ line: Int, _ practice: PracticeID, _ member: MemberID?) {
        states[line, default: State()].practice = practice
        guard member != nil else { return }
        states[line, default: State()].isInvited = true
        states[line, default: State()].isOpen = false
    }

    private func apply(_ json: JSONValue, isFirst: Bool, _ input: OnboardingFile) -> Bool {
        if isFirst { return json["file"]?.string == input.digest }
        guard let line = json["line"]?.number.flatMap({ Int($0.text) }) else { return false }
        if json["open"]?.bool == true {
            states[line, default: State()].isOpen = true
            return true
        }
        guard let practice = json["practice"]?.string.flatMap({ PracticeID($0) }) else { return false }
        note(line, practice, json["member"]?.string.flatMap { MemberID($0) })
        return true
    }
}
