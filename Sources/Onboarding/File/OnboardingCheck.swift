import BrokerAPI
import FHIR
import Vocabulary

/// Turns records into rows and finds what is wrong with them.
struct OnboardingCheck {
    /// The columns; of `finess` and `siret` one is enough.
    static let columns = ["name", "finess", "siret", "size", "administrator", "role", "rpps", "wave"]
    /// Who is in the RPPS directory and may be first to administer a practice.
    static let roles: [Role] = [.physician, .nurse, .pharmacist]

    private(set) var rows: [OnboardingRow] = []
    var faults: [OnboardingFault] = []
    private var places: [String: Int] = [:]
    private var width = 0
    private var count = 0
    private var numbers: [StructureNumber: Int] = [:]
    private var people: [String: (line: Int, first: Onboarding.Administrator)] = [:]

    /// Takes the columns' names.
    mutating func begin(_ header: [String]) throws(OnboardingFault) {
        let list = OnboardingCheck.columns.joined(separator: ",")
        if header.count == 1, header[0].contains(where: { ";\t".contains($0) }) {
            throw OnboardingFault(1, nil, "columns are not parted by commas: save the file as CSV (commas, UTF-8)")
        }
        for (index, name) in header.enumerated() {
            guard OnboardingCheck.columns.contains(name), places.updateValue(index, forKey: name) == nil else {
                throw OnboardingFault(1, nil, "column \(index + 1) is unknown or twice: name columns \(list)")
            }
        }
        let missing = OnboardingCheck.columns.filter { places[$0] == nil && $0 != "finess" && $0 != "siret" }
        guard missing.isEmpty, places["finess"] != nil || places["siret"] != nil else {
            let what = missing.isEmpty ? "finess or siret" : missing.joined(separator: ", ")
            throw OnboardingFault(1, nil, "no column \(what): name columns \(list)")
        }
        width = header.count
    }

    /// Takes a record. Throws when there are too many.
    mutating func add(_ record: CSVReader.Record) throws(OnboardingFault) {
        count += 1
        guard count <= OnboardingFile.maximumRows else {
            throw OnboardingFault(record.line, nil, "over 10,000 practices: split the file")
        }
        guard record.fields.count == width else {
            let what =
                record.fields == [""] ? "an empty line: remove it" : "\(record.fields.count) fields, not \(width)"
            faults.append(OnboardingFault(record.line, nil, what))
            return
        }
        let before = faults.count
        let row = row(record)
        if let row, faults.count == before { rows.append(row) }
    }

    private mutating func fault(_ line: Int, _ column: String, _ message: String) {
        faults.append(OnboardingFault(line, column, message))
    }

    /// The row of a record; nil, or with new faults, when there is something wrong.
    private mutating func row(_ record: CSVReader.Record) -> OnboardingRow? {
        let line = record.line
        var values: [String: String] = [:]
        for (name, index) in places {
            values[name] = record.fields[index]
            if record.fields[index].utf8.count > OnboardingFile.maximumFieldBytes {
                fault(line, name, "over 200 bytes: shorten it")
                return nil
            }
        }
        let number = number(values, line)
        let label = label(values["name"] ?? "", number, line)
        let size = integer(values["size"] ?? "", upTo: 10_000)
        if size == nil { fault(line, "size", "not a number of professionals: write 1 to 10000") }
        let first = first(values, line)
        let wave = integer(values["wave"] ?? "", upTo: OnboardingFile.maximumRows)
        if wave == nil { fault(line, "wave", "not a wave: write 1, 2, 3…, at most 10000") }
        guard let number, let label, let size, let first, let wave else { return nil }
        return OnboardingRow(
            line: line, label: label, number: number, size: Int64(size), first: first, wave: wave)
    }

    private mutating func label(_ name: String, _ number: StructureNumber?, _ line: Int) -> String? {
        guard isName(name) else {
            fault(line, "name", "empty, or with spaces around it or control characters: write the practice's name")
            return nil
        }
        guard let label = number?.label(name) else { return nil }
        guard AdminRequest.isName(label) else {
            fault(line, "name", "too long beside the number: shorten it to 170 bytes")
            return nil
        }
        return label
    }

    /// The number by which the practice goes, FINESS before SIRET; each stands in one line of the file only.
    private mutating func number(_ values: [String: String], _ line: Int) -> StructureNumber? {
        let (finess, siret) = (values["finess"] ?? "", values["siret"] ?? "")
        var found: [StructureNumber] = []
        if FrenchIdentifiers.isFINESS(finess) {
            found.append(.finess(finess))
        } else if !finess.isEmpty {
            fault(line, "finess", "not a FINESS number: write its 9 characters, the last of which is a check digit")
        }
        if FrenchIdentifiers.isSIRET(siret) {
            found.append(.siret(siret))
        } else if !siret.isEmpty {
            fault(line, "siret", "not a SIRET number: write its 14 digits, the last of which is a check digit")
        }
        if finess.isEmpty, siret.isEmpty {
            fault(line, places["finess"] != nil ? "finess" : "siret", "no number: write the practice's FINESS or SIRET")
        }
        for number in found {
            if let other = numbers.updateValue(line, forKey: number) {
                let column = if case .finess = number { "finess" } else { "siret" }
                fault(line, column, "the number of line \(other) too: write each practice once")
            }
        }
        return found.first
    }

    private mutating func first(_ values: [String: String], _ line: Int) -> Onboarding.Administrator? {
        let (name, rpps) = (values["administrator"] ?? "", values["rpps"] ?? "")
        let role = OnboardingCheck.roles.first { $0.rawValue == values["role"] }
        if !isName(name) {
            fault(
                line, "administrator", "empty, or with spaces around it or control characters: write the person's name")
        }
        if role == nil { fault(line, "role", "not a role in the RPPS: write physician, nurse or pharmacist") }
        guard FrenchIdentifiers.isRPPS(rpps) else {
            fault(line, "rpps", "not an RPPS number: write its 11 digits, the last of which is a check digit")
            return nil
        }
        guard let role else { return nil }
        let first = Onboarding.Administrator(name: name, role: role, rpps: rpps)
        if let other = people[rpps], other.first != first {
            fault(line, "rpps", "the number of line \(other.line) under another name or role: one number is one person")
        } else if people[rpps] == nil {
            people[rpps] = (line, first)
        }
        return first
    }

    private func isName(_ text: String) -> Bool {
        AdminRequest.isName(text) && text.first?.isWhitespace == false && text.last?.isWhitespace == false
    }

    private func integer(_ text: String, upTo maximum: Int) -> Int? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text).flatMap { (1...maximum).contains($0) ? $0 : nil }
    }
}
