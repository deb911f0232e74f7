import JSONTree
import Vocabulary

/// What resources are put in order by: values of one parameter are all of one case.
enum SortValue: Comparable {
    case time(TimeRange)
    case number(ExactDecimal)
    case text(String)

    /// By the value; texts by their bytes.
    static func < (a: SortValue, b: SortValue) -> Bool {
        switch (a, b) {
        case (.time(let a), .time(let b)): a < b
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        case (.time, _), (.number, .text): true
        default: false
        }
    }
}

extension PathNode {
    /// The values that the element is ordered by.
    func sortValues(_ kind: SearchParameter.Kind, _ context: MatchContext) -> [SortValue] {
        switch kind {
        case .date: return timeRange(context.zone).map { [.time($0)] } ?? []
        case .number: return PathNode.ordered(decimalRange)
        case .quantity: return PathNode.ordered(measured?.range)
        case .token: return tokens.compactMap { $0.code.map { .text($0.withoutCaseAndAccents) } }
        case .string: return sortText.map { [.text($0.withoutCaseAndAccents)] } ?? []
        case .uri: return value.string.map { [.text($0)] } ?? []
        case .reference: return referenceText(context).map { [.text($0)] } ?? []
        case .composite, .special: return []
        }
    }

    private static func ordered(_ range: DecimalRange?) -> [SortValue] {
        (range?.low ?? range?.high).map { [.number($0)] } ?? []
    }

    /// A name by family name first; other texts as they stand.
    private var sortText: String? {
        guard type == "HumanName" else { return texts.isEmpty ? nil : texts.joined(separator: " ") }
        let given = (value["given"]?.array ?? []).compactMap(\.string)
        return text("family").map { ([$0] + given).joined(separator: " ") } ?? text("text") ?? given.first
    }

    private func referenceText(_ context: MatchContext) -> String? {
        switch reference(context.bases) {
        case .here(let type, let id, _): Schema.r4.nodes[Int(type)].path + "/" + id
        case .elsewhere(let text): text
        case nil: nil
        }
    }
}
