import Foundation

/// One change to one file, which can be undone.
struct Tampering {
    /// The file, relative to the directory.
    let file: String
    private let change: ([UInt8]) -> [UInt8]

    private init(_ file: String, _ change: @escaping ([UInt8]) -> [UInt8]) {
        self.file = file
        self.change = change
    }

    /// Flips one bit of the byte that stands at a fraction of the file.
    static func flip(_ file: String, at fraction: Double, bit: UInt8) -> Tampering {
        Tampering(file) { bytes in
            var bytes = bytes
            let index = min(bytes.count - 1, Int((Double(bytes.count) * fraction).rounded()))
            if bytes.indices.contains(index) { bytes[index] ^= 1 << bit }
            return bytes
        }
    }

    /// Cuts the file's second half off.
    static func cut(_ file: String) -> Tampering { Tampering(file) { Array($0.prefix($0.count / 2)) } }

    /// Swaps the first two entries of a bundle that differ (C2SP tlog-tiles: big-endian lengths of two bytes).
    static func swap(_ file: String) -> Tampering {
        Tampering(file) { bytes in
            var entries: [[UInt8]] = []
            var place = 0
            while place + 2 <= bytes.count {
                let end = min(bytes.count, place + 2 + Int(bytes[place]) << 8 + Int(bytes[place + 1]))
                entries.append(Array(bytes[place..<end]))
                place = end
            }
            if entries.count > 1 { entries.swapAt(0, 1) }
            return Array(entries.joined())
        }
    }

    /// Does it in `directory`, runs `body`, undoes it.
    func run<R>(in directory: String, _ body: () throws -> R) throws -> R {
        let path = directory + "/" + file
        let good = try Files.read(path)
        try Files.write(change(good), path)
        let result = Result { try body() }
        try Files.write(good, path)
        return try result.get()
    }
}
