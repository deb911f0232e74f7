import Foundation
import Testing

@testable import Response

@Suite(
    "PDF by WeasyPrint", .enabled(if: Programs.hasWeasyPrint, "the package weasyprint is not installed"))
struct PDFPrinterTests {
    @Test("The sentence is on every page", .enabled(if: Programs.hasTextOfPDF, "pdftotext is not installed"))
    func everyPage() async throws {
        let (folder, printer) = (try TestFolder(), PDFPrinter(workers: 2))
        defer { printer.close() }
        let renderer = try DocumentRenderer()
        for kind in DocumentKind.allCases {
            let pdf = folder.path + "/\(kind.rawValue).pdf"
            let count = try await printer.write(renderer.html(kind, of: .example(.french)), to: pdf)
            let pages = Programs.pages(of: pdf)
            #expect(pages.count == count)
            for (index, page) in pages.enumerated() {
                #expect(page.contains("ont pu être vérifiées"), "\(kind) page \(index + 1)")
                #expect(page.replacing(" ", with: "").contains("\(index + 1)/\(count)"), "\(kind) page \(index + 1)")
            }
        }
        #expect(folder.files.allSatisfy { $0.hasSuffix(".pdf") })
    }

    @Test("A worker that dies is replaced, and this process lives")
    func death() async throws {
        let (folder, printer) = (try TestFolder(), PDFPrinter(workers: 1))
        defer { printer.close() }
        try await printer.write("<p>a</p>", to: folder.path + "/a.pdf")
        let first = try #require(printer.idleProcesses.first)
        kill(first, SIGKILL)
        #expect(try await printer.write("<p>b</p>", to: folder.path + "/b.pdf") == 1)
        #expect(printer.idleProcesses.first != first)
        #expect(folder.files == ["a.pdf", "b.pdf"])
    }

    @Test("A document that takes too long costs its worker only")
    func time() async throws {
        let (folder, printer) = (try TestFolder(), PDFPrinter(workers: 1, seconds: 8))
        defer { printer.close() }
        let cells = String(repeating: "<td>mot <b>mot</b></td>", count: 40)
        let long = "<table>" + String(repeating: "<tr>\(cells)</tr>", count: 4000) + "</table>"
        await #expect(throws: PrintError.tooLong) { try await printer.write(long, to: folder.path + "/a.pdf") }
        #expect(folder.files.isEmpty)
        #expect(try await printer.write("<p>b</p>", to: folder.path + "/b.pdf") == 1)
    }

    @Test("Nothing outside the document is read; a picture in it is")
    func fetching() async throws {
        let (folder, printer) = (try TestFolder(), PDFPrinter(workers: 1))
        defer { printer.close() }
        let png = """
            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            """
        let bytes = try #require(Data(base64Encoded: png))
        try bytes.write(to: URL(fileURLWithPath: folder.path + "/p.png"))
        for (source, isRead) in [("file://\(folder.path)/p.png", false), ("data:image/png;base64," + png, true)] {
            let pdf = folder.path + "/a.pdf"
            try await printer.write("<img src=\"\(source)\">", to: pdf)
            let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: pdf)), as: Unicode.ASCII.self)
            #expect(text.contains("/Subtype /Image") == isRead)
        }
    }

    @Test("Where nothing can be written, nothing is; without Python, it says so")
    func errors() async throws {
        let folder = try TestFolder()
        let printer = PDFPrinter(workers: 1)
        await #expect(throws: PrintError.file) { try await printer.write("<p>", to: folder.path + "/none/a.pdf") }
        printer.close()
        await #expect(throws: PrintError.closed) { try await printer.write("<p>", to: folder.path + "/a.pdf") }
        let none = PDFPrinter(workers: 1, python: "/nowhere/python3")
        await #expect(throws: PrintError.noProgram) { try await none.write("<p>", to: folder.path + "/a.pdf") }
        let other = PDFPrinter(workers: 1, python: "/bin/cat")
        await #expect(throws: PrintError.noProgram) { try await other.write("<p>", to: folder.path + "/a.pdf") }
        #expect(folder.files.isEmpty)
    }
}
