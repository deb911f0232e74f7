/// The message of a `cosignature/v1` (C2SP tlog-cosignature).
enum Cosignature {
    static func message(time: UInt64, text: [UInt8]) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n".utf8) + text }
}
