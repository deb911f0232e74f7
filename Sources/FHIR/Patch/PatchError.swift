/// Why a patch was refused: which operation, and the reason; never a value.
public struct PatchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: String, Error, Sendable {
        /// The patch is no list.
        case notAList
        /// More operations than ``PatchLimits/maximumOperations``.
        case tooManyOperations
        /// An operation that is no object, or whose `op`, `path` or `from` is no string.
        case notAnOperation
        /// An `op` that RFC 6902 does not name.
        case unknownOperation
        /// No `value` where one is needed.
        case missingValue
        /// A pointer that RFC 6901 does not allow.
        case invalidPointer
        /// A pointer longer than ``PatchLimits/maximumPointerBytes``.
        case pointerTooLong
        /// A pointer, or what an operation makes, deeper than ``PatchLimits/maximumDepth``.
        case tooDeep
        /// The place, or what should hold it, is not there.
        case noTarget
        /// An array's index that is no number, or has a leading zero.
        case invalidIndex
        /// A `test` that failed.
        case testFailed
        /// A value moved into itself.
        case movedIntoItself
        /// The whole document removed.
        case rootRemoved
        /// The operations write more than ``PatchLimits/maximumBytes``.
        case tooLarge
    }

    /// The operation, counted from 0; nil when it is the patch as a whole.
    public let operation: Int?
    /// What was wrong.
    public let reason: Reason

    init(_ reason: Reason, operation: Int? = nil) {
        self.operation = operation
        self.reason = reason
    }

    /// Reason and operation.
    public var description: String { reason.rawValue + (operation.map { " in operation \($0)" } ?? "") }
}
