/// A list of patients, of whom some come more often.
struct PatientList: Sendable {
    private var patients: [Int32] = []
    private var cumulative: [Double] = []

    /// Number of patients.
    var count: Int { patients.count }

    /// Adds a patient with the visits expected a year.
    mutating func add(_ patient: Int, weight: Double) {
        patients.append(Int32(truncatingIfNeeded: patient))
        cumulative.append((cumulative.last ?? 0) + weight)
    }

    /// Draws a patient, in proportion to the weights; nil from an empty list.
    func draw(_ random: inout SeededGenerator) -> Int? {
        guard let total = cumulative.last else { return nil }
        let target = random.unit() * total
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > target { high = middle } else { low = middle + 1 }
        }
        return Int(patients[low])
    }

    /// Draws a patient, each as likely as any other; nil from an empty list.
    func drawEvenly(_ random: inout SeededGenerator) -> Int? {
        patients.isEmpty ? nil : Int(patients[random.below(patients.count)])
    }
}
