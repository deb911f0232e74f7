import JSONTree
import Vocabulary

/// A Patient search as the broker and we answer it: terms that all must match, then filters over what was opened.
public struct SearchQuery: Sendable, Equatable {
    /// Why a query was refused: the parameter by name, never its value.
    public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// What is wrong with it.
        public enum Reason: String, Sendable {
            /// Not a parameter that Patient is searched by here.
            case unknownParameter = "unknown parameter"
            /// What is asked of one patient only: `_sort`, includes, chains.
            case acrossPatients = "only within one patient: not across the practice"
            /// `:exact`, `:contains` and the like: the index knows folded names and prefixes only.
            case modifier = "modifiers are not supported"
            /// A value that its field cannot have; a date that is not a whole day; an inequality.
            case value = "not a value of this parameter"
            /// Several values separated by commas.
            case several = "one value only"
            /// The same parameter twice.
            case repeated = "given more than once"
            /// Fewer than three letters of a name, and nothing beside it that finds somebody.
            case tooShort = "at least three letters"
            /// A word of one letter: none is found by its sound.
            case tooShortWord = "at least two letters in each word"
            /// Nothing that the index knows.
            case noTerm = "needs a name, birth date, identifier, phone or e-mail beside it"
        }

        /// The parameter's name: one we know, or `?` for one we do not and that may say anything.
        public let parameter: String
        /// What is wrong.
        public let reason: Reason
        /// Parameter and reason.
        public var description: String { "\(parameter): \(reason.rawValue)" }
    }

    /// A condition that is applied after opening.
    public enum Filter: Sendable, Equatable {
        /// A given name begins so.
        case given(String)
        /// A family name or one of its words begins so.
        case family(String)
        /// A word of a family or given name sounds so.
        case sound(String)
    }

    /// What the broker is asked; every term must match. These are the `terms` of the request's proof.
    public private(set) var terms: [SearchTerm] = []
    /// What is asked of the patients found.
    public private(set) var filters: [Filter] = []
    /// What a lenient search passed over.
    public private(set) var ignored: [Refusal] = []

    /// A name parameter whose value has fewer than three letters: it only filters what another term finds (a Ms Ba by her birth date).
    private var tooShort: String?

    /// The parameters that are understood.
    public static let parameters = [
        "name", "family", "given", "birthdate", "identifier", "phone", "email", "telecom", "phonetic",
    ]
    /// Words of one `phonetic` at most.
    public static let maximumWords = 4

    /// Reads the query parameters of `/fhir/Patient`, decoded; how results are shown (`_count` …) is the caller's.
    ///
    /// - Parameter isLenient: passes over parameters and modifiers that are not understood; wrong values stay errors.
    public init(parse parameters: [(name: String, value: String)], isLenient: Bool = false) throws(Refusal) {
        var seen: Set<String> = []
        for (name, value) in parameters {
            let base = String(name.prefix { $0 != ":" })
            if let refusal = SearchQuery.refusal(name, base) {
                guard isLenient else { throw refusal }
                ignored.append(refusal)
                continue
            }
            guard seen.insert(base).inserted else { throw Refusal(parameter: base, reason: .repeated) }
            try read(base, try SearchQuery.unescaped(value, base))
        }
        if terms.isEmpty, let tooShort { throw Refusal(parameter: tooShort, reason: .tooShort) }
        guard let first = parameters.first else { throw Refusal(parameter: "Patient", reason: .noTerm) }
        guard !terms.isEmpty else { throw Refusal(parameter: first.name, reason: .noTerm) }
    }

    /// Why a name is not understood; nil when it is.
    private static func refusal(_ name: String, _ base: String) -> Refusal? {
        guard !parameters.contains(base) else {
            return base == name ? nil : Refusal(parameter: base, reason: .modifier)
        }
        let isOfOne = ["_sort", "_include", "_revinclude", "_has"].contains(base) || base.contains(".")
        return Refusal(parameter: printable(base), reason: isOfOne ? .acrossPatients : .unknownParameter)
    }

    private mutating func read(_ name: String, _ value: String) throws(Refusal) {
        switch name {
        case "name", "family":
            guard SearchTerm(.family, value).folded != nil else { throw Refusal(parameter: name, reason: .value) }
            if let term = SearchTerm.typed(family: value) { terms.append(term) } else { tooShort = tooShort ?? name }
            filters.append(.family(value))
        case "given":
            guard SearchTerm(.family, value).folded != nil else { throw Refusal(parameter: name, reason: .value) }
            filters.append(.given(value))
        case "phonetic": try readSounds(value)
        case "birthdate": try add(.birthdate, value.hasPrefix("eq") ? String(value.dropFirst(2)) : value, name)
        case "phone": try add(.phone, value, name)
        case "email": try add(.email, value, name)
        case "telecom": try add(value.contains("@") ? .email : .phone, value, name)
        default: try readIdentifier(value)
        }
    }

    private mutating func add(_ field: SearchTerm.Field, _ value: String, _ name: String) throws(Refusal) {
        let term = SearchTerm(field, value)
        guard term.folded != nil else { throw Refusal(parameter: name, reason: .value) }
        terms.append(term)
    }

    /// Words of names, each of which must sound so. A letter before an apostrophe (d'Artagnan) is no word.
    private mutating func readSounds(_ value: String) throws(Refusal) {
        let words = FrenchSound.words(of: value).filter { word in
            word.count > 1 || !(value[word.endIndex...].first.map("'’".contains) ?? false)
        }
        guard (1...SearchQuery.maximumWords).contains(words.count) else {
            throw Refusal(parameter: "phonetic", reason: .value)
        }
        guard words.allSatisfy({ $0.count > 1 }) else { throw Refusal(parameter: "phonetic", reason: .tooShortWord) }
        for word in words {
            try add(.sound, String(word), "phonetic")
            filters.append(.sound(String(word)))
        }
    }

    /// `system|value`, `|value` or a value alone; one that is a national number with its key, or of its system, is
    /// looked for as such, however it is spaced.
    private mutating func readIdentifier(_ value: String) throws(Refusal) {
        guard let bar = value.firstIndex(of: "|") else {
            if FrenchIdentifiers.hasValidNIRKey(value) { return try add(.nir, value, "identifier") }
            return try add(.identifier, "|" + value, "identifier")
        }
        let number = String(value[value.index(after: bar)...])
        guard !number.isEmpty else { throw Refusal(parameter: "identifier", reason: .value) }
        let isNational = NationalIdentifier.isSystem(String(value[..<bar]))
        try add(isNational ? .nir : .identifier, isNational ? number : value, "identifier")
    }
}

extension SearchQuery {
    /// A search value without its escapes (R4, search, "Escaping Search Parameters").
    private static func unescaped(_ value: String, _ name: String) throws(Refusal) -> String {
        guard value.utf8.count <= SearchTerm.maximumLength, !value.isEmpty else {
            throw Refusal(parameter: name, reason: .value)
        }
        var out = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if !isEscaped, scalar == "," { throw Refusal(parameter: name, reason: .several) }
            if !isEscaped, scalar == "\\" {
                isEscaped = true
            } else {
                out.append(scalar)
                isEscaped = false
            }
        }
        return String(out)
    }

    private static func printable(_ name: String) -> String {
        let isPlain =
            name.utf8.count <= 32
            && name.utf8.allSatisfy { byte in
                (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
        return isPlain && !name.isEmpty ? name : "?"
    }
}
