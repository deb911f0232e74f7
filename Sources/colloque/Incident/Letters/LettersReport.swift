import JSONTree
import Response
import Vocabulary

/// How many people have a letter and, of everybody else, why not. Ids and counts only.
struct LettersReport {
    private let people: [SubjectID: Tiers]
    private let codes: [SubjectID: String]
    /// What became of each of the certificate's subjects.
    var outcomes: [SubjectID: LetterOutcome] = [:]
    /// Patients whose ledger events were read in this run, and about whom that was refused.
    var asked = 0
    var refused = 0
    /// Whether a limit ended it.
    var isStopped = false
    var logIsWhole = true
    var coversInterval = true

    init(people: [SubjectID: Tiers], codes: [SubjectID: String]) { (self.people, self.codes) = (people, codes) }

    private var letters: Int { outcomes.values.count(where: \.isLetter) }
    private func count(_ outcome: LetterOutcome) -> Int { outcomes.values.count { $0 == outcome } }

    /// The codes of the letters that there are.
    var letterCodes: Set<String> { Set(outcomes.filter(\.value.isLetter).compactMap { codes[$0.key] }) }

    private var reasons: [(reason: UnnamedReason, count: Int)] {
        UnnamedReason.allCases.sorted().map { ($0, count(.unnamed($0))) }.filter { $0.1 > 0 }
    }

    /// `unnamed.csv`: everybody without a letter, by subject.
    var unnamed: String {
        outcomes.sorted { $0.key < $1.key }.reduce(into: "subject,tiers,code,reason\n") { text, item in
            guard case .unnamed(let reason) = item.value else { return }
            let tiers = (people[item.key] ?? []).words.replacing(",", with: " ")
            text += "\(item.key),\(tiers),\(codes[item.key] ?? ""),\(reason.rawValue)\n"
        }
    }

    /// For programs.
    var json: JSONValue {
        func number(_ count: Int) -> JSONValue { .number(JSONNumber(Int64(count))) }
        let unnamed = reasons.map { JSONObject.Member(key: $0.reason.rawValue, value: number($0.count)) }
        return [
            "people": number(people.count), "letters": number(letters), "minors": number(count(.minor)),
            "no_birth_date": number(count(.undated)), "without": number(people.count - letters),
            "unnamed": .object(JSONObject(unnamed)), "asked": number(asked), "refused": number(refused),
            "stopped": .bool(isStopped), "access_log_whole": .bool(logIsWhole),
            "covers_interval": .bool(coversInterval),
        ]
    }

    /// For a person.
    var lines: [String] {
        var lines = [
            "\(letters) of \(people.count) people have a letter; \(count(.minor)) of them are minors, whose letters go "
                + "to those who represent them."
        ]
        if count(.undated) > 0 {
            lines.append("\(count(.undated)) records have no birth date; their letters are an adult's.")
        }
        lines.append("\(people.count - letters) have none and stand in unnamed.csv, by subject:")
        lines += reasons.map { "  \($0.reason.rawValue): \($0.count)" }
        lines.append(
            "\(asked) patients were asked about, \(refused) refused. Each is an opening of this account's own, in the "
                + "ledger and in the patient's history.")
        if !logIsWhole { lines.append("The access log is not there or not whole: somebody may be missing in it.") }
        if !coversInterval {
            lines.append("What was asked for goes on after the certificate: of later, nothing is said.")
        }
        if isStopped { lines.append("STOPPED by a limit. The same command goes on where it stopped.") }
        return lines
    }
}
