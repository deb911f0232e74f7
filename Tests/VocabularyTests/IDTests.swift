import Testing
import Vocabulary

@Suite("Ids")
struct IDTests {
    @Test func textAndBytesReadBackEqual() {
        for _ in 0..<1_000 {
            let id = PatientID.random()
            #expect(PatientID(id.description) == id)
            #expect(PatientID(bytes: id.bytes) == id)
            #expect(id.description.utf8.count == 36)
        }
    }

    @Test func onlyLowerCaseUUIDsAreRead() {
        let text = PatientID.random().description
        for other in [
            text.uppercased() + "A", String(text.dropLast()), text + "0", text.replacing("-", with: ""), "{\(text)}",
            "",
        ] {
            #expect(PatientID(other) == nil)
        }
    }

    @Test func orderIsTheOrderOfTheText() {
        for _ in 0..<1_000 {
            let (a, b) = (PatientID.random(), PatientID.random())
            #expect((a < b) == (a.description < b.description))
        }
    }

    @Test func secretsNeverPrint() {
        let secret = SecretBytes(Array("motdepasse".utf8))
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped] {
            #expect(!text.contains("109") && !text.contains("mot"))
        }
    }
}
