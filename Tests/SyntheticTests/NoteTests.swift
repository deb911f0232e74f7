import Foundation
import Testing
import Vocabulary

@testable import Synthetic

@Suite struct NoteTests {
    private static let france = SyntheticFrance(seed: 8, today: CivilDate(year: 2026, month: 3, day: 2))
    private static let practice = france.practice(2, kind: .solo, patients: 70)

    @Test func plantedValuesStandInTheRecords() throws {
        for index in 0..<15 {
            let records = Self.france.records(of: index, in: Self.practice)
            let planted = Self.france.plantedValues(of: index, in: Self.practice)
            let text = String(decoding: records.bytes, as: UTF8.self)
            let single = [planted.nir, planted.email].compactMap { $0 }
            for value in planted.names + planted.phones + planted.addressLines + planted.documents + single {
                #expect(text.contains(value), "\(index)")
            }
            let documents = try planted.documents.map { document in
                String(decoding: try #require(Data(base64Encoded: document)), as: UTF8.self)
            }
            for sentence in planted.sentences {
                #expect(documents.contains { $0.contains(sentence) } || text.contains(sentence), "\(index)")
            }
        }
    }

    @Test func notesAreManyAndComplete() throws {
        var notes: Set<String> = []
        var written = 0
        for index in 0..<Self.practice.patientCount {
            for document in Self.france.plantedValues(of: index, in: Self.practice).documents {
                let note = String(decoding: try #require(Data(base64Encoded: document)), as: UTF8.self)
                #expect(!note.contains("{") && !note.contains("}"), "\(index)")
                written += 1
                notes.insert(note)
            }
        }
        #expect(notes.count > 500 && notes.count * 100 > written * 99)
    }

    @Test func everySlotOfEveryTemplateIsFilled() {
        let patient = Self.france.patient(0, of: Self.practice)
        var random = SeededGenerator(seed: 1, .mix)
        let all = [
            NoteTemplates.motives, NoteTemplates.stories, NoteTemplates.lives, NoteTemplates.findings,
            NoteTemplates.plans,
            NoteTemplates.endings, NoteTemplates.hiv, NoteTemplates.orientation,
        ]
        for piece in all.flatMap({ $0 }).flatMap(\.pieces) where piece.slot != 0 {
            let isFree = NoteSlot.words(piece.slot) != nil
            #expect(isFree || "nNPieAkT".utf8.contains(piece.slot), "\(piece.slot)")
        }
        var writer = NoteWriter(patient)
        writer.note(age: 40, sensitivity: .hiv, &random)
        #expect(writer.sentences.count >= 4 && writer.sentences.allSatisfy { !$0.isEmpty })
    }
}
