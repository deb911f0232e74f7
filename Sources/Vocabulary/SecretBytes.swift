/// Bytes that wipe themselves when the last holder lets go, that never print, and that compare in constant time.
@safe public final class SecretBytes: Sendable {
    // Written only in `init` and `deinit`, so sharing it between tasks is safe; the compiler cannot see that of a pointer.
    @usableFromInline nonisolated(unsafe) let buffer: UnsafeMutableRawBufferPointer

    /// Copies the bytes. Whoever made them wipes their own copy.
    @inlinable
    public init(_ bytes: some Collection<UInt8>) {
        unsafe buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        unsafe buffer.copyBytes(from: bytes)
    }

    /// Lets `fill` write `count` bytes, all zero before.
    public init(count: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
        unsafe buffer = memory
        try unsafe fill(memory)
    }

    /// Draws `count` bytes from the system's generator.
    public static func random(count: Int) -> SecretBytes {
        unsafe SecretBytes(count: count) { memory in
            var generator = SystemRandomNumberGenerator()
            for index in memory.indices { unsafe memory[index] = UInt8.random(in: 0...255, using: &generator) }
        }
    }

    deinit {
        unsafe wipe(buffer)
        unsafe buffer.deallocate()
    }

    /// How many bytes.
    @inlinable
    public var count: Int { unsafe buffer.count }

    /// Lends the bytes; they must not outlive the closure.
    @inlinable
    public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try unsafe body(UnsafeRawBufferPointer(buffer))
    }

    /// Compares in time that depends on the lengths only.
    @inlinable
    public func equals(_ other: some Collection<UInt8>) -> Bool {
        guard other.count == count else { return false }
        var difference: UInt8 = 0
        for (index, byte) in other.enumerated() { unsafe difference |= buffer[index] ^ byte }
        return difference == 0
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the bytes.
    public var description: String { "SecretBytes(\(count))" }
    /// Never the bytes.
    public var debugDescription: String { description }
    /// Shows no children, so that `dump` prints nothing.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}

/// Overwrites memory through an opaque call that the optimizer may not drop.
@inline(never)
public func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    for index in memory.indices { unsafe memory[index] = 0 }
    unsafe withExtendedLifetime(memory) {}
}
