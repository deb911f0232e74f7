/// The distinct tests of all rules, each asked at most once an event however many rules share it.
struct Atoms {
    /// A test of one field with its values, as ``FieldTest`` without `needsAll` and `isNegated`.
    struct Atom: Hashable {
        let field: Int
        let tests: [ValueTest]
    }

    /// The place that stands for keywords: looked for in all values.
    static let keywords = 0
    /// Names of fields; the first stands for keywords and has none.
    private(set) var fields: [String] = [""]
    private var fieldNumbers: [String: Int] = [:]
    private(set) var atoms: [Atom] = []
    private var numbers: [Atom: Int] = [:]
    /// How many rules ask each.
    private(set) var uses: [Int] = []

    /// The number of a field.
    mutating func field(_ name: String?) -> Int {
        guard let name else { return Atoms.keywords }
        if let number = fieldNumbers[name] { return number }
        fields.append(name)
        fieldNumbers[name] = fields.count - 1
        return fields.count - 1
    }

    /// The number of a test.
    mutating func atom(_ field: String?, _ tests: [ValueTest]) -> Int {
        for case .field(let other, _, _) in tests { _ = self.field(other) }
        let atom = Atom(field: self.field(field), tests: tests)
        if let number = numbers[atom] {
            uses[number] += 1
            return number
        }
        atoms.append(atom)
        uses.append(1)
        numbers[atom] = atoms.count - 1
        return atoms.count - 1
    }
}
