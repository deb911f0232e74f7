import Foundation
import Testing

@Suite("The project speaks of itself alone")
struct PathTests {
    /// Written in pieces, so that this file does not hold what it looks for.
    private static let machinePaths = ["/wo" + "rk/", "/tm" + "p/dev"]
    private static let registryHosts = [
        ["pypi", "org"], ["files", "pythonhosted", "org"], ["registry", "npmjs", "org"], ["proxy", "golang", "org"],
        ["crates", "io"], ["index", "crates", "io"], ["rubygems", "org"], ["repo1", "maven", "org"], ["ghcr", "io"],
        ["docker", "io"], ["deb", "debian", "org"],
    ].map { $0.joined(separator: ".") }

    private static func places(of texts: [String], reason: String) -> [Finding] {
        Tree.files.filter { file in texts.contains(where: file.holds) }.flatMap { file in
            file.lines.enumerated().compactMap { index, line in
                texts.first { line.contains($0) }.map {
                    Finding(file: file.path, line: index + 1, what: $0, reason: reason)
                }
            }
        }
    }

    @Test("No path of one machine")
    func machines() {
        let findings = PathTests.places(of: PathTests.machinePaths, reason: "exists on no other machine")
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("No host of a package registry")
    func registries() {
        let reason = "where packages come from is the business of whoever builds"
        let findings = PathTests.places(of: PathTests.registryHosts, reason: reason)
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }

    @Test("Every page that is named exists")
    func pages() throws {
        let root = try #require(Tree.root)
        let page = try Regex("docs/[A-Za-z0-9/_-]+(\\.[a-z]+)+")
        var findings: [Finding] = []
        for file in Tree.files where file.holds("docs/") {
            for (index, line) in file.lines.enumerated() where line.contains("docs/") {
                for path in line.matches(of: page).map({ String(line[$0.range]) }) {
                    if FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path) { continue }
                    findings.append(Finding(file: file.path, line: index + 1, what: path, reason: "no such page"))
                }
            }
        }
        #expect(findings.isEmpty, "\(Finding.report(findings))")
    }
}
