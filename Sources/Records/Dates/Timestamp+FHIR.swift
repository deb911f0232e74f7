import FHIR
import Vocabulary

extension Timestamp {
    /// Reads a FHIR instant (R4, datatypes); nil for anything else.
    public init?(instant text: String) {
        guard MomentText.isInstant(text) else { return nil }
        self.init(fhir: text)
    }

    /// Reads a FHIR date, dateTime or instant that the structure check took: what is left out is the earliest that it
    /// can be, in UTC where there is no zone. Nil for anything else.
    init?(fhir text: String) {
        let units = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int64? {
            guard range.upperBound <= units.count else { return nil }
            return units[range].reduce(Int64?(0)) { value, unit in
                guard let value, (48...57).contains(unit) else { return nil }
                return value * 10 + Int64(unit - 48)
            }
        }
        guard let year = number(0..<4) else { return nil }
        let date = CivilDate(
            year: Int(year), month: Int(number(5..<7) ?? 1), day: Int(number(8..<10) ?? 1))
        let day = Int64(date.days)
        guard units.count > 10 else {
            self.init(seconds: day * 86_400)
            return
        }
        guard let hour = number(11..<13), let minute = number(14..<16) else { return nil }
        let seconds = day * 86_400 + hour * 3_600 + minute * 60 + (number(17..<19) ?? 0)
        var zone: Int64 = 0
        if let sign = units.dropFirst(16).lastIndex(where: { $0 == 43 || $0 == 45 }),
            let hours = number(sign + 1..<sign + 3), let minutes = number(sign + 4..<sign + 6)
        {
            zone = (hours * 3_600 + minutes * 60) * (units[sign] == 45 ? -1 : 1)
        }
        self.init(seconds: seconds - zone)
    }
}
