/// Stub.
public struct FieldMapping: Sendable { 
    /// Stub.
    public init() {} }
