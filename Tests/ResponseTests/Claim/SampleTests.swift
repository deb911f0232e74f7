import Testing

@testable import Response

@Suite("A leaked sample is read strictly")
struct SampleTests {
    static func read(_ text: String, _ columns: [SampleColumn: String] = [:]) throws -> Sample {
        try Sample(reading: Array(text.utf8), columns: columns)
    }

    private static func fault(_ bytes: [UInt8], _ columns: [SampleColumn: String] = [:]) -> String {
        do throws(ScopeError) {
            _ = try Sample(reading: bytes, columns: columns)
            return ""
        } catch { return error.description }
    }

    @Test(
        "The three separators, both line ends and a byte order mark",
        arguments: [",", ";", "\t"], ["\n", "\r\n"])
    func tables(separator: String, end: String) throws {
        let lines = [
            "Nom;Prénom;Date de naissance", "Le Goff;\"Anne; Marie\";14/08/1955", "", "\"O\"\"Brien\";;1980-01-02",
        ]
        let text = "\u{FEFF}" + lines.joined(separator: end).replacing(";", with: separator)
        let sample = try SampleTests.read(text)
        #expect(sample.format == .csv)
        #expect(sample.columns == [.family, .given, .birthdate])
        #expect(sample.damaged.isEmpty)
        #expect(sample.rows.map(\.number) == [1, 2])
        #expect(sample.rows.map { $0.values[.family] } == ["Le Goff", "O\"Brien"])
        #expect(sample.rows.map { $0.values[.given] } == ["Anne\(separator) Marie", nil])
        #expect(sample.rows.map(\.birthdate) == ["1955-08-14", "1980-01-02"])
    }

    @Test("Damaged rows are named and nothing of them is used; those around them are")
    func damage() throws {
        let long = String(repeating: "x", count: SampleLimits.valueBytes + 1)
        let rows = [
            "nom,email", "a,a@b", "too,many,fields", "\"closed\"late,c@d", "bare\"quote,e@f", "\(long),g@h",
            "\"\(long)\nm,m@n\",o@p", "line\rend,i@j", "b,b@c", "\"two\nlines\",k@l",
        ]
        let sample = try SampleTests.read(rows.joined(separator: "\n"))
        #expect(sample.damaged == [2, 3, 4, 5, 6, 7])
        #expect(sample.rows.map(\.number) == [1, 8, 9])
        #expect(sample.rows.map { $0.values[.email] } == ["a@b", "b@c", "k@l"])
        #expect(!sample.isCutShort)
    }

    @Test("A quote that is never closed hides the rest, and that is said")
    func openQuote() throws {
        let sample = try SampleTests.read("email\na@b\n\"c@d\ne@f\ng@h\n")
        #expect(sample.rows.map(\.number) == [1])
        #expect(sample.damaged == [2])
        #expect(sample.isCutShort)
    }

    @Test func jsonArraysAndLines() throws {
        let array =
            #" [{"lastName":"Le Goff","dob":"1955-08-14","x":{"y":1}},7,{"ssn":255081416802538},{"ssn":{"a":1}}]"#
        let sample = try SampleTests.read(array)
        #expect(sample.format == .json)
        #expect(sample.damaged == [2, 4])
        #expect(sample.rows.map { $0.values[.nir] } == [nil, "255081416802538"])
        let lines = "{\"email\":\"a@b\"}\n\n{\"email\":\n{\"email\":null}\n{\"email\":\"c@d\",\"email\":\"e@f\"}\n"
        let other = try SampleTests.read(lines)
        #expect(other.format == .ndjson)
        #expect(other.rows.map(\.number) == [1, 3])
        #expect(other.damaged == [2, 4])
    }

    @Test("What is no sample is refused with its reason and no value")
    func refusals() {
        #expect(SampleTests.fault([]).contains("empty"))
        #expect(
            SampleTests.fault(Array("nom;email\nLef\u{E8}vre;a@b".unicodeScalars.map { UInt8($0.value) })).contains(
                "byte 13"))
        #expect(SampleTests.fault([0xFF, 0xFE, 0x41, 0]).contains("UTF-16"))
        #expect(
            SampleTests.fault(Array("secret,other\n1,2\n".utf8))
                == "sample has no column by which somebody can be found: name some with --columns family=NAME,…")
        #expect(SampleTests.fault(Array("nom,prenom\n1,2\n".utf8)).contains("no column"))
        #expect(SampleTests.fault(Array(#"[{"email":"secret"},{"#.utf8)).contains("is no JSON"))
        #expect(!SampleTests.fault(Array(#"[{"secret":{"secret":}}]"#.utf8)).contains("secret"))
        #expect(
            SampleTests.fault(Array("email\na@b".utf8), [.family: "secret"])
                == "--columns names a column for family that the sample does not have")
        #expect(SampleTests.fault([UInt8](repeating: 0x61, count: SampleLimits.bytes + 1)).contains("64 MiB"))
        let many = "email\n" + String(repeating: "a@b\n", count: SampleLimits.rows)
        #expect(SampleTests.fault(Array(many.utf8)).isEmpty)
        #expect(SampleTests.fault(Array((many + "a@b\n").utf8)).contains("more than 20000 rows"))
        let wide = Array(repeating: "email", count: SampleLimits.columns + 1).joined(separator: ",")
        #expect(SampleTests.fault(Array(wide.utf8)).contains("200 columns"))
    }

    @Test("Names of columns can be told, and then the usual ones of it do not count")
    func told() throws {
        let text = "Nom;A1;mail\nx;Le Goff;a@b\n"
        let sample = try SampleTests.read(text, [.family: "a1"])
        #expect(sample.rows.first?.values[.family] == "Le Goff")
        #expect(sample.columns == [.family, .email])
    }

    @Test(
        "Birth dates",
        arguments: [
            ("1955-08-14", "1955-08-14"), ("1955-08-14T00:00:00Z", "1955-08-14"), ("19550814", "1955-08-14"),
            ("14/08/1955", "1955-08-14"), ("4.8.1955", "1955-08-04"), ("14-08-1955 00:00", "1955-08-14"),
            ("08/14/1955", nil), ("31/02/1955", nil), ("14/08/55", nil), ("=1955-08-14", nil), ("", nil),
            ("１４/08/1955", nil),
        ])
    func dates(text: String, day: String?) { #expect(SampleDate.day(text) == day) }

    @Test("Any bytes are read or refused, and rows keep their order")
    func anything() {
        var numbers = SystemRandomNumberGenerator()
        let pieces = [
            "\"", ",", "\n", "\r", "email", "a@b", "{", "}", "[", "]", ":", "\u{0}", "é", "=cmd|'/C calc'!A0",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0..<40, using: &numbers)).compactMap { _ in
                pieces.randomElement(using: &numbers)
            }
            guard let sample = try? SampleTests.read("email,nom\n" + text.joined()) else { continue }
            let all = sample.rows.map(\.number) + sample.damaged
            #expect(all.sorted() == Array(1..<(sample.count + 1)))
        }
    }
}
