/// How far a file was read: what the state file says of it.
struct FileMark: Hashable, Sendable {
    /// The first path it was found under.
    var path: String
    var device: UInt64
    var inode: UInt64
    /// SHA-256 of its first ``headLength`` unpacked bytes, at most ``FileMark/headLimit``: by which it is known under
    /// another name, or packed.
    var head: [UInt8] = []
    var headLength = 0
    /// Where the oldest line begins of which the reader holds something: read again after a restart, without giving out
    /// events.
    var from: Int64 = 0
    /// Before which everything is done.
    var offset: Int64 = 0
    /// Lines before ``from``.
    var line = 0
    /// Events of the line at ``offset`` that are done.
    var events = 0

    static let headLimit = 1_024

    /// Whether both were made of one file when its head was the same.
    func isSameFile(as other: FileMark) -> Bool {
        head == other.head && headLength == other.headLength
            && (headLength > 0 || (device == other.device && inode == other.inode))
    }
}
