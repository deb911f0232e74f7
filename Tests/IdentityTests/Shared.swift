import Foundation

/// Where the vectors lie that several projects share: beside the package, or in `COLLOQUE_SHARED`.
enum Shared {
    /// The file, or nil when it is not here.
    static func file(_ path: String) -> URL? {
        let places = [ProcessInfo.processInfo.environment["COLLOQUE_SHARED"].map(URL.init(filePath:)), besidePackage]
        let files = places.compactMap { $0?.appending(path: path) }
        return files.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// `../shared`, seen from the folder of this file's package. The manifest may be missing when tests are linked from elsewhere.
    private static var besidePackage: URL? {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let shared = folder.deletingLastPathComponent().appending(path: "shared")
            if folder.lastPathComponent != "Tests", FileManager.default.fileExists(atPath: shared.path) {
                return shared
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
