import Testing
import Vocabulary

@testable import Onboarding

@Suite("A file of practices is checked whole")
struct OnboardingFileTests {
    private func faults(_ text: String) -> [String] { faults(Array(text.utf8)) }

    private func faults(_ bytes: [UInt8]) -> [String] {
        do throws(OnboardingFaults) {
            _ = try OnboardingFile(bytes)
            return []
        } catch { return error.faults.map(\.description) }
    }

    /// A file of one good line, one with a field of it changed, and another good one.
    private func changed(_ column: Int, to value: String) -> String {
        var fields = Samples.line(1).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[column] = value
        return Samples.text([Samples.line(0), fields.joined(separator: ","), Samples.line(2)])
    }

    @Test func aGoodFileIsRead() throws {
        let file = try Samples.file(250)
        #expect(file.rows.count == 250 && file.rows.map(\.wave).max() == 3 && file.digest.count == 64)
        let row = file.rows[1]
        #expect(row.line == 3 && row.size == 2 && row.label == "Cabinet des Tilleuls (FINESS \(Samples.finess(1)))")
        #expect(row.first.role == .nurse && row.first.rpps == Samples.rpps(1))
        #expect(StructureNumber(label: row.label) == row.number)
        // LF, a byte order mark, quotes, columns in another order, SIRET alone, no end of line at the end.
        let other =
            "\u{FEFF}wave,siret,name,size,administrator,role,rpps\n1,\(Samples.siret(7)),\"Cabinet \"\"Le Port\"\", Brest\",3,\"Test, Anne\",nurse,\(Samples.rpps(7))"
        let read = try OnboardingFile(Array(other.utf8)).rows
        #expect(read.map(\.label) == ["Cabinet \"Le Port\", Brest (SIRET \(Samples.siret(7)))"])
        #expect(read.first?.first.name == "Test, Anne")
        // One person in two practices.
        #expect(faults(Samples.text([Samples.line(1), Samples.line(2, person: 1)])).isEmpty)
        // Corsica; La Poste's own sum.
        #expect(
            faults(changed(1, to: Samples.keyed("20000000").replacing("20", with: "2A", maxReplacements: 1))).isEmpty)
        #expect(faults(changed(2, to: "35600000049837")).isEmpty)
    }

    /// Each column, what is wrong in it, and a word of what to write.
    @Test func eachFieldThatIsWrongIsNamed() {
        let good = Samples.finess(1)
        let wrong: [(column: Int, value: String, fault: String)] = [
            (0, "", "name: empty"), (0, " x", "name: empty"), (0, "a\u{1}", "name: empty"),
            (0, String(repeating: "x", count: 190), "name: too long"),
            (0, String(repeating: "x", count: 201), "name: over 200 bytes"),
            (1, "750000012", "finess: not a FINESS number"), (1, String(good.dropLast()), "finess: not"),
            (1, good + " ", "finess: not"), (1, "75000001é", "finess: not"),
            (2, "1", "siret: not a SIRET number"), (2, String(Samples.siret(1).dropLast()) + "x", "siret: not"),
            (2, Samples.siret(1) + "0", "siret: not"),
            (3, "", "size: not"), (3, "0", "size: not"), (3, "10001", "size: not"), (3, "2.5", "size: not"),
            (3, "-1", "size: not"), (3, "٣", "size: not"), (4, "", "administrator: empty"),
            (4, String(repeating: "é", count: 101), "administrator: over 200 bytes"),
            (5, "secretary", "role: not a role"), (5, "Physician", "role: not"), (5, "", "role: not"),
            (6, "10000000012", "rpps: not an RPPS number"), (6, "", "rpps: not"), (6, "810000000010", "rpps: not"),
            (7, "0", "wave: not a wave"), (7, "", "wave: not"), (7, "10001", "wave: not"), (7, "I", "wave: not"),
        ]
        for (column, value, fault) in wrong {
            let found = faults(changed(column, to: value))
            #expect(found.count == 1 && found[0].hasPrefix("3: \(fault)"), "\(column) \(fault): \(found)")
            #expect(
                found.allSatisfy { $0.contains(": ") && (value.count < 5 || !$0.contains(value)) }, "no value in it")
        }
        // Of the ten last digits one is right.
        for (column, number) in [(1, Samples.finess(1)), (2, Samples.siret(1)), (6, Samples.rpps(1))] {
            let right = (0...9).count { faults(changed(column, to: number.dropLast() + String($0))).isEmpty }
            #expect(right == 1, "\(column)")
        }
        let none = Samples.line(1).replacing(Samples.finess(1), with: "").replacing(Samples.siret(1), with: "")
        #expect(faults(Samples.text([none])) == ["2: finess: no number: write the practice's FINESS or SIRET"])
    }

    @Test func whatIsThereTwiceIsFound() {
        let two = Samples.line(2)
        let cases: [(String, String)] = [
            (two.replacing(Samples.finess(2), with: Samples.finess(1)), "3: finess: the number of line 2 too"),
            (two.replacing(Samples.siret(2), with: Samples.siret(1)), "3: siret: the number of line 2 too"),
            (two.replacing(Samples.rpps(2), with: Samples.rpps(1)), "3: rpps: the number of line 2 under another name"),
            (
                Samples.line(2, person: 1).replacing("nurse", with: "physician"),
                "3: rpps: the number of line 2 under another name or role"
            ),
        ]
        for (line, fault) in cases {
            let found = faults(Samples.text([Samples.line(1), line]))
            #expect(found.count == 1 && found[0].hasPrefix(fault), "\(found)")
        }
    }

    @Test func allFaultsAreToldAtOnce() {
        let lines = [
            Samples.line(0), "a,b", "", Samples.line(1).replacing("nurse", with: "x").replacing(",1", with: ",0"),
            Samples.line(2),
        ]
        let found = faults(Samples.text(lines))
        #expect(found.first == "3: 2 fields, not 8" && found.dropFirst().first == "4: an empty line: remove it")
        #expect(found.count == 5 && found.dropFirst(2).allSatisfy { $0.hasPrefix("5: ") }, "\(found)")
    }

    @Test func whatIsNoSuchTableIsRefused() {
        let line = Samples.line(1)
        let wrong: [(String, String)] = [
            ("", "1: an empty file"), (Samples.header, "2: no practices"), ("name\n", "1: no column size"),
            (Samples.text([line], header: "name,size,administrator,role,rpps,wave"), "1: no column finess or siret"),
            (Samples.text([line], header: Samples.header + ",x"), "1: too many fields"),
            (
                Samples.text([line], header: Samples.header.replacing("siret", with: "finess")),
                "1: column 3 is unknown or twice"
            ),
            (Samples.text([line], header: "Name" + Samples.header.dropFirst(4)), "1: column 1 is unknown"),
            (Samples.header.replacing(",", with: ";") + "\n", "1: columns are not parted by commas"),
            (Samples.text(["\"" + line]), "2: a quote is not closed"),
            (Samples.text(["\"a\"b" + line]), "2: text behind a closing quote"),
            (Samples.text(["a\"b" + line]), "2: a quote inside a text"),
            (Samples.text([line + ",more,and"]), "2: too many fields"),
            (Samples.header + "\r" + line, "1: a lone carriage return"),
        ]
        for (text, fault) in wrong {
            let found = faults(text)
            #expect(found.count == 1 && found[0].hasPrefix(fault), "\(fault): \(found)")
        }
        #expect(faults(Array(Samples.text([line]).utf8) + [0xC3, 0x28]) == ["3: not UTF-8: save the file as UTF-8"])
        // A text that goes over two lines is counted as both, and is no name.
        let long = faults(Samples.text([line.replacing("Cabinet des Tilleuls", with: "\"a\nb\""), "x"]))
        #expect(long.map { $0.prefix(8) } == ["2: name:", "4: 1 fie"], "\(long)")
    }

    @Test func theBoundsHold() {
        #expect(
            faults([UInt8](repeating: 0x61, count: OnboardingFile.maximumBytes + 1)) == [
                "1: over 4 MiB: split the file"
            ])
        let lines = (0...OnboardingFile.maximumRows).map { Samples.line($0) }
        #expect(faults(Samples.text(Array(lines.dropLast()))).isEmpty)
        #expect(faults(Samples.text(lines)) == ["10002: over 10,000 practices: split the file"])
    }

    @Test func anyBytesAreReadOrRefused() {
        var state: UInt64 = 7
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let base = Array(Samples.text((0..<5).map { Samples.line($0) }).utf8)
        var refused = 0
        for _ in 0..<2_000 {
            var bytes = base
            for _ in 0...next() % 3 { bytes[Int(next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: next()) }
            refused += faults(bytes).isEmpty ? 0 : 1
        }
        #expect(refused > 1_000)
    }
}
