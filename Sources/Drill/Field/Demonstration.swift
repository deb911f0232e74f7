import JSONTree
import Synthetic
import Vocabulary

/// The numbers that a demonstration was made of, so that its people can be made up again.
struct Demonstration: Sendable {
    let seed: UInt64
    let patients: Int
    let density: Int
    let day: Int

    init(_ json: JSONValue) throws(DrillError) {
        func number(_ key: String) throws(DrillError) -> Int64 {
            guard let value = json[key]?.number.flatMap({ Int64($0.text) }) else {
                throw DrillError("demo.json: no \(key)")
            }
            return value
        }
        seed = UInt64(clamping: try number("seed"))
        patients = Int(clamping: try number("patients"))
        density = Int(clamping: try number("density"))
        day = Int(clamping: try number("day"))
    }

    /// The synthetic country on the demonstration's day.
    var country: SyntheticFrance { SyntheticFrance(seed: seed, today: CivilDate(days: day), density: density) }

    /// A practice as the demonstration drew it.
    func practice(_ index: Int) -> SyntheticPractice {
        country.practice(index, kind: index == 0 ? .group : .solo, patients: patients)
    }
}
