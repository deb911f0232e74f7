import Foundation

/// Programs that some tests need; without them those tests are skipped, and say so.
enum Programs {
    static let python = "/usr/bin/python3"
    static let hasWeasyPrint = run(python, ["-c", "import weasyprint"]) != nil
    static let hasTextOfPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    /// The text of each page of a PDF.
    static func pages(of pdf: String) -> [String] {
        let text = run("/usr/bin/pdftotext", ["-layout", pdf, "-"]) ?? ""
        return text.split(separator: "\u{C}", omittingEmptySubsequences: true).map(String.init)
    }

    /// What a program prints; nil when it cannot run or fails.
    private static func run(_ program: String, _ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
