import JSONTree

/// A text and shorthands that several suites use.
enum Samples {
    /// A resource with every kind of token.
    static let resource = #"""
        {"resourceType": "Observation", "id": "b\u00e9\ud83d\ude00", "active": true, "none": null, "no": false,
         "text": {"div": "<div>\"quoted\" \\ \/ caf\u0065\u0301 \t\n</div>"}, "empty": [[], {}, ""],
         "valueQuantity": {"value": 1.00, "low": -0.5e-10, "high": 6.02E+23, "unit": "mg/dL é 漢 😀"}}
        """#

    /// What the reader refuses a text with; nil if it accepts.
    static func refusal(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONError? {
        refusal(Array(text.utf8), limits: limits)
    }

    /// The same for bytes.
    static func refusal(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONValue(parsing: bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    static func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws -> JSONValue {
        try JSONValue(parsing: text.utf8, limits: limits)
    }

    static func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }
}
