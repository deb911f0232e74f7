import JSONTree

/// Follows a path from one element.
struct PathEvaluator {
    let schema = Schema.r4
    let root: PathNode
    let isTracking: Bool
    let resolve: (String) -> PathNode?
    /// Elements that may still be visited.
    private(set) var room: Int

    init(
        root: PathNode, isTracking: Bool, room: Int = ElementPath.maximumVisits,
        resolve: @escaping (String) -> PathNode? = { _ in nil }
    ) {
        self.root = root
        self.isTracking = isTracking
        self.room = room
        self.resolve = resolve
    }

    /// What an expression gives, asked of an element.
    mutating func evaluate(_ expression: PathExpression, _ context: PathNode) throws(PathError) -> [PathNode] {
        switch expression {
        case .chain(let head, let steps):
            var nodes = try start(head, context)
            for step in steps {
                if nodes.isEmpty, !step.asksEmpty { return [] }
                nodes = try follow(step, nodes)
            }
            return nodes
        case .union(let branches):
            var nodes: [PathNode] = []
            for branch in branches { nodes += try evaluate(branch, context) }
            return nodes
        case .equal(let left, let right, let isNegated):
            let (left, right) = (try evaluate(left, context), try evaluate(right, context))
            guard !left.isEmpty, !right.isEmpty else { return [] }
            // Such a path is a caller's, and may compare much with much again and again.
            if isTracking { try visit((left + right).reduce(0) { $0 + PathEvaluator.weight($1.value) }) }
            return [PathNode(PathEvaluator.areEqual(left, right) != isNegated)]
        case .all(let parts): return try combine(parts, context, stop: false)
        case .any(let parts): return try combine(parts, context, stop: true)
        }
    }

    /// Counts elements that are visited.
    mutating func visit(_ count: Int) throws(PathError) {
        room -= count
        guard room >= 0 else { throw PathError(.tooMuch, at: 0) }
    }

    private mutating func start(_ head: PathExpression.Head, _ context: PathNode) throws(PathError) -> [PathNode] {
        try visit(1)
        switch head {
        case .this: return [context]
        case .resource: return [root]
        case .literal(.string(let text)): return [PathNode(.string(text), .primitive(.string))]
        case .literal(.bool(let truth)): return [PathNode(truth)]
        case .literal(let number): return [PathNode(number, .primitive(.decimal))]
        case .group(let inner): return try evaluate(inner, context)
        }
    }

    /// `and` and `or` with three values: nothing is neither true nor false.
    private mutating func combine(
        _ parts: [PathExpression], _ context: PathNode, stop: Bool
    ) throws(PathError) -> [PathNode] {
        var isKnown = true
        for part in parts {
            switch PathEvaluator.truth(try evaluate(part, context)) {
            case stop?: return [PathNode(stop)]
            case nil: isKnown = false
            default: break
            }
        }
        return isKnown ? [PathNode(!stop)] : []
    }

    /// A list of one as a truth value: anything but a boolean is true by being there.
    static func truth(_ nodes: [PathNode]) -> Bool? {
        guard let first = nodes.first else { return nil }
        return nodes.count == 1 ? first.value.bool ?? true : true
    }

    /// What comparing a value costs, in visits.
    private static func weight(_ value: JSONValue) -> Int {
        switch value {
        case .string(let text): text.utf8.count / 64
        case .number(let number): number.text.utf8.count / 64
        case .array(let items): items.reduce(1) { $0 + weight($1) }
        case .object(let object): object.members.reduce(1) { $0 + weight($1.value) }
        case .null, .bool: 0
        }
    }

    private static func areEqual(_ left: [PathNode], _ right: [PathNode]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { left, right in
            if case .number(let left) = left.value, case .number(let right) = right.value {
                return ExactDecimal(left.text).map { $0 == ExactDecimal(right.text) } ?? (left == right)
            }
            return left.value == right.value
        }
    }
}

extension PathStep {
    /// Whether the step says something of an empty list too.
    fileprivate var asksEmpty: Bool {
        switch self {
        case .exists, .isEmpty, .hasExtension: true
        default: false
        }
    }
}
