/// The name that was probably meant: the nearest of those there are, by letters changed, left out or put in.
struct NearestName {
    /// The nearest; nil when none is near.
    let name: String?

    init(to wanted: String, among names: some Collection<String>) {
        let wanted = Array(wanted.lowercased().utf8.prefix(64))
        let limit = max(2, wanted.count / 3)
        var best: (name: String, distance: Int)?
        for name in names.prefix(500) {
            let distance = NearestName.distance(wanted, Array(name.lowercased().utf8.prefix(64)))
            if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
        }
        name = best?.name
    }

    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            let previous = row
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                row[j + 1] = min(previous[j] + (left == right ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
