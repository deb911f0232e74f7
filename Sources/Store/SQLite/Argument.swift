import Vocabulary

/// A value for a place of a statement.
enum Argument {
    case integer(Int64)
    case text(String)
    /// 16 bytes: the halves of an id.
    case id(UInt64, UInt64)
    case blob([UInt8])

    /// An id.
    static func id<Kind>(_ id: ID<Kind>) -> Argument { .id(id.high, id.low) }
}
