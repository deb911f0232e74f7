import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite(
    "Packs of many practices", .enabled(if: Programs.hasWeasyPrint, "the package weasyprint is not installed"))
struct PackWriterTests {
    private let folder: TestFolder
    private let printer = PDFPrinter(workers: 2)
    private let writer: PackWriter

    init() throws {
        folder = try TestFolder()
        // Short templates: what is tested here is files, not pages.
        let templates = try TestFolder()
        for language in DocumentLanguage.allCases {
            for kind in DocumentKind.allCases {
                try templates.write("<p>{{practice.name}}</p>", to: "\(language.rawValue)/\(kind.rawValue).mustache")
            }
        }
        let renderer = try DocumentRenderer(ownTemplates: templates.path)
        writer = PackWriter(renderer: renderer, printer: printer, sha256: Digest.hex)
    }

    static func cases(_ count: Int) -> [CaseFacts] {
        (1...count).map { number in
            var facts = CaseFacts.example(.french)
            let scope = facts.scope
            facts.practice.name = "Cabinet \(number)"
            facts.scope = PracticeScope(
                practice: PracticeID(high: 0x4000, low: UInt64(number)), tiers: scope.tiers, people: scope.people)
            return facts
        }
    }

    private func outcomes(_ cases: [CaseFacts]) async throws -> (made: Int, kept: Int, failed: Int) {
        var (made, kept, failed) = (0, 0, 0)
        _ = try await writer.write(cases, into: folder.path) { progress in
            switch progress.outcome {
            case .made: made += 1
            case .kept: kept += 1
            case .failed: failed += 1
            }
            #expect(progress.total == cases.count && progress.done == made + kept + failed)
        }
        return (made, kept, failed)
    }

    @Test("Each practice gets its own, and a second run keeps them")
    func whole() async throws {
        defer { printer.close() }
        let cases = PackWriterTests.cases(5)
        #expect(try await outcomes(cases) == (5, 0, 0))
        let names = folder.files.filter { $0.hasPrefix(cases[0].scope.practice.description + "/") }
        #expect(
            names.map { $0.split(separator: "/").last.map(String.init) } == [
                "cnil-initial.pdf", "cnil.json", "letter.pdf", "manifest.json", "notice.pdf", "press.pdf", "public.pdf",
                "register.pdf", "technical.pdf",
            ])
        #expect(folder.files.count == 5 * 10)
        #expect(try await outcomes(cases) == (0, 5, 0))
    }

    @Test("After a crash between files, what is not whole is made again and the rest is kept")
    func crash() async throws {
        defer { printer.close() }
        let cases = PackWriterTests.cases(5)
        #expect(try await outcomes(cases) == (5, 0, 0))
        let manager = FileManager.default
        let packs = cases.map { folder.path + "/" + $0.scope.practice.description }
        try manager.moveItem(atPath: packs[0], toPath: packs[0] + ".part")
        try manager.removeItem(atPath: packs[0] + ".part/manifest.json")
        try manager.removeItem(atPath: packs[1] + "/notice.pdf")
        try Data("%PDF".utf8).write(to: URL(fileURLWithPath: packs[2] + "/press.pdf"))
        try manager.moveItem(atPath: packs[3], toPath: packs[3] + ".old")
        #expect(try await outcomes(cases) == (4, 1, 0))
        #expect(folder.files.count == 5 * 10)
        #expect(try await outcomes(cases) == (0, 5, 0))
    }

    @Test("New facts make the pack anew, others stay")
    func changed() async throws {
        defer { printer.close() }
        var cases = PackWriterTests.cases(3)
        #expect(try await outcomes(cases) == (3, 0, 0))
        cases[1].practice.siren = nil
        #expect(try await outcomes(cases) == (1, 2, 0))
        let json = folder.path + "/" + cases[1].scope.practice.description + "/cnil.json"
        let form = try JSONValue(parsing: try Data(contentsOf: URL(fileURLWithPath: json)))
        #expect(form["missing"] == ["controller.siren"])
    }

    @Test("Cancelled on the way, nothing is half there")
    func cancelled() async throws {
        defer { printer.close() }
        let cases = PackWriterTests.cases(6)
        let writer = writer
        let path = folder.path
        await withTaskGroup(of: Void.self) { group in
            let (first, told) = AsyncStream.makeStream(of: Void.self)
            group.addTask { _ = try? await writer.write(cases, into: path) { _ in told.yield(()) } }
            for await _ in first { break }
            group.cancelAll()
        }
        let entries = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(!entries.isEmpty && entries.count < 6 && !entries.contains { $0.hasSuffix(".part") })
        let again = try await outcomes(cases)
        #expect(again.made + again.kept == 6 && again.kept == entries.count)
    }

    @Test("A practice twice is for a person to sort out; the others are made")
    func twice() async throws {
        defer { printer.close() }
        var cases = PackWriterTests.cases(3)
        cases.append(cases[0])
        #expect(try await outcomes(cases) == (2, 0, 2))
    }
}
