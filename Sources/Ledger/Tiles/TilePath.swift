/// The names of tiles and bundles (C2SP tlog-tiles): 256 hashes or entries each, or fewer at the right edge.
public enum TilePath {
    /// The hashes in a full tile, the entries in a full bundle.
    public static let width: UInt64 = 256

    /// The path of a tile; `count` is below 256 for a partial one.
    public static func tile(level: Int, index: UInt64, count: UInt64 = width) -> String {
        "tile/\(level)/\(number(index))\(suffix(count))"
    }

    /// The path of an entry bundle; `count` is below 256 for a partial one.
    public static func bundle(index: UInt64, count: UInt64 = width) -> String {
        "tile/entries/\(number(index))\(suffix(count))"
    }

    /// How many hashes the tile at `level` and `index` holds in a tree of `size`; 0 when it is beyond the tree.
    package static func count(level: Int, index: UInt64, size: UInt64) -> UInt64 {
        let total = level >= 8 ? 0 : size >> UInt64(8 * level)
        let start = index.multipliedReportingOverflow(by: width)
        return start.overflow || start.partialValue >= total ? 0 : min(width, total - start.partialValue)
    }

    /// Three digits an element, all but the last beginning with `x`: 1234067 is `x001/x234/067`.
    private static func number(_ index: UInt64) -> String {
        var text = digits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            text = "x\(digits(rest % 1000))/\(text)"
            rest /= 1000
        }
        return text
    }

    private static func digits(_ value: UInt64) -> String {
        let text = String(value)
        return String(repeating: "0", count: 3 - text.utf8.count) + text
    }

    private static func suffix(_ count: UInt64) -> String { count < width ? ".p/\(count)" : "" }
}
