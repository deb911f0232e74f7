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
        case "SampledData": return PathNode.sampled(object)
        default: return nil
        }
    }

    /// Longest data of samples that is searched, in bytes.
    private static let maximumSamples = 1 << 16

    /// From the least to the greatest of some samples: `origin + factor × number` (R4, datatypes, SampledData).
    private static func sampled(_ object: JSONObject) -> Measured? {
        guard let origin = object["origin"]?.object, let start = decimal(origin["value"]),
            let data = object["data"]?.string, data.utf8.count <= maximumSamples
        else { return nil }
        let factor = decimal(object["factor"]) ?? ExactDecimal(1, 0)
        let values = data.split(separator: " ").compactMap { ExactDecimal(String($0))?.times(factor) }
            .compactMap { start.adding($0.mantissa, place: $0.exponent) }
        guard let low = values.min(), let high = values.max() else { return nil }
        return Measured(DecimalRange(low: low, high: high), unitsOf: [origin])
    }

    private static func range(_ object: JSONObject) -> DecimalRange? {
        let (low, high) = (decimal(object["low"]?["value"]), decimal(object["high"]?["value"]))
        return low == nil && high == nil ? nil : DecimalRange(low: low, high: high)
    }

    private static func decimal(_ value: JSONValue?) -> ExactDecimal? {
        value?.number.flatMap { ExactDecimal($0.text) }
    }
}
