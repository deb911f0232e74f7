import JSONTree

extension PathNode {
    /// The numbers that the element means.
    var decimalRange: DecimalRange? {
        switch value {
        case .number(let number): ExactDecimal(number.text).map(DecimalRange.init)
        case .object(let object) where type == "Range": PathNode.range(object)
        default: nil
        }
    }

    /// The amount that the element means, with its unit.
    var measured: Measured? {
        guard case .object(let object) = value else { return nil }
        switch type {
        case "Quantity", "Age", "Count", "Distance", "Duration":
            return PathNode.decimal(object["value"]).map {
                Measured(DecimalRange($0, comparator: object["comparator"]?.string), unitsOf: [object])
            }
        case "Range":
            return PathNode.range(object).map {
                Measured($0, unitsOf: ["low", "high"].compactMap { object[$0]?.object })
            }
        case "Money":
            guard let value = PathNode.decimal(object["value"]) else { return nil }
            let unit = Measured.Unit(system: Measured.currencies, code: object["currency"]?.string, text: nil)
            return Measured(DecimalRange(value), units: [unit])
        default: return nil
        }
    }

    private static func range(_ object: JSONObject) -> DecimalRange? {
        let (low, high) = (decimal(object["low"]?["value"]), decimal(object["high"]?["value"]))
        return low == nil && high == nil ? nil : DecimalRange(low: low, high: high)
    }

    private static func decimal(_ value: JSONValue?) -> ExactDecimal? {
        value?.number.flatMap { ExactDecimal($0.text) }
    }
}
