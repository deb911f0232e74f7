import JSONTree

/// A path to elements of a resource: the part of FHIRPath that R4's search parameters are written in.
///
/// Members (`name.given`, choices without their type: `value`), indexes, `|`, `=`, `!=`, `and`, `or`, `is`, `as`,
/// `where`, `exists`, `empty`, `not`, `first`, `last`, `ofType`, `as(X)`, `is(X)`, `resolve`, `extension('url')`,
/// `hasExtension('url')`, `$this`, `%resource`, strings, numbers and truth values (FHIRPath 2.0; R4, fhirpath). A union
/// keeps repetitions, and `as` takes those of a list that are of the type.
public struct ElementPath: Sendable, Hashable {
    /// Longest text, in bytes.
    public static let maximumLength = 4096
    /// Parentheses inside one another.
    public static let maximumDepth = 12
    /// Elements that following a path may visit, repetitions counted.
    public static let maximumVisits = 200_000

    let expression: PathExpression

    /// Reads a path.
    public init(_ text: String) throws(PathError) {
        var parser = PathParser(tokens: try PathLexer.tokens(text))
        expression = try parser.whole()
    }

    /// The elements of a resource that the path leads to, in document order, each with its ``PathNode/location``.
    /// None where the resource is of no type of R4. Throws `tooMuch` only.
    public func nodes(in resource: JSONValue) throws(PathError) -> [PathNode] {
        var room = ElementPath.maximumVisits
        return try nodes(in: resource, room: &room)
    }

    /// The same, taking what it visits from `room`.
    func nodes(in resource: JSONValue, room: inout Int) throws(PathError) -> [PathNode] {
        guard let root = PathNode(resource: resource) else { return [] }
        var evaluator = PathEvaluator(root: root, isTracking: true, room: room)
        defer { room = evaluator.room }
        return try evaluator.evaluate(expression, root)
    }

    /// The path without its last member, and that member's name; nil for one that ends otherwise.
    var parent: (holder: ElementPath, name: String)? {
        guard case .chain(let head, let steps) = expression, case .member(let name, _)? = steps.last else { return nil }
        return (ElementPath(.chain(head, Array(steps.dropLast()))), name)
    }

    private init(_ expression: PathExpression) { self.expression = expression }

    /// The elements, seen from one of them, without locations; none when following takes too much.
    func values(
        from node: PathNode, root: PathNode, resolve: @escaping (String) -> PathNode? = { _ in nil }
    ) -> [PathNode] {
        var evaluator = PathEvaluator(root: root, isTracking: false, resolve: resolve)
        return (try? evaluator.evaluate(expression, node)) ?? []
    }
}
