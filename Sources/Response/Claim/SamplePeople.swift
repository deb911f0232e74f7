import Vocabulary

/// Tells a sample's people apart: rows are one person's that have the same NIR, or no two NIRs and the same names and birth
/// date, or the same names and e-mail address or telephone. Upper case, accents, spaces and the order of rows do not matter.
public struct SamplePeople: Sendable {
    /// The people, by their first row.
    public let all: [SamplePerson]

    private struct Group {
        var rows: [SampleRow] = []
        var hasNIR: Bool
    }

    /// Groups the rows of a sample.
    public init(_ sample: Sample) {
        var (groups, places): ([Group], [String: Int]) = ([], [:])
        // Those with a NIR first: a row without joins them whatever its place.
        let nirs = sample.rows.map { SamplePeople.folded(.nir, $0.nir) }
        for isWithNIR in [true, false] {
            for (row, nir) in zip(sample.rows, nirs) where (nir != nil) == isWithNIR {
                let keys = SamplePeople.keys(row)
                let place = SamplePeople.place(nir, keys, groups, places)
                if place == groups.count { groups.append(Group(hasNIR: nir != nil)) }
                groups[place].rows.append(row)
                if let nir { places["nir|" + nir] = place }
                for key in keys where places[key] == nil { places[key] = place }
            }
        }
        all = groups.map { SamplePeople.person($0.rows) }.sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }
    }

    private static func place(_ nir: String?, _ keys: [String], _ groups: [Group], _ places: [String: Int]) -> Int {
        if let nir { return places["nir|" + nir] ?? groups.count }
        return keys.lazy.compactMap { places[$0] }.first ?? groups.count
    }

    /// By what rows without a NIR are the same person's.
    private static func keys(_ row: SampleRow) -> [String] {
        let family = folded(.family, row.family) ?? ""
        let given = folded(.family, row.given) ?? ""
        var keys: [String] = []
        if !family.isEmpty, let birthdate = row.birthdate { keys.append("born|\(family)|\(given)|\(birthdate)") }
        if let email = folded(.email, row.email) { keys.append("email|\(family)|\(given)|\(email)") }
        if let phone = folded(.phone, row.phone) { keys.append("phone|\(family)|\(given)|\(phone)") }
        return keys
    }

    private static func person(_ rows: [SampleRow]) -> SamplePerson {
        let searches = rows.map(ClaimSearch.init)
        let best = ClaimSearch.Key.allCases.lazy.compactMap { key in searches.firstIndex { $0?.key == key } }.first
        let place = best ?? rows.startIndex
        return SamplePerson(row: rows[place], search: searches[place], rows: rows.map(\.number).sorted())
    }

    /// A value as the index folds it.
    static func folded(_ field: SearchTerm.Field, _ value: String?) -> String? {
        value.flatMap { SearchTerm(field, $0).folded }.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension SamplePeople {
    /// So many of the people who can be looked for, evenly over the sample, as places in ``all``.
    public func drawn(_ count: Int) -> [Int] {
        let findable = all.indices.filter { all[$0].search != nil }
        guard count < findable.count else { return findable }
        return (0..<max(0, count)).map { findable[$0 * findable.count / count] }
    }
}
