/// Which name of a sample's columns holds what: the usual names, or for some what the reader of the sample was told.
struct SampleColumns: Sendable {
    private var known: [String: SampleColumn] = [:]
    /// Names that were told, folded, and for what; each has to be there.
    private let told: [SampleColumn: String]

    /// - Parameter told: for what a name of the sample's own is to be taken; then no usual name of it counts.
    init(told: [SampleColumn: String]) {
        self.told = told.mapValues(SampleColumn.folded)
        for column in SampleColumn.allCases where told[column] == nil {
            for name in column.names { known[name] = column }
        }
        for (column, name) in self.told { known[name] = column }
    }

    /// What a column of this name holds; nil when nobody is found by it.
    func column(of name: String) -> SampleColumn? { known[SampleColumn.folded(name)] }

    /// Throws unless somebody can be found by the columns, and all that were told are there.
    func check(_ found: Set<SampleColumn>) throws(ScopeError) {
        if let missing = told.keys.sorted().first(where: { !found.contains($0) }) {
            throw ScopeError("--columns", "names a column for \(missing.rawValue) that the sample does not have")
        }
        let isEnough =
            !found.isDisjoint(with: [.nir, .email, .phone]) || found.isSuperset(of: [.family, .birthdate])
        guard isEnough else {
            throw ScopeError(
                "sample", "has no column by which somebody can be found: name some with --columns family=NAME,…")
        }
    }
}
