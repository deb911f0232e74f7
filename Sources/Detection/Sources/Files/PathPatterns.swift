#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Paths and patterns of the shell (`/var/log/nginx/*.log`), and the files they lead to now.
struct PathPatterns {
    /// A file that was found.
    struct Found {
        let path: String
        let status: FileStatus
        /// Whether it is a path that was asked for, and not one that rotation may have moved such a file to.
        let isAsked: Bool
    }

    private static let limit = 65_536
    let patterns: [String]

    /// The files, those changed longest ago first; of those changed at once, the shorter names, and then by name.
    func files(movedFrom paths: Set<String>) -> [Found] {
        var seen: Set<String> = []
        var found: [Found] = []
        for path in patterns.flatMap(PathPatterns.expand)
        where seen.insert(path).inserted && found.count < PathPatterns.limit {
            if let status = FileStatus(path: path) { found.append(Found(path: path, status: status, isAsked: true)) }
        }
        for path in paths.flatMap(PathPatterns.moved)
        where seen.insert(path).inserted && found.count < PathPatterns.limit {
            if let status = FileStatus(path: path) { found.append(Found(path: path, status: status, isAsked: false)) }
        }
        return found.sorted {
            ($0.status.modified[0], $0.status.modified[1], $0.path.utf8.count, $0.path)
                < ($1.status.modified[0], $1.status.modified[1], $1.path.utf8.count, $1.path)
        }
    }

    /// What logrotate makes of a path: `path.1`, `path.2.gz`, `path-20250101`.
    private static func moved(_ path: String) -> [String] {
        let escaped = path.reduce(into: "") { $0 += "*?[\\".contains($1) ? "\\\($1)" : "\($1)" }
        return expand(escaped + "[.-]*").filter { !$0.hasSuffix(".new") }
    }

    private static func expand(_ pattern: String) -> [String] {
        var result = unsafe glob_t()
        defer { unsafe globfree(&result) }
        guard unsafe glob(pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
        return (0..<min(Int(unsafe result.gl_pathc), limit)).compactMap { place in
            unsafe result.gl_pathv[place].map { unsafe String(cString: $0) }
        }
    }
}
