/// A value that shows its type and nothing else, whether described, interpolated, reflected or dumped.
public protocol Unprintable: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Unprintable {
    /// The name of the type.
    public var description: String { "\(Self.self)" }
    /// The name of the type.
    public var debugDescription: String { description }
    /// Shows no children.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
