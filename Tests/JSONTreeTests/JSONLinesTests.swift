import JSONTree
import Testing

@Suite struct JSONLinesTests {
    private static func lines(_ text: String, maximum: Int = 100) throws -> [String] {
        let bytes = Array(text.utf8)
        var lines = JSONLines(maximumLineBytes: maximum)
        var found: [String] = []
        while let line = try lines.next(in: bytes.span) {
            found.append("\(line.number):" + String(decoding: bytes[line.range], as: UTF8.self))
        }
        return found
    }

    @Test func linesAreNumberedAndBlankOnesSkipped() throws {
        #expect(try Self.lines("1\n2\n") == ["1:1", "2:2"])
        #expect(try Self.lines("1\r\n\r\n \t \n\n{}") == ["1:1", "5:{}"])
        #expect(try Self.lines("\n\n 7 \n") == ["3: 7 "])
        #expect(try Self.lines("") == [])
        #expect(try Self.lines("\n \n\r") == [])
        #expect(try Self.lines("a\r") == ["1:a\r"])
    }

    @Test func aLineTooLongIsRefusedAndPassed() throws {
        let bytes = Array("1\n[2,3]\r\n44444\n666666\n\n7".utf8)
        var lines = JSONLines(maximumLineBytes: 5)
        #expect(try lines.next(in: bytes.span)?.range == 0..<1)
        #expect(try lines.next(in: bytes.span)?.range == 2..<7)
        #expect(try lines.next(in: bytes.span)?.number == 3)
        do throws(JSONError) {
            _ = try lines.next(in: bytes.span)
            Issue.record("a line of 6 bytes passed")
        } catch {
            #expect(error.code == .lineTooLong)
            #expect(error.offset == 15)
        }
        #expect(try lines.next(in: bytes.span)?.number == 6)
        #expect(try lines.next(in: bytes.span) == nil)
        #expect(try lines.next(in: bytes.span) == nil)
    }

    @Test func aShorterBufferEndsTheWalk() throws {
        let bytes = Array("1\n2\n3\n".utf8)
        var lines = JSONLines()
        _ = try lines.next(in: bytes.span)
        let shorter: [UInt8] = []
        #expect(try lines.next(in: shorter.span) == nil)
    }
}
