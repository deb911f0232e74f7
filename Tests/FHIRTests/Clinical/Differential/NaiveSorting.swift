import Foundation
import JSONTree

extension NaiveSearch {
    private enum Key: Equatable {
        case text([UInt8])
        case number(Decimal)
        case time(Int, Int)

        func isBefore(_ other: Key) -> Bool {
            switch (self, other) {
            case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
            case (.number(let a), .number(let b)): a < b
            case (.time(let a, let c), .time(let b, let d)): a < b || (a == b && c < d)
            default: false
            }
        }
    }

    /// Negative when the first comes first; what has no value comes last either way.
    func compare(_ a: Int, _ b: Int, _ key: String) -> Int {
        let isDown = key.hasPrefix("-")
        let name = isDown ? String(key.dropFirst()) : key
        switch (best(a, name, isDown), best(b, name, isDown)) {
        case (nil, nil): return 0
        case (nil, _): return 1
        case (_, nil): return -1
        case (let left?, let right?):
            if left == right { return 0 }
            return left.isBefore(right) != isDown ? -1 : 1
        }
    }

    private func best(_ index: Int, _ name: String, _ isDown: Bool) -> Key? {
        guard let row = NaiveParameters.row(name, type(index)) else { return nil }
        var best: Key?
        for (element, type) in elements(row, index) {
            for key in keys(element, type) {
                guard let current = best else {
                    best = key
                    continue
                }
                if isDown ? current.isBefore(key) : key.isBefore(current) { best = key }
            }
        }
        return best
    }

    private func keys(_ element: JSONValue, _ type: String) -> [Key] {
        func text(_ text: String) -> Key { .text(Array(Naive.fold(text).utf8)) }
        func time(_ span: Naive.Span?) -> [Key] { span.map { [.time($0.from, $0.to)] } ?? [] }
        let own = Naive.walk(element, []).compactMap { if case .string(let text) = $0 { text } else { nil } }
        switch type {
        case "CC": return Naive.texts(element, "coding.code").map(text)
        case "Coding": return Naive.texts(element, "code").map(text)
        case "Identifier", "ContactPoint": return Naive.texts(element, "value").map(text)
        case "boolean": return [text(element == .bool(true) ? "true" : "false")]
        case "code", "id", "string": return own.map(text)
        case "uri", "canonical": return own.map { .text(Array($0.utf8)) }
        case "HumanName":
            guard let family = Naive.texts(element, "family").first else { return [] }
            return [text(([family] + Naive.texts(element, "given")).joined(separator: " "))]
        case "date": return time(own.first.flatMap(Naive.time))
        case "Period": return time(Naive.period(element))
        case "Timing": return time(Naive.timing(element))
        case "Sampled":
            let origin = Naive.walk(element, ["origin", "value"]).first.flatMap { Naive.number($0) } ?? 0
            let data = Naive.texts(element, "data").joined().components(separatedBy: " ")
            return data.compactMap { Decimal(string: $0) }.map { $0 + origin }.min().map { [.number($0)] } ?? []
        case "Range":
            let ends = Naive.walk(element, ["low", "value"]) + Naive.walk(element, ["high", "value"])
            return ends.first.flatMap { Naive.number($0) }.map { [.number($0)] } ?? []
        case "Quantity":
            guard let number = Naive.walk(element, ["value"]).first.flatMap({ Naive.number($0) }) else { return [] }
            return [.number(number)]
        case "Reference":
            return Naive.texts(element, "reference").map { reference in
                .text(Array((Naive.local(reference).map { $0.type + "/" + $0.id } ?? reference).utf8))
            }
        default: return []
        }
    }
}
