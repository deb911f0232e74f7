import Foundation

/// Where the vectors lie that several projects share: in `COLLOQUE_SHARED`, or else in `../shared` beside the package.
enum Shared {
    /// The file, or nil when it is not here.
    static func file(_ path: String) -> URL? {
        guard let file = folder?.appending(path: path) else { return nil }
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    private static var folder: URL? {
        if let path = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"] { return URL(filePath: path) }
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            guard folder.path != "/" else { return nil }
            folder.deleteLastPathComponent()
        }
        return folder.deletingLastPathComponent().appending(path: "shared")
    }
}
