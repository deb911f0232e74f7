import Foundation
import Testing

@testable import Detection

/// Rules made to cost time or memory, or to stop the reader.
@Suite struct HostileRulesTests {
    @Test func `what costs too much is refused with its cost`() {
        let list = { (count: Int) in "[" + (0..<count).map { "v\($0)" }.joined(separator: ",") + "]" }
        let cases: [(String, String)] = [
            (String(repeating: "#", count: (1 << 20) + 1), "bytes: 1048577, and the limit is 1048576"),
            (SigmaSupport.rule("a: {x: \(list(10_001))}\ncondition: a"), "values in a list: 10001"),
            (
                SigmaSupport.rule("a: {x: '\(String(repeating: "a", count: 40_000))'}\ncondition: a"),
                "bytes of a value: 40000"
            ),
            (
                SigmaSupport.rule("a: {x|re: '\(String(repeating: "a", count: 5_000))'}\ncondition: a"),
                "bytes of a regular expression: 5000"
            ),
            (
                SigmaSupport.rule(
                    "a: \(String(repeating: "[", count: 30))x\(String(repeating: "]", count: 30))\ncondition: a"),
                "nesting: 17"
            ),
            (String(repeating: "---\ntitle: x\n", count: 1_001), "documents: 1001"),
            (
                SigmaSupport.rule(
                    "a: {x|windash|contains: [\((0..<900).map { "'-a -b -c\($0)'" }.joined(separator: ","))]}\ncondition: a"
                ), "tests of one rule"
            ),
            ("x|" + String(repeating: "cased|", count: 20), "modifiers: 20"),
        ]
        for (text, words) in cases {
            let text = text.hasPrefix("x|") ? SigmaSupport.rule("a: {\(text)cased: v}\ncondition: a") : text
            let errors = SigmaSupport.errors(text)
            #expect(
                errors.contains { $0.problem.contains(words) || $0.problem.contains("modifiers: 21") },
                "\(words): \(errors.first?.problem ?? "accepted")")
        }
    }

    @Test func `nesting that would exhaust a stack is an error`() {
        for open in ["[", "{a: ", "- ", "? ", "[{"] {
            for count in [500, 5_000, 100_000] {
                #expect(!SigmaSupport.errors("title: x\na:\n  " + String(repeating: open, count: count)).isEmpty)
            }
        }
        let stairs = (0..<900).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(!SigmaSupport.errors(stairs).isEmpty)
    }

    @Test func `aliases that make a vast tree are refused, also as keys`() {
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            bomb += "a\(level): &a\(level) [" + (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ",") + "]\n"
        }
        #expect(SigmaSupport.errors("title: x\n" + bomb).first?.problem.contains("aliases written out: 200001") == true)
        #expect(SigmaSupport.errors("title: x\n" + bomb + "? *a9\n: 1\n").first?.problem.contains("aliases: ") == true)
        #expect(SigmaSupport.errors("title: x\n" + bomb + "*a9 : 1\n").first?.problem.contains("aliases: ") == true)
        #expect(!SigmaSupport.errors("a: &a [*a]\n").isEmpty)
        #expect(!SigmaSupport.errors("? [a, b]\n: 1\n").isEmpty)
    }

    @Test func `odd texts are errors or rules, and never a stop`() {
        let texts = [
            "", "\u{0}", "\u{FEFF}title: x", "%YAML 1.3\n---\na", "--- !!binary aa\n", "!!str &a *a", "a: !<x> y",
            "\"\\uD800\"", "\"\\x", "'", "|\n\t", "key: [", ": :", "? ", "-", "---\n...\n---",
            "title: \"\\0\"\n", "{? : }", "title: ~\n", "<<: *x", "<<: {a: b}\ntitle: c", "a: &x\n<<: *x",
        ]
        for text in texts { _ = SigmaSupport.errors(text) }
        for key in ["", "|", "||", "|all|", "x|", "x||contains", "x|contains|", "\u{301}|all"] {
            _ = SigmaSupport.errors(SigmaSupport.rule("a: {'\(key)': v}\ncondition: a"))
        }
        #expect(
            SigmaSupport.errors(SigmaSupport.rule("a: {'x|': v}\ncondition: a")).first?.problem
                == "there is no modifier ``")
    }

    @Test(.enabled(if: SigmaSupport.hasData, "the public rules are not beside the repository"))
    func `mutations of public rules are read or refused`() throws {
        let files = SigmaSupport.files("rules", ending: ".yml")
        var random = Steps(state: 0x5167_6D61)
        let pieces = [
            "|re", "|base64offset", "|windash", "|expand", "|cidr", "*", "\\", "%x%", "&a ", "*a", "[", "]", "{", "}",
            "---\n", "null", "- ", ": ", "condition: ", "1 of ",
            " not ", "(", "\u{0}", "é", "'", "\"", "correlation:\n", "filter:\n", "    ", "\n", "9999999999999999999",
            "|lt", "timeframe", "~",
        ]
        var (refused, accepted) = (0, 0)
        let count = FullRuns.size(5_000, byDefault: 1_000)
        for _ in 0..<count {
            let file = files[Int(random.next() % UInt64(files.count))]
            var bytes = Array(try Data(contentsOf: file).prefix(6_000))
            for _ in 0...(random.next() % 6) { mutate(&bytes, &random, pieces) }
            let errors = SigmaSupport.errors(String(decoding: bytes, as: UTF8.self))
            if errors.isEmpty { accepted += 1 } else { refused += 1 }
            #expect(errors.allSatisfy { $0.place.line > 0 && !$0.description.contains("\n") })
        }
        print("mutated rules: \(accepted) read, \(refused) refused")
        #expect(refused > count / 10 && accepted > count / 50)
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout Steps, _ pieces: [String]) {
        guard !bytes.isEmpty else { return }
        let place = Int(random.next() % UInt64(bytes.count))
        let end = min(bytes.count, place + Int(random.next() % 40))
        switch random.next() % 5 {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int(random.next() % UInt64(bytes.count)))
        case 2: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        default: bytes.insert(contentsOf: Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8), at: place)
        }
    }

    /// Numbers that are the same in every run (xorshift64*).
    private struct Steps {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return (state &* 0x2545_F491_4F6C_DD1D) >> 16
        }
    }
}
