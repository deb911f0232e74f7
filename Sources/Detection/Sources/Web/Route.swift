/// A path with what looks like an id replaced by `{id}`, so that the same route is one value whoever is asked for.
enum Route {
    /// Numbers, UUIDs, long hexadecimal, and words with several digits are ids; the query is dropped.
    static func general(_ path: String) -> String {
        let path = path.prefix { $0 != "?" && $0 != "#" && $0 != ";" }
        let parts = path.utf8.prefix(2_048).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.map { isID($0) ? "{id}" : String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }

    private static func isID(_ part: Substring.UTF8View.SubSequence) -> Bool {
        guard !part.isEmpty else { return false }
        let digits = part.count(where: \.isDigit)
        if digits == part.count { return true }
        if part.count >= 16, digits >= 4, !part.contains(UInt8(ascii: ".")) { return true }
        return digits >= 4 && digits * 2 >= part.count && !part.contains(UInt8(ascii: "."))
    }
}
