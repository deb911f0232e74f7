import JSONTree

/// An amount: numbers and the units they are given in.
struct Measured: Sendable {
    /// A unit, coded or as text.
    struct Unit: Sendable {
        var system: String?
        var code: String?
        var text: String?
    }

    /// The code system of currencies, for Money (R4, datatypes, Money).
    static let currencies = "urn:iso:std:iso:4217"

    let range: DecimalRange
    let units: [Unit]

    init(_ range: DecimalRange, units: [Unit]) {
        self.range = range
        self.units = units
    }

    /// The units of some quantities.
    init(_ range: DecimalRange, unitsOf quantities: [JSONObject]) {
        let units = quantities.map {
            Unit(system: $0["system"]?.string, code: $0["code"]?.string, text: $0["unit"]?.string)
        }
        self.init(range, units: units)
    }
}
