import Foundation

/// The package's own files.
enum Tree {
    /// The folder that holds Package.swift, found upwards from this file.
    static let root: URL? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let manifest = folder.appendingPathComponent("Package.swift").path
            if FileManager.default.fileExists(atPath: manifest) { return folder }
        }
        return nil
    }()

    /// What is built, fetched or made by running, and so not ours to judge.
    private static let skipped: Set = [".git", "Package.resolved", "demo-data", "__pycache__", ".venv", "node_modules"]

    /// Every text file, by path; read once.
    static let files: [SourceFile] =
        root.map { root in paths(in: root).sorted().compactMap { read($0, in: root) } } ?? []

    /// The Swift files of `Sources`.
    static let sources = files.filter { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift") }

    /// The Swift files of `Tests`.
    static let tests = files.filter { $0.path.hasPrefix("Tests/") && $0.path.hasSuffix(".swift") }

    private static func read(_ path: String, in root: URL) -> SourceFile? {
        guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path),
            let text = String(validating: data, as: UTF8.self)
        else { return nil }
        return SourceFile(path: path, text: text)
    }

    private static func paths(in root: URL) -> [String] {
        let manager = FileManager.default
        var folders = [""]
        var found: [String] = []
        while let folder = folders.popLast() {
            for name in (try? manager.contentsOfDirectory(atPath: root.path + "/" + folder)) ?? [] {
                if skipped.contains(name) || name.hasPrefix(".build") { continue }
                let path = folder.isEmpty ? name : folder + "/" + name
                var isFolder: ObjCBool = false
                guard unsafe manager.fileExists(atPath: root.path + "/" + path, isDirectory: &isFolder) else {
                    continue
                }
                if isFolder.boolValue { folders.append(path) } else { found.append(path) }
            }
        }
        return found
    }
}
