extension SigmaValue {
    /// What it is, for errors.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .text: "a text"
        case .regex: "a regular expression"
        case .exists: "a test of presence"
        case .compares: "a comparison"
        case .network: "a network"
        case .field: "a field"
        case .datePart: "a part of a date"
        case .variants: "several texts"
        }
    }

    /// What to write where something else is needed.
    func remedy(for need: String) -> String {
        switch self {
        case .text where need.contains("number"): "write the number without quotes"
        case .bool, .null: need == "a text" ? "write it in quotes" : "write \(need)"
        default: "write \(need)"
        }
    }
}
