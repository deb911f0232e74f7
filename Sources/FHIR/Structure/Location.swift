/// Where in a resource something is, as FHIRPath writes it: `Patient.contact[0].name`. Never a value.
struct Location: Sendable {
    /// One step down.
    enum Step: Sendable {
        case key(String)
        case index(Int)
    }

    private let root: String
    private var steps: [Step] = []

    init(_ root: String) { self.root = root }

    /// The place that these steps lead to, given from the inside out.
    init(_ root: String, inner steps: [Step]) {
        self.root = root
        self.steps = steps.reversed()
    }

    /// How deep it is.
    var depth: Int { steps.count }

    mutating func enter(_ key: String) { steps.append(.key(key)) }
    mutating func enter(_ index: Int) { steps.append(.index(index)) }
    mutating func leave() { steps.removeLast() }

    /// The path's text.
    var text: String {
        steps.reduce(root) { path, step in
            switch step {
            case .key(let key): path + "." + Location.printable(key)
            case .index(let index): path + "[\(index)]"
            }
        }
    }

    /// The text of an element of this place.
    func text(_ key: String) -> String { text + "." + Location.printable(key) }

    /// A key that could be an element's name as it is, any other as `?`: a key is input, and may say anything.
    private static func printable(_ key: String) -> String {
        let bytes = key.utf8
        let isName =
            bytes.count <= 48
            && bytes.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
            }
        return isName ? key : "?"
    }
}
