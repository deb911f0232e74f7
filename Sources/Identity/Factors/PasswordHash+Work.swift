extension PasswordHash {
    /// How much work a guess is.
    public struct Work: Hashable, Sendable {
        /// Memory, in KiB.
        public let memory: UInt32
        /// Passes over the memory.
        public let passes: UInt32
        /// Lanes that can be computed at the same time.
        public let lanes: UInt32

        /// 64 MiB, three passes, one lane: RFC 9106 §4, the second recommended choice, with one lane.
        public static let standard = Work(memory: 65_536, passes: 3, lanes: 1)

        /// Makes it of its parts.
        public init(memory: UInt32, passes: UInt32, lanes: UInt32) {
            (self.memory, self.passes, self.lanes) = (memory, passes, lanes)
        }

        /// At least OWASP's minimum (Password Storage Cheat Sheet: 19 MiB, two passes, one lane), and no more than 256 MiB, ten
        /// passes, four lanes, so that a text that was tampered with cannot use up the machine.
        var isAllowed: Bool {
            (19_456...262_144).contains(memory) && (2...10).contains(passes) && (1...4).contains(lanes)
        }
    }
}
