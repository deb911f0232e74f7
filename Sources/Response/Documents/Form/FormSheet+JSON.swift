import JSONTree

extension FormSheet {
    /// The sheet as one JSON object: sections and fields by key, in the form's order; `null` where nothing was given,
    /// and `missing` lists what must still be filled in. A number is `{"lower","upper","reasons"}`, `upper` null when
    /// the evidence does not say.
    public var json: JSONValue {
        var out = JSONObject()
        out["form_agreement"] = "not-verified"
        out["missing"] = .array(missingKeys.map { .string($0) })
        for section in sections {
            var fields = JSONObject()
            for field in section.fields { fields[field.key] = FormSheet.value(of: field.content) }
            out[section.key] = .object(fields)
        }
        return .object(out)
    }

    private var missingKeys: [String] {
        sections.flatMap { section in
            section.fields.filter { $0.content == .missing }.map { section.key + "." + $0.key }
        }
    }

    private static func value(of content: FormField.Content) -> JSONValue {
        switch content {
        case .text(let lines): lines.count == 1 ? .string(lines[0]) : .array(lines.map { .string($0) })
        case .choices(let choices): .array(choices.filter(\.isTicked).map { .string($0.key) })
        case .number(let bounds): number(bounds)
        case .notGiven, .missing: .null
        }
    }

    private static func number(_ bounds: Bounds) -> JSONValue {
        [
            "lower": .number(JSONNumber(bounds.lower)),
            "upper": bounds.upper.map { .number(JSONNumber($0)) } ?? .null,
            "reasons": .array(bounds.reasons.map { .string($0.rawValue) }),
        ]
    }
}
