import Foundation
import JSONTree

/// A place and how far from it a position may be (R4, Location, `near`): on a sphere of the earth's mean radius.
struct NearMatch: Sendable {
    /// Kilometres where none are said.
    static let standardDistance = 50.0
    private static let radius = 6371.0088
    /// Units of UCUM, in kilometres.
    private static let units = ["km": 1, "m": 0.001, "[mi_us]": 1.609347, "[mi_i]": 1.609344, "[nmi_i]": 1.852]

    private let latitude: Double
    private let longitude: Double
    private let distance: Double

    /// Reads `latitude|longitude|distance|unit`, the last two or the last one left out: 50, km.
    init?(_ text: Substring) {
        let parts = EscapedText.split(text, at: UInt8(ascii: "|")).compactMap(EscapedText.unescaped)
        guard (2...4).contains(parts.count), let unit = NearMatch.units[parts.count > 3 ? parts[3] : "km"],
            let latitude = NearMatch.number(parts[0]), let longitude = NearMatch.number(parts[1]),
            let distance = parts.count > 2 ? NearMatch.number(parts[2]) : NearMatch.standardDistance,
            abs(latitude) <= 90, abs(longitude) <= 180, distance >= 0, distance.isFinite
        else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.distance = distance * unit
    }

    /// A decimal as FHIR writes it; no other text that `Double` takes.
    private static func number(_ text: String) -> Double? { ExactDecimal(text) == nil ? nil : Double(text) }

    /// Whether a `Location.position` is within the distance.
    func matches(_ node: PathNode) -> Bool {
        guard case .number(let north)? = node.value["latitude"], case .number(let east)? = node.value["longitude"],
            let latitude = north.double, let longitude = east.double
        else { return false }
        return kilometres(to: latitude, longitude) <= distance
    }

    /// Along a great circle, by the haversine formula.
    private func kilometres(to latitude: Double, _ longitude: Double) -> Double {
        let (from, to) = (self.latitude * .pi / 180, latitude * .pi / 180)
        let north = sin((to - from) / 2)
        let east = sin((longitude - self.longitude) * .pi / 360)
        return 2 * NearMatch.radius * asin(min(1, sqrt(north * north + cos(from) * cos(to) * east * east)))
    }
}
