/// The name of a series: a metric and its labels, cleaned of whatever Prometheus does not take.
struct SeriesName: Hashable, Comparable {
    let label: String
    /// `{a="b"}` without the braces; empty without labels.
    let labels: String

    init(_ label: String, _ dimensions: [(String, String)]) {
        self.label = SeriesName.clean(label)
        labels = dimensions.map { "\(SeriesName.clean($0))=\"\(SeriesName.escaped($1))\"" }.joined(separator: ",")
    }

    static func < (a: SeriesName, b: SeriesName) -> Bool { (a.label, a.labels) < (b.label, b.labels) }

    /// The series with a suffix and one more label, as a sample line begins.
    func sample(_ suffix: String = "", _ extra: String = "") -> String {
        let inside = [labels, extra].filter { !$0.isEmpty }.joined(separator: ",")
        return inside.isEmpty ? label + suffix : "\(label)\(suffix){\(inside)}"
    }

    private static func clean(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" || $0 == ":" ? $0 : "_" })
    }

    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { out, character in
            switch character {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            default: out.append(character)
            }
        }
    }
}
