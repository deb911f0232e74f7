/// Stub.
public struct FieldMapper: Sendable { 
    init(_ m: FieldMapping) {} 
    mutating func apply(to event: inout Event) {} }
