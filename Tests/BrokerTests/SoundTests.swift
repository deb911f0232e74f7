import BrokerAPI
import Testing
import Vocabulary

@testable import Broker

@Suite("Names by their sound")
struct SoundTests {
    @Test func whatSoundsAlikeHasOneTokenOfItsOwnField() async throws {
        let house = try TestInstallation()
        let (ours, theirs) = (try await house.practice(), try await house.practice())
        let terms = [
            SearchTerm(.sound, "Dupont"), SearchTerm(.sound, "DUPOND"), SearchTerm(.sound, "Dumont"),
            SearchTerm(.family, "Dupont"), SearchTerm(.sound, "12"), SearchTerm(.sound, "hh"),
        ]
        let token = try await house.signIn(try await house.member(ours))
        let tokens = try await house.broker.tokens(TokensRequest(token: token, terms: terms)).tokens
        #expect(tokens[0] != nil && tokens[0] == tokens[1])
        #expect(Set(tokens.compactMap(\.self)).count == 3)
        #expect(tokens[4] == nil && tokens[5] == nil)
        let other = try await house.signIn(try await house.member(theirs))
        let foreign = try await house.broker.tokens(TokensRequest(token: other, terms: terms)).tokens
        #expect(Set(foreign.compactMap(\.self)).isDisjoint(with: tokens.compactMap(\.self)))
    }

    @Test func aRowOfOneSpellingOpensForAnother() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(1, importer, clinical: TestInstallation.start)
        let part = NewPart(patient: patients[0], type: "Patient", id: "\(patients[0])", version: 2, tier: .identity)
        let row = NewRow(patient: patients[0], ordinal: 0, term: SearchTerm(.sound, "Lefèvre"))
        let grant = try await house.broker.deposit(DepositRequest(token: importer, parts: [part], rows: [row]))
        let mac = try #require(grant.rows[0]).mac
        let token = try await house.signIn(try await house.member(practice))
        for (name, reason) in [("Lefebvre", nil), ("Lefort", RefusalReason.forgedRow)] {
            let request = MatchesRequest(
                token: token, terms: [SearchTerm(.sound, name)],
                candidates: [Candidate(patient: patients[0], ordinal: 0, macs: [mac])], purpose: .search)
            #expect(try await house.broker.matches(request).answers.first?.reason == reason, "\(name)")
        }
    }
}
