extension ValueTemplate {
    /// The template itself, and behind it what the path has more, with ids replaced.
    func route(of path: String) -> String {
        let whole = gaps.reduce(String(decoding: start, as: UTF8.self)) {
            $0 + "{\($1.name)}" + String(decoding: $1.behind, as: UTF8.self)
        }
        let count = whole.utf8.count(where: { $0 == UInt8(ascii: "/") })
        let parts = Route.general(path).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > count + 1 else { return whole }
        return ([Substring(whole)] + parts[(count + 1)...]).joined(separator: "/")
    }
}
