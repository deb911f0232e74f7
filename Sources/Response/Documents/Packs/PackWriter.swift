import Foundation
import Vocabulary

/// Makes the packs of many practices in one go: for each a folder by the practice's id with its documents as PDF, the
/// form's JSON and a manifest.
///
/// A pack is made as `ID.part` and renamed when it is whole. Run again, it keeps packs that are whole and of the same
/// input, and makes the others anew. One practice that fails stops no other.
public struct PackWriter: Sendable {
    private let renderer: DocumentRenderer
    private let printer: PDFPrinter
    private let sha256: @Sendable ([UInt8]) -> String

    /// A writer.
    /// - Parameter sha256: SHA-256 of bytes, in 64 hexadecimal digits.
    public init(
        renderer: DocumentRenderer, printer: PDFPrinter, sha256: @escaping @Sendable ([UInt8]) -> String
    ) {
        (self.renderer, self.printer, self.sha256) = (renderer, printer, sha256)
    }

    /// Makes the packs.
    /// - Parameters:
    ///   - cases: One a practice, of one language; a practice with two cases fails: which is right is for a person to say.
    ///   - folder: Where the packs lie; made if it is not there.
    ///   - progress: Called after each practice, from one task.
    /// - Returns: The practices that failed, by id, with their errors.
    /// - Throws: `CancellationError`; what is whole by then stays.
    public func write(
        _ cases: [CaseFacts], into folder: String, progress: (PackProgress) -> Void = { _ in }
    ) async throws -> [PracticeID: any Error] {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var failures: [PracticeID: any Error] = [:]
        var seen: Set<PracticeID> = []
        let repeated = Set(cases.map(\.scope.practice).filter { !seen.insert($0).inserted })
        var done = 0
        try await withThrowingTaskGroup(of: (PracticeID, PackProgress.Outcome).self) { group in
            for index in cases.indices {
                let facts = cases[index]
                let practice = facts.scope.practice
                group.addTask {
                    if repeated.contains(practice) { return (practice, .failed(PackError.samePractice)) }
                    return await (practice, outcome(of: facts, into: folder))
                }
                let isLast = index == cases.count - 1
                while index - done >= printer.workers || isLast, let (practice, outcome) = try await group.next() {
                    try Task.checkCancellation()
                    if case .failed(let error) = outcome { failures[practice] = error }
                    done += 1
                    progress(PackProgress(practice: practice, outcome: outcome, done: done, total: cases.count))
                }
            }
        }
        return failures
    }

    private func outcome(of facts: CaseFacts, into folder: String) async -> PackProgress.Outcome {
        let pack = Pack(facts, by: renderer)
        let final = folder + "/" + facts.scope.practice.description
        let input = sha256(pack.input)
        do {
            if isWhole(final, input: input) { return .kept }
            try await make(pack, input: input, at: final)
            return .made
        } catch {
            try? FileManager.default.removeItem(atPath: final + ".part")
            return .failed(error)
        }
    }

    /// Whether a pack is there, of this input, with every file as its manifest says.
    private func isWhole(_ folder: String, input: String) -> Bool {
        guard let manifest = PackManifest(in: folder), manifest.input == input else { return false }
        return manifest.files.allSatisfy { file in
            let data = FileManager.default.contents(atPath: folder + "/" + file.name)
            return data.map { sha256(Array($0)) == file.sha256 } ?? false
        }
    }

    private func make(_ pack: Pack, input: String, at final: String) async throws {
        let (manager, part) = (FileManager.default, final + ".part")
        try? manager.removeItem(atPath: part)
        try manager.createDirectory(
            atPath: part, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        var files: [PackManifest.File] = []
        for (kind, html) in pack.documents {
            try Task.checkCancellation()
            let name = kind.rawValue + ".pdf"
            try await printer.write(html, to: part + "/" + name)
            guard let data = manager.contents(atPath: part + "/" + name) else { throw PrintError.file }
            files.append(.init(name: name, bytes: Int64(data.count), sha256: sha256(Array(data))))
        }
        try PackWriter.write(pack.form, to: part + "/" + Pack.formName)
        files.append(.init(name: Pack.formName, bytes: Int64(pack.form.count), sha256: sha256(pack.form)))
        let manifest = PackManifest(
            practice: pack.facts.scope.practice.description, incident: pack.facts.incident.id, input: input,
            files: files)
        try PackWriter.write(manifest.json.bytes + [UInt8(ascii: "\n")], to: part + "/" + PackManifest.name)
        try PackWriter.replace(final, with: part)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw PrintError.file }
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(bytes))
        try handle.synchronize()
    }

    /// Puts the new pack in the place of an older one, which goes aside first: a crash leaves one of the two whole.
    private static func replace(_ final: String, with part: String) throws {
        let (manager, old) = (FileManager.default, final + ".old")
        try? manager.removeItem(atPath: old)
        if manager.fileExists(atPath: final) { try manager.moveItem(atPath: final, toPath: old) }
        try manager.moveItem(atPath: part, toPath: final)
        try? manager.removeItem(atPath: old)
    }
}
