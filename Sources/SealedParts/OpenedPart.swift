import Sealing

/// A part that was opened: it exists only if its bytes are authentic under its name.
public struct OpenedPart: Unprintable {
    /// What it is.
    public let name: PartName
    /// The plaintext, of its exact length. It is not wiped: whoever opened it is reading it.
    public let bytes: [UInt8]

    init(name: PartName, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
