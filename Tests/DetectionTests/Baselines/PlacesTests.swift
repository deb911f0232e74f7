import Testing
import Vocabulary

@testable import Detection

@Suite("Whence an account comes")
struct PlacesTests {
    private let start = Timestamp(milliseconds: 1_767_567_600_000)

    /// What is said when an account is seen at noon of a day.
    @discardableResult
    private func see(
        _ places: inout Places, _ account: String, _ day: Int, _ origin: String? = nil, _ country: String? = nil,
        peer: String = "office"
    ) -> String? {
        let at = start.adding(days: Int64(day)).adding(seconds: 43_200)
        places.advance(to: at)
        return places.see(
            account, peer: peer, origin.flatMap { Place(network: $0) }, country.flatMap { Place(country: $0) }, at: at
        )?.sentence
    }

    /// An account that comes from two networks of one country.
    private func live(_ places: inout Places, _ account: String, _ days: Range<Int>, peer: String = "office") {
        for day in days {
            see(&places, account, day, "192.0.2.\(day % 250 + 1)", "FR", peer: peer)
            if day.isMultiple(of: 3) { see(&places, account, day, "2001:db8:7:\(day)::1", "FR", peer: peer) }
        }
    }

    @Test func placesAreReadAndWritten() {
        let networks = [
            ("203.0.113.77", "203.0.113.0/24"), ("10.1.2.3", "10.1.2.0/24"), ("::ffff:198.51.100.4", "198.51.100.0/24"),
            ("2001:db8:1:2::3", "2001:db8:1::/48"), ("2001:db8::1", "2001:db8::/48"), ("fe80::1", "fe80::/48"),
            ("::1", "::/48"), ("0:0:5::1", "0:0:5::/48"),
        ]
        for (address, text) in networks {
            #expect(Place(network: address)?.text == text)
            #expect(Place(written: text) == Place(network: address), "\(text)")
        }
        for text in ["", "[local]", "host.example", "999.1.1.1", "1.2.3", "face", String(repeating: "1", count: 99)] {
            #expect(Place(network: text) == nil, "\(text)")
        }
        #expect(Place(country: "fr")?.text == "FR" && Place(country: "FRA")?.text == "FRA")
        #expect(Place(written: "FR") == Place(country: "FR") && Place(country: "FR")?.isCountry == true)
        for text in ["", "-", "XX", "zz", "T1", "F", "France"] { #expect(Place(country: text) == nil, "\(text)") }
        for text in ["203.0.113.7/24", "203.0.113.0/25", "fr", "2001:db8:1:2::/48"] {
            #expect(Place(written: text) == nil, "\(text)")
        }
    }

    @Test func aNewNetworkAndANewCountryAreToldOnce() {
        var places = Places()
        live(&places, "a", 0..<40)
        #expect(
            see(&places, "a", 40, "203.0.113.9", "FR")
                == "a network not seen in 60 days: 203.0.113.0/24; 2 networks known")
        #expect(see(&places, "a", 40, "203.0.113.10", "FR") == nil && see(&places, "a", 41, "203.0.113.9") == nil)
        #expect(
            see(&places, "a", 41, "198.51.100.1", "RO") == "a country not seen in 60 days: RO; 1 country known")
        #expect(see(&places, "a", 41, "198.51.100.1", "RO") == nil)
    }

    @Test func whatIsNotKnownForTwoWeeksSaysNothing() {
        var places = Places()
        for day in 0..<14 { #expect(see(&places, "a", day, "192.0.\(day / 2).1", day < 9 ? "FR" : "DE") == nil) }
        #expect(see(&places, "a", 14, "203.0.113.1", "DE") != nil)
        // Known for long, but seen on two days only.
        #expect(see(&places, "b", 0, "192.0.2.1") == nil && see(&places, "b", 6, "192.0.2.1") == nil)
        #expect(see(&places, "b", 12, "203.0.113.1") == nil)
        // A log that begins to name countries says nothing of the first ones.
        for day in 20..<50 { #expect(see(&places, "c", day, "192.0.2.1", day < 40 ? nil : "FR") == nil) }
        #expect(see(&places, "c", 50, "192.0.2.1", "DE") == nil && see(&places, "c", 54, "192.0.2.1", "IT") != nil)
    }

    @Test func whatWasNotUsedFor60DaysIsNewAgain() {
        var places = Places()
        live(&places, "a", 0..<30)
        for day in 30..<130 { see(&places, "a", day, "198.51.100.1", "FR") }
        #expect(see(&places, "a", 130, "192.0.2.1", "FR")?.hasSuffix("192.0.2.0/24; 1 network known") == true)
        // An account that was away for longer begins anew.
        #expect(see(&places, "a", 191, "203.0.113.1", "DE") == nil)
    }

    @Test func oneOnTheRoadIsToldOfCountriesOnly() {
        var places = Places()
        for day in 0..<13 { see(&places, "rep", day, "10.0.\(day).1", "FR") }
        for day in 13..<20 { see(&places, "rep", day, "10.0.5.1", "FR") }
        #expect(see(&places, "rep", 20, "203.0.113.1", "FR") == nil)
        for day in 21..<60 { #expect(see(&places, "rep", day, "10.1.\(day).1", "FR") == nil) }
        #expect(see(&places, "rep", 60, "198.51.100.1", "BR") == "a country not seen in 60 days: BR; 1 country known")
        #expect(places.accounts["rep"]?.networks.seen.count == 16)
    }

    @Test func anOfficeThatMovesIsToldTwice() {
        var places = Places()
        for day in 0..<30 { for number in 0..<40 { see(&places, "a\(number)", day, "192.0.2.\(number)", "FR") } }
        let told = (0..<40).map { see(&places, "a\($0)", 30, "203.0.113.\($0)", "FR") }
        #expect(told.compactMap { $0 }.count == 2 && told[0] != nil && told[1] != nil)
        // For those of other peers it stays new.
        live(&places, "x", 0..<30, peer: "backup")
        #expect(see(&places, "x", 30, "203.0.113.7", peer: "backup") != nil)
    }

    /// Accounts made yesterday cannot make an attacker's network a usual one.
    @Test func freshAccountsAreNoPeers() {
        var places = Places()
        live(&places, "victim", 0..<30)
        for day in 28..<30 { for number in 0..<50 { see(&places, "fresh\(number)", day, "203.0.113.1", "FR") } }
        #expect(see(&places, "victim", 30, "203.0.113.1", "FR") != nil)
    }

    @Test func floodsDisplaceNothingKnown() {
        var options = BaselineOptions()
        (options.maximumKnown, options.maximumNew) = (60, 100)
        var places = Places(options: options)
        for number in 0..<50 { live(&places, "known\(number)", 0..<30) }
        for day in 30..<36 {
            for number in 0..<3_000 {
                see(&places, "x\(number)", day, "10.\(day).\(number % 200).1", peer: "g\(number)")
            }
        }
        #expect(places.accounts.known.keys.count { $0.hasPrefix("known") } == 50)
        #expect(places.accounts.known.count <= 60 && places.accounts.new.count <= 100)
        #expect(places.users.known.count <= 60 && places.users.new.count <= 100)
        #expect(see(&places, "known7", 36, "203.0.113.1", "FR") != nil)
        #expect(see(&places, "known8", 36, "192.0.2.1", "FR") == nil)
    }

    @Test func distantTimesDoNotForget() {
        var places = Places()
        live(&places, "a", 0..<30)
        for time in [Timestamp(milliseconds: .max), Timestamp(milliseconds: .min)] {
            _ = places.see("a", peer: "office", Place(network: "192.0.2.1"), nil, at: time)
        }
        #expect(places.today == Int32(start.adding(days: 29).adding(seconds: 43_200).day))
        #expect(see(&places, "a", 30, "203.0.113.1") != nil && see(&places, "a", 30, "192.0.2.1") == nil)
    }

    private func lines(_ places: Places) -> [[UInt8]] {
        var out: [[UInt8]] = []
        places.write { out.append($0) }
        return out
    }

    /// Written and read again at random moments, also with tables that are full: the same is said as without.
    @Test func whatIsWrittenAndReadSaysTheSame() throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            var options = BaselineOptions()
            (options.days, options.maximumKnown, options.maximumNew) = (5, seed == 1 ? 8 : 1_000, 30)
            var random = SeededRandom(seed)
            var (whole, torn) = (Places(options: options), Places(options: options))
            var told = 0
            for step in 0..<6_000 {
                let (account, day) = ("a\(Int.random(in: 0..<20, using: &random))", step / 40)
                let network = Int.random(in: 0..<200, using: &random)
                let origin = network < 196 ? "192.0.\(network % 3).1" : "203.\(step % 250).\(network).1"
                let country = network < 196 ? "FR" : ["DE", "IT", "PL"][network % 3]
                let said = see(&whole, account, day, origin, country)
                #expect(see(&torn, account, day, origin, country) == said)
                told += said == nil ? 0 : 1
                guard Int.random(in: 0..<50, using: &random) == 0 else { continue }
                let written = lines(torn)
                torn = try Places(reading: written, options: options)
                #expect(lines(torn) == written)
            }
            #expect(told > 20 || seed == 1)
        }
    }

    @Test func aStrangeStateIsRefused() throws {
        var places = Places()
        live(&places, "a", 0..<20)
        let written = lines(places)
        #expect(written.count == 5)
        for (line, from, to) in [
            (1, "\"places\":1", "\"places\":2"), (1, "192.0.2.0/24", "192.0.2.1/24"), (1, "\"FR\"", "\"fr\""),
            (1, "\"since\":", "\"since\":9999999"), (0, "\"kind\":\"day\"", "\"kind\":\"x\""), (1, "\"a\"", "7"),
            (4, "\"seen\":[[", "\"seen\":[[],["),
        ] {
            let text = String(decoding: written[line], as: UTF8.self).replacingFirst(from, with: to)
            #expect(text.utf8.count != written[line].count || Array(text.utf8) != written[line])
            #expect(throws: BaselineStateError.self, "\(to)") { _ = try Places(reading: [Array(text.utf8)]) }
        }
        #expect(throws: Never.self) { _ = try Places(reading: written) }
    }
}
