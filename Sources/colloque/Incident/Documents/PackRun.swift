import Crypto
import Foundation
import JSONTree
import Ledger
import Response
import Synchronization
import Vocabulary

/// From a scope to the papers on disk: certificates, packs, codes of letters, and the formats of security teams.
struct PackRun {
    let out: String
    let ledger: String
    let verifier: NoteVerifier
    let progress: (String) -> Void

    /// What there is in the end.
    struct Made {
        var certificates = 0
        var packs = 0
        var failures: [PracticeID: any Error] = [:]
        var certificateBytes: [Int] = []
    }

    /// Makes everything that is not there yet, whole and of the same input.
    func run(_ result: ScopeResult, _ maker: CaseMaker, templates: String?, now: Timestamp) async throws -> Made {
        let renderer = try PackRun.renderer(templates)
        // What is wrong in the case is said before anything is made.
        _ = try maker.cases(result, certificates: [:], now: now)
        var made = Made()
        let certificates = try certificates(result, &made)
        progress("\(made.certificates) certificates")
        let cases = try maker.cases(result, certificates: certificates, now: now)
        try letters(result)
        let writer = PackWriter(renderer: renderer, printer: PDFPrinter()) { bytes in
            Array(SHA256.hash(data: bytes)).hexadecimal
        }
        let (step, total) = (max(1, cases.count / 20), cases.count)
        let failed = try await writer.write(cases, into: out + "/packs") { now in
            if now.done % step == 0 || now.done == total { progress("\(now.done) of \(total) packs") }
        }
        made.packs = cases.count - failed.count
        made.failures.merge(failed) { $1 }
        return made
    }

    static func renderer(_ templates: String?) throws -> DocumentRenderer {
        do throws(TemplateError) { return try DocumentRenderer(ownTemplates: templates) } catch {
            throw Failure.refused("templates: \(error)")
        }
    }

    private func certificates(_ result: ScopeResult, _ made: inout Made) throws -> [PracticeID: CertificateFacts] {
        let folder = out + "/certificates"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let origin = result.checkpoint.checkpoint.origin
        let found = Mutex<[PracticeID: (facts: CertificateFacts, bytes: Int)]>([:])
        do {
            let maker = try CertificateMaker(result, directory: ledger, verifier: verifier)
            made.failures = try maker.make(result.practices.map(\.practice)) { certificate, verdict in
                let bytes = try certificate.encoded(verdict)
                let name = "\(certificate.practice).json"
                try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
                let facts = CertificateFacts(
                    file: name, sha256: Array(SHA256.hash(data: bytes)).hexadecimal, origin: origin,
                    first: Int64(clamping: certificate.firstPlace), last: Int64(clamping: certificate.lastPlace))
                found.withLock { $0[certificate.practice] = (facts, bytes.count) }
            }
        } catch let error as ScopeError { throw Failure.refused("no certificates: \(error)") }
        let all = found.withLock { $0 }
        (made.certificates, made.certificateBytes) = (all.count, all.values.map(\.bytes).sorted())
        return all.mapValues(\.facts)
    }

    /// For each practice, a code for each person's letter: what the practice answers by when a patient asks whether a
    /// letter is true. Names are added on the practice's side.
    private func letters(_ result: ScopeResult) throws {
        let folder = out + "/letters"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for practice in result.practices {
            let path = "\(folder)/\(practice.practice).csv"
            // Codes that were given stay: letters with them may be on their way.
            guard !FileManager.default.fileExists(atPath: path) else { continue }
            var text = "subject,tiers,code\n"
            for (subject, tiers) in result.subjects(of: practice.practice).sorted(by: { $0.key < $1.key }) {
                text += "\(subject),\(tiers.words.replacing(",", with: " ")),\(LetterCode.draw())\n"
            }
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
    }
}
