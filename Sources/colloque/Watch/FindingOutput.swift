import ArgumentParser
import Detection
import Foundation
import JSONTree
import Vocabulary

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
    case ndjson, ocsf, ecs, cef
}

/// Prints findings, one a line.
struct FindingOutput {
    private let format: FindingFormat
    private let handle: FileHandle

    /// Prints to a file, to which is added, or to standard output.
    init(_ format: FindingFormat, path: String?) throws {
        self.format = format
        guard let path else {
            handle = .standardOutput
            return
        }
        let isThere =
            FileManager.default.fileExists(atPath: path)
            || FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isThere, let file = FileHandle(forWritingAtPath: path) else {
            throw Failure.refused("cannot write \(path)")
        }
        try file.seekToEnd()
        handle = file
    }

    func write(_ finding: Finding) throws {
        let bytes: [UInt8] =
            switch format {
            case .ndjson: FindingLine.write(finding)
            case .ocsf: OCSFFinding().line(finding, finding.update == 0 ? .create : .update)
            case .ecs: ECSFinding().line(finding)
            case .cef: Array((CEFRecord().text(finding) + "\n").utf8)
            }
        try handle.write(contentsOf: bytes)
    }
}
