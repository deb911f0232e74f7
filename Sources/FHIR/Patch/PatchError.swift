/// Why a patch was refused: which operation, and the reason; never a value.
public struct PatchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: String, Error, Sendable {
        /// The patch is no list; or the path of `insert` or `move` leads to anything but one whole list.
        case notAList
        /// The patch is no `Parameters` as R4 has them.
        case notParameters
        /// More operations than ``PatchLimits/maximumOperations``.
        case tooManyOperations
        /// An operation that is no object, or whose `op`, `path` or `from` is no string; one of a FHIRPath Patch that is
        /// called otherwise or has other parts than it may, or one twice.
        case notAnOperation
        /// An `op` that RFC 6902 does not name, or a `type` that R4 does not.
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
        /// An array's index that is no number, has a leading zero or is below 0.
        case invalidIndex
        /// A `test` that failed.
        case testFailed
        /// A value moved into itself.
        case movedIntoItself
        /// The whole document removed.
        case rootRemoved
        /// A path that is not understood, or follows references.
        case invalidPath
        /// Following the paths visits more than ``PatchLimits/maximumVisits`` elements.
        case pathTooMuch
        /// A path that leads to more than one element.
        case severalTargets
        /// A path that leads to nothing that stands somewhere: the resource as a whole, or something computed.
        case noPlace
        /// An element that R4 does not know there.
        case unknownElement
        /// A value of another type than its place has.
        case wrongType
        /// An element that may be there once only and is.
        case alreadyThere
        /// A place of a list that is behind its end.
        case outOfBounds
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
