import JSONTree

/// The value sets of R4's required bindings: whether a code is in one.
struct ValueSets: Sendable {
    /// One value set.
    private struct ValueSet: Sendable {
        /// How its codes look, when they cannot be listed.
        var form: CodeForm?
        /// Its code systems. The codes of the first are the table's group `first`, of the next `first + 1` …
        var systems: [String] = []
        var first: UInt16 = 0
    }

    private var sets: [ValueSet] = [ValueSet()]
    private var numbers: [String: UInt16] = [:]
    private var codes: NameTable

    /// Reads `@set`, then for each of its systems `|system` and the codes.
    init(_ text: String) {
        let words = DefinitionText.words(text)
        codes = NameTable(capacity: words.count)
        var group: UInt16 = 0
        for word in words {
            if word.first == "@" {
                numbers[String(word.dropFirst())] = UInt16(sets.count)
                sets.append(ValueSet(first: group))
            } else if word.first == "|" {
                sets[sets.count - 1].systems.append(String(word.dropFirst()))
                group += 1
            } else {
                codes.add(word, group: group - 1, place: 0)
            }
        }
        for (id, form) in CodeForm.ofSets {
            numbers[id] = UInt16(sets.count)
            sets.append(ValueSet(form: form))
        }
    }

    /// The number of a value set; 0 for one that is not checked.
    func number(_ id: String) -> UInt16 { numbers[id] ?? 0 }

    /// Whether a value set of this id is known, be it by its codes or by their form.
    func isKnown(_ id: String) -> Bool { numbers[id] != nil }

    /// The number of the value set with this address (its canonical URL, with or without R4's version), when its codes are listed.
    func listed(_ url: String) -> UInt16? {
        let base = "http://hl7.org/fhir/ValueSet/"
        guard url.hasPrefix(base) else { return nil }
        let id = url.dropFirst(base.count)
        let name = id.hasSuffix("|4.0.1") ? id.dropLast(6) : id
        return numbers[String(name)].flatMap { sets[Int($0)].form == nil ? $0 : nil }
    }

    /// Whether the code of the system is in the value set with the number.
    func contains(_ code: String, system: String, _ number: UInt16) -> Bool {
        let set = sets[Int(number)]
        guard let offset = set.systems.firstIndex(of: system) else { return false }
        return codes.find(code.utf8.span, group: set.first + UInt16(offset)) != nil
    }

    /// Whether two value sets have the code, and of the same system.
    func contain(_ code: String, _ one: UInt16, _ other: UInt16) -> Bool {
        sets[Int(one)].systems.contains { contains(code, system: $0, one) && contains(code, system: $0, other) }
    }

    /// Whether the code is in the value set with the number.
    func contains(_ code: String, _ number: UInt16) -> Bool {
        let set = sets[Int(number)]
        if let form = set.form { return form.allows(code.utf8.span) }
        for offset in set.systems.indices {
            if codes.find(code.utf8.span, group: set.first + UInt16(offset)) != nil { return true }
        }
        return false
    }

    /// Whether one of the concept's codings is in the value set with the number (R4, terminologies, required).
    func contains(concept: JSONObject, _ number: UInt16) -> Bool {
        (concept["coding"]?.array ?? []).contains { coding in
            guard let system = coding["system"]?.string, let code = coding["code"]?.string else { return false }
            return contains(code, system: system, number)
        }
    }
}
