import Testing
import Vocabulary

@testable import Response

@Suite("A list of letters")
struct LetterListTests {
    private static let subjects = [SubjectID.random(), .random()]

    private static func list(_ lines: [String]) throws -> LetterList {
        try LetterList(reading: Array((["subject,tiers,code"] + lines).joined(separator: "\n").utf8))
    }

    @Test("Each subject has its code")
    func reading() throws {
        let list = try Self.list([
            "\(Self.subjects[0]),identity contact,7KQ4-M2XH-9TBR", "\(Self.subjects[1]),medical,ABCD-EFGH-2345", "",
        ])
        #expect(list.codes == [Self.subjects[0]: "7KQ4-M2XH-9TBR", Self.subjects[1]: "ABCD-EFGH-2345"])
    }

    @Test(
        "A code that is none, and that may not name a file, is refused",
        arguments: [
            "", "../../../../abcd", "7KQ4-M2XH", "7KQ4-M2XH-9TB1", "7kq4-m2xh-9tbr", "7KQ4-M2XH-9TBRR",
            "7KQ4M2XH9TBR--",
            "7KQ4-M2XH-9TB\u{E9}",
        ])
    func codes(code: String) {
        #expect(throws: ScopeError("line 2", "is no subject with tiers and a code")) {
            try Self.list(["\(Self.subjects[0]),identity,\(code)"])
        }
    }

    @Test("What stands there twice, and what is no list, is refused with its line")
    func damage() {
        let line = "\(Self.subjects[0]),identity,7KQ4-M2XH-9TBR"
        let twice = ScopeError("line 3", "has a subject or code that stands there twice")
        #expect(throws: twice) { try Self.list([line, "\(Self.subjects[0]),identity,ABCD-EFGH-2345"]) }
        #expect(throws: twice) { try Self.list([line, "\(Self.subjects[1]),identity,7KQ4-M2XH-9TBR"]) }
        #expect(throws: ScopeError.self) { try Self.list(["7,identity,7KQ4-M2XH-9TBR"]) }
        #expect(throws: ScopeError.self) { try Self.list([line + ",more"]) }
        #expect(throws: ScopeError("the list", "is no list of letters")) { try LetterList(reading: Array(line.utf8)) }
        #expect(throws: ScopeError("the list", "is no list of letters")) { try LetterList(reading: []) }
    }
}
